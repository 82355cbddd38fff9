import CPOSIX

/// Why there is no conversion from a character set.
package enum CharacterSetError: Error, Hashable {
  /// The system knows no character set of this name, or its table is not installed.
  case unknown
}

/// A conversion from one character set to UTF-8, by the C library.
///
/// Whatever the bytes, converting them ends, takes time in proportion to their number, and makes no
/// more than it was allowed to.
@safe
package struct CharacterSetConversion: ~Copyable {
  private let conversion: UnsafeMutableRawPointer

  /// Opens a conversion from the character set `name`, of letters, digits, `-` and `_`.
  ///
  /// The name should come from a list of the program's own: the C library knows hundreds of character
  /// sets, and each is C code that would read a stranger's bytes.
  ///
  /// The corresponding C function is `iconv_open`.
  package init(from name: String) throws(CharacterSetError) {
    // What follows a `/` would change how the C library converts.
    guard name.utf8.allSatisfy(CharacterSetConversion.isPartOfName) else { throw .unknown }
    var opened: UnsafeMutableRawPointer?
    let status = unsafe conclave_iconv_open(Array(name.utf8) + [0], &opened)
    guard status == 0, let opened = unsafe opened else { throw .unknown }
    unsafe conversion = opened
  }

  deinit { unsafe conclave_iconv_close(conversion) }

  /// What became of some bytes.
  package struct Converted: Hashable, Sendable {
    /// The text, in UTF-8.
    package var text: [UInt8] = []
    /// How many places held no character; in each stands U+FFFD.
    package var malformedCount = 0
    /// Whether the text was longer than allowed, and ends early.
    package var isCut = false
  }

  /// Converts `bytes`, making no more than `limit` bytes of text, and a few.
  ///
  /// The corresponding C function is `iconv`.
  package func convert(_ bytes: ArraySlice<UInt8>, limit: Int) -> Converted {
    var converted = Converted()
    var rest = bytes
    var room = [UInt8](repeating: 0, count: min(4 * bytes.count, 65_536) + 64)
    while !rest.isEmpty {
      guard converted.text.count < limit else {
        converted.isCut = true
        break
      }
      let step = step(rest, into: &room)
      converted.text += room[..<step.made]
      rest = rest.dropFirst(step.taken)
      switch step.error {
      case 0: rest = []
      case E2BIG where step.made > 0: continue
      default:
        converted.text += CharacterSetConversion.replacement
        converted.malformedCount += 1
        rest = step.error == EINVAL ? [] : rest.dropFirst()
      }
    }
    // A conversion keeps a state, and may keep a character back until it knows what follows.
    let end = unsafe conclave_iconv(conversion, nil, 0, &room, room.count)
    converted.text += room[..<end.made]
    return converted
  }

  private func step(
    _ bytes: ArraySlice<UInt8>, into room: inout [UInt8]
  ) -> conclave_converted {
    let capacity = room.count
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe conclave_iconv(conversion, bytes.baseAddress, bytes.count, &room, capacity)
    }
  }

  private static let replacement = Array("\u{FFFD}".utf8)

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
