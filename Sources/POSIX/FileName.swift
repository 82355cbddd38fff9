import Defences
package import SystemPackage

/// The name of one file in one folder, as bytes.
///
/// A file name never leads out of its folder: it holds no `/` and no zero byte and is not `.` or
/// `..`. It need not be UTF-8.
package struct FileName: Hashable, Sendable {
  /// The name, and the zero byte that ends it for the kernel.
  let terminated: [UInt8]

  /// The bytes of the name.
  package var bytes: ArraySlice<UInt8> { terminated.dropLast() }

  /// Takes `bytes` as a name, or nothing when they are not the name of one file.
  package init?(bytes: some Collection<UInt8>) {
    guard (1...255).contains(bytes.count), !bytes.contains(0),
      !bytes.contains(UInt8(ascii: "/")) || !Defence.fileNameIsNoPath.stands,
      !bytes.elementsEqual(".".utf8), !bytes.elementsEqual("..".utf8)
    else { return nil }
    terminated = bytes + [0]
  }

  /// Takes the last part of a path, byte for byte, or nothing when the path ends in no name.
  package init?(lastOf path: FilePath) {
    guard let last = path.lastComponent else { return nil }
    self.init(bytes: FilePath(root: nil, [last]).terminated.dropLast())
  }

  /// Takes `text` as a name, or nothing when it is not the name of one file.
  package init?(_ text: String) {
    self.init(bytes: text.utf8)
  }
}

extension FileName: ExpressibleByStringLiteral {
  /// A name written in the program itself.
  package init(stringLiteral text: StaticString) {
    guard let name = FileName(text.description) else {
      preconditionFailure("not a file name: \(text)")
    }
    self = name
  }
}
