extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")
  static let hyphen = UInt8(ascii: "-")
  static let equals = UInt8(ascii: "=")
  static let question = UInt8(ascii: "?")
  static let semicolon = UInt8(ascii: ";")
  static let comma = UInt8(ascii: ",")
  static let colon = UInt8(ascii: ":")
  static let less = UInt8(ascii: "<")
  static let greater = UInt8(ascii: ">")

  /// Whether this is a space or a tab.
  var isBlank: Bool { self == .space || self == .tab }

  /// Whether this is a space, a tab or part of the end of a line.
  var isWhitespace: Bool { isBlank || self == .lineFeed || self == .carriageReturn || self == 12 }

  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  var isLetter: Bool {
    let lower = self | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }

  /// The letter in lower case; anything else unchanged.
  var lowercased: UInt8 {
    self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self
  }

  /// What this hexadecimal digit stands for, in either case.
  var hexadecimalValue: UInt8? {
    if isDigit { return self - UInt8(ascii: "0") }
    let lower = self | 0x20
    guard lower >= UInt8(ascii: "a"), lower <= UInt8(ascii: "f") else { return nil }
    return lower - UInt8(ascii: "a") + 10
  }
}

extension Array<UInt8> {
  /// Whether the ASCII letters, digits and signs of `text`, in lower case, stand at `index`.
  func has(_ text: StaticString, at index: Int, before end: Int) -> Bool {
    var position = index
    for byte in text.description.utf8 {
      guard position < end, self[position].lowercased == byte else { return false }
      position += 1
    }
    return true
  }

  /// The text of these bytes in lower case; what is not UTF-8 becomes U+FFFD.
  var lowercasedText: String { String(decoding: map(\.lowercased), as: UTF8.self) }

  /// The bytes without spaces, tabs and ends of lines around them.
  var trimmed: [UInt8] {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return [] }
    return Array(self[first...last])
  }
}
