extension DecodedOutput {
  /// Decodes base64 (RFC 2045, section 6.8), passing over what does not belong into it.
  ///
  /// Whatever follows padding is decoded on its own: some programs encode a file in pieces.
  mutating func putBase64(_ source: [UInt8], _ range: Range<Int>) {
    var group = Base64Group()
    for index in range {
      if isFull { return }
      let byte = source[index]
      if byte.isWhitespace { continue }
      if let value = Base64Group.value(of: byte) {
        // `-` and `_` belong to another base64, for addresses of web pages.
        if byte == .hyphen || byte == UInt8(ascii: "_") { note(.badBase64Characters) }
        take(value, into: &group)
      } else if byte == .equals {
        takePadding(into: &group)
      } else {
        note(.badBase64Characters)
      }
    }
    if group.count > 0 || group.paddingExpected > 0 { note(.oddBase64Length) }
    putPartial(group)
  }

  private mutating func take(_ value: UInt8, into group: inout Base64Group) {
    if group.isPadded {
      note(group.paddingExpected > 0 ? .oddBase64Length : .base64AfterPadding)
      group = Base64Group()
    }
    group.bits = group.bits << 6 | UInt32(value)
    group.count += 1
    guard group.count == 4 else { return }
    put(UInt8(truncatingIfNeeded: group.bits >> 16))
    put(UInt8(truncatingIfNeeded: group.bits >> 8))
    put(UInt8(truncatingIfNeeded: group.bits))
    group = Base64Group()
  }

  private mutating func takePadding(into group: inout Base64Group) {
    if group.isPadded, group.paddingExpected > 0 {
      group.paddingExpected -= 1
    } else if group.count < 2 {
      note(group.count == 0 ? .badBase64Characters : .oddBase64Length)
      group = Base64Group()
      group.isPadded = true
    } else {
      putPartial(group)
      let expected = 3 - group.count
      group = Base64Group()
      group.isPadded = true
      group.paddingExpected = expected
    }
  }

  /// Puts the bytes of a group of two or three characters.
  private mutating func putPartial(_ group: Base64Group) {
    switch group.count {
    case 2: put(UInt8(truncatingIfNeeded: group.bits >> 4))
    case 3:
      put(UInt8(truncatingIfNeeded: group.bits >> 10))
      put(UInt8(truncatingIfNeeded: group.bits >> 2))
    default: break
    }
  }
}

/// Up to four characters of base64 that stand for up to three bytes.
private struct Base64Group {
  var bits: UInt32 = 0
  var count = 0
  var isPadded = false
  var paddingExpected = 0

  static func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"), .hyphen: 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
