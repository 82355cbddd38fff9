import POSIX

/// Something in a vault's folder that is no object, is never opened, and stays where it is.
package struct StrangeFile: Hashable, Sendable {
  /// Where it lies in the vault, with every byte that is not printable ASCII as `\xNN`.
  package let path: String
  package let reason: Reason

  /// Why it is passed over.
  package enum Reason: String, CaseIterable, Hashable, Sendable {
    /// A symbolic link; it is never followed.
    case link
    case fifo
    case socket
    case device
    /// A folder where only files should be.
    case folder
    /// A file where only folders should be.
    case file
    /// A name that is not UTF-8.
    case notUTF8
    /// An object's name but for capital letters: on some file systems the same name.
    case capitalLetters
    /// A copy that a sync tool made of an object, because two machines had changed it.
    case conflictCopy
    /// An object that was being written, by a process that is still at it or was stopped.
    case unfinished
    /// Something set aside because it lay where an object had to be written.
    case setAside
    /// An object in the folder of another first byte.
    case wrongFolder
    /// Any other name.
    case otherName
  }

  init(_ name: [UInt8], in folder: String, reason: Reason) {
    path = folder + Self.printable(name)
    self.reason = reason
  }

  private static func printable(_ name: [UInt8]) -> String {
    name.map { byte in
      (0x20..<0x7f).contains(byte) && byte != UInt8(ascii: "\\")
        ? String(UnicodeScalar(byte)) : "\\x" + Hex.string([byte])
    }.joined()
  }
}

extension StrangeFile.Reason {
  /// Why something that is no object, or no folder of objects, is passed over.
  init(_ kind: FileKind, called name: [UInt8], expected: FileKind) {
    switch kind {
    case .link: self = .link
    case .fifo: self = .fifo
    case .socket: self = .socket
    case .device, .unknown: self = .device
    case .folder where expected != .folder:
      self = TemporaryName.isSetAside(name) ? .setAside : .folder
    case .regular where expected != .regular && ObjectName.shard(of: name) != nil:
      self = .file
    case .folder, .regular:
      self.init(name: name)
    }
  }

  private init(name: [UInt8]) {
    guard let text = String(validating: name, as: UTF8.self) else {
      self = .notUTF8
      return
    }
    let lowerCase = text.lowercased()
    if ObjectName(hex: text) != nil {
      self = .wrongFolder
    } else if ObjectName(hex: lowerCase) != nil
      || ObjectName.shard(of: Array(lowerCase.utf8)) != nil
    {
      self = .capitalLetters
    } else if TemporaryName.isUnfinished(name) {
      self = .unfinished
    } else if TemporaryName.isSetAside(name) {
      self = .setAside
    } else if lowerCase.contains("conflict") {
      self = .conflictCopy
    } else {
      self = .otherName
    }
  }
}
