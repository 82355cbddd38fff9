extension Entry {
  /// The beginning of `text` that an entry can hold, and `ending` behind it where something is
  /// missing.
  ///
  /// Line ends and quotation marks are longer once they are written out, so of a text full of them
  /// less is kept than ``textByteLimit``.
  package static func fitting(_ text: String, ending: String) -> (text: String, isCut: Bool) {
    guard !fits(text.utf8) else { return (text, false) }
    var byteCount = ending.utf8.count
    var writtenCount = ending.utf8.reduce(0) { $0 + width(ofWritten: $1) }
    var end = text.startIndex
    for index in text.unicodeScalars.indices {
      let scalar = text.unicodeScalars[index]
      byteCount += UTF8.width(scalar)
      writtenCount +=
        scalar.isASCII ? width(ofWritten: UInt8(scalar.value)) : UTF8.width(scalar)
      guard byteCount <= textByteLimit, writtenCount <= writtenByteLimit else { break }
      end = text.unicodeScalars.index(after: index)
    }
    return (String(text.unicodeScalars[..<end]) + ending, true)
  }

  private static func fits(_ text: String.UTF8View) -> Bool {
    text.count <= textByteLimit && text.reduce(0) { $0 + width(ofWritten: $1) } <= writtenByteLimit
  }

  /// What of a statement is left for the text when it has a whole form and many parents.
  private static let writtenByteLimit = JSONValue.byteLimit - 100_000

  /// How many bytes canonical JSON has for a byte of a text.
  private static func width(ofWritten byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x08, 0x09, 0x0A, 0x0C, 0x0D: 2
    case ..<0x20: 6
    default: 1
    }
  }
}
