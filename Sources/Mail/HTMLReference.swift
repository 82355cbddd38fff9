/// A character that HTML writes as `&name;` or `&#number;`.
struct HTMLReference {
  let text: [UInt8]
  /// How many bytes of HTML it takes.
  let length: Int

  /// Reads the reference that begins at `index`, or nothing when there is none.
  init?(_ html: [UInt8], at index: Int, before end: Int) {
    let start = index + 1
    guard start + 1 < end else { return nil }
    let found =
      html[start] == UInt8(ascii: "#")
      ? HTMLReference.number(html, start + 1, end) : HTMLReference.name(html, start, end)
    guard let (scalar, next) = found else { return nil }
    let isClosed = next < end && html[next] == .semicolon
    length = (isClosed ? next + 1 : next) - index
    // A space that must not end a line is a space to a reader.
    text = scalar == "\u{A0}" ? [.space] : Array(String(Character(scalar)).utf8)
  }

  private static func number(
    _ html: [UInt8], _ start: Int, _ end: Int
  ) -> (Unicode.Scalar, Int)? {
    guard start < end else { return nil }
    let isHexadecimal = html[start].lowercased == UInt8(ascii: "x")
    var index = isHexadecimal ? start + 1 : start
    let first = index
    var value: UInt32 = 0
    while index < end, let digit = html[index].hexadecimalValue, isHexadecimal || digit < 10 {
      // Whatever is too large stays too large.
      value = min(value * (isHexadecimal ? 16 : 10) + UInt32(digit), 0x110000)
      index += 1
    }
    guard index > first else { return nil }
    // Numbers meant as windows-1252 are read so by every browser.
    if (0x80..<0xA0).contains(value) {
      let scalar = SingleByteTable.windows1252Scalar(UInt8(value))
      return (scalar ?? "\u{FFFD}", index)
    }
    if value == 13 { return ("\n", index) }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return (scalar ?? "\u{FFFD}", index)
  }

  private static func name(_ html: [UInt8], _ start: Int, _ end: Int) -> (Unicode.Scalar, Int)? {
    var index = start
    while index < end, index < start + 10, html[index].isLetter || html[index].isDigit {
      index += 1
    }
    let name = String(decoding: html[start..<index], as: UTF8.self)
    guard let value = HTMLNames.values[name], let scalar = Unicode.Scalar(value) else { return nil }
    // Without its semicolon only the oldest are one, and only where no word goes on.
    guard index < end, html[index] == .semicolon || value < 0x100 else {
      return index == end && value < 0x100 ? (scalar, index) : nil
    }
    return (scalar, index)
  }

  /// The text of an attribute.
  static func decoded(_ html: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if html[index] == UInt8(ascii: "&"),
        let reference = HTMLReference(html, at: index, before: range.upperBound),
        // In addresses of pages `&copy=` is what it says.
        html[index + reference.length - 1] == .semicolon
      {
        text += reference.text
        index += reference.length
      } else {
        text.append(html[index])
        index += 1
      }
    }
    return text
  }
}
