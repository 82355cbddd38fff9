/// Text beyond ASCII as a header holds it: `=?utf-8?Q?caf=C3=A9?=` (RFC 2047).
struct EncodedWord {
  let label: String
  let isBase64: Bool
  let text: Range<Int>
  /// Where the rest begins.
  let end: Int
  /// Whether it holds characters that it may not.
  var isMalformed = false

  /// Reads the word that begins at `index`, or nothing when none does.
  ///
  /// Spaces and question marks within are let through. A word without end is none, and looking for
  /// its end stops where another begins, so that every byte is looked at a few times at most.
  init?(_ bytes: [UInt8], at index: Int, before end: Int) {
    guard let start = EncodedWord.start(bytes, at: index, before: end) else { return nil }
    label = start.label
    isBase64 = start.isBase64
    var position = start.text
    while true {
      guard position + 1 < end else { return nil }
      let byte = bytes[position]
      if byte == .question {
        if bytes[position + 1] == .equals { break }
        isMalformed = true
      } else if byte == .equals, bytes[position + 1] == .question,
        EncodedWord.start(bytes, at: position, before: end) != nil
      {
        return nil
      } else if byte.isWhitespace || byte >= 0x80 {
        isMalformed = true
      }
      position += 1
    }
    text = start.text..<position
    self.end = position + 2
  }

  /// Reads `=?LABEL?Q?`; a language after the label (RFC 2231) is passed over.
  private static func start(
    _ bytes: [UInt8], at index: Int, before end: Int
  ) -> (label: String, isBase64: Bool, text: Int)? {
    guard index + 5 < end, bytes[index] == .equals, bytes[index + 1] == .question else {
      return nil
    }
    var position = index + 2
    while position < end, position < index + 64, bytes[position] > .space, bytes[position] < 127,
      bytes[position] != .question
    { position += 1 }
    guard position > index + 2, position + 2 < end, bytes[position] == .question,
      bytes[position + 2] == .question
    else { return nil }
    let encoding = bytes[position + 1].lowercased
    guard encoding == UInt8(ascii: "b") || encoding == UInt8(ascii: "q") else { return nil }
    let label = bytes[index + 2..<position].prefix { $0 != UInt8(ascii: "*") }
    return (
      String(decoding: label, as: UTF8.self), encoding == UInt8(ascii: "b"), position + 3
    )
  }

  /// The bytes the word stands for, in its character set, and whether it is written well.
  func decoded(_ bytes: [UInt8]) -> (bytes: [UInt8], isWell: Bool) {
    guard !isBase64 else {
      var output = DecodedOutput(limit: .max, keepsBytes: true)
      output.putBase64(bytes, text)
      return (output.bytes, !isMalformed && output.quirks.isEmpty)
    }
    var decoded: [UInt8] = []
    var isWell = !isMalformed
    var index = text.lowerBound
    while index < text.upperBound {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "_") {
        decoded.append(.space)
      } else if byte != .equals {
        decoded.append(byte)
      } else if index + 1 < text.upperBound, let high = bytes[index].hexadecimalValue,
        let low = bytes[index + 1].hexadecimalValue
      {
        decoded.append(high << 4 | low)
        index += 2
      } else {
        isWell = false
        decoded.append(byte)
      }
    }
    return (decoded, isWell)
  }
}
