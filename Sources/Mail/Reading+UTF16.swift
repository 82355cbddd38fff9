extension Reading {
  /// Turns UTF-16 into UTF-8; a byte order mark at its beginning wins over `littleEndian`.
  mutating func fromUTF16(_ bytes: [UInt8], littleEndian: Bool) -> [UInt8] {
    var isLittle = littleEndian
    var index = 0
    if bytes.starts(with: [0xFF, 0xFE]) {
      isLittle = true
      index = 2
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      isLittle = false
      index = 2
    }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    while index + 1 < bytes.count {
      let first = UInt16(bytes[index])
      let second = UInt16(bytes[index + 1])
      units.append(isLittle ? second << 8 | first : first << 8 | second)
      index += 2
    }
    note(.malformedText, when: index < bytes.count)
    let text = fromUnits(units)
    return index < bytes.count ? text + Reading.replacement : text
  }

  /// Turns UTF-7 (RFC 2152) into UTF-8.
  mutating func fromUTF7(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte >= 0x80 {
        note(.malformedText)
        text += Reading.replacement
      } else if byte != UInt8(ascii: "+") {
        text.append(byte)
      } else {
        let start = index
        while index < bytes.count, UTF7.isShifted(bytes[index]) { index += 1 }
        let isClosed = index < bytes.count && bytes[index] == .hyphen
        if index == start {
          // `+-` stands for a plus sign.
          note(.malformedText, when: !isClosed)
          text.append(byte)
        } else {
          text += fromShifted(bytes, start..<index)
        }
        if isClosed { index += 1 }
      }
    }
    return text
  }

  /// Turns UTF-16 in base64, without padding, into UTF-8.
  private mutating func fromShifted(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var output = DecodedOutput(limit: .max, keepsBytes: true)
    output.putBase64(bytes, range)
    var units: [UInt16] = []
    var index = 0
    while index + 1 < output.bytes.count {
      units.append(UInt16(output.bytes[index]) << 8 | UInt16(output.bytes[index + 1]))
      index += 2
    }
    return fromUnits(units)
  }

  private mutating func fromUnits(_ units: [UInt16]) -> [UInt8] {
    if let text = String(validating: units, as: UTF16.self) { return Array(text.utf8) }
    note(.malformedText)
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}

private enum UTF7 {
  /// Whether `byte` belongs to the base64 of UTF-7.
  static func isShifted(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
  }
}
