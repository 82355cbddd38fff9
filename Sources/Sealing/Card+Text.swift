extension Card {
  private static let prefix = "conclave-card-1."

  /// The card as one line that survives mail and chat: letters, digits, `-` and `_` only.
  package var text: String { Card.prefix + Base64URL.encode(bytes) }

  /// Reads an authentic card from text that may have been wrapped, quoted or surrounded by other lines.
  ///
  /// Blanks, line breaks and quotation marks of mail within the card are passed over.
  package init(reading text: String) throws(CardError) {
    // Bytes, not characters: a card is ASCII, and what surrounds it may be anything.
    let all = Array(text.utf8)
    let prefix = Array(Card.prefix.utf8)
    guard let start = all.indices.first(where: { all[$0...].starts(with: prefix) }) else {
      throw .notACard
    }
    var digits: [UInt8] = []
    for byte in all[(start + prefix.count)...] {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        digits.append(byte)
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"),
        UInt8(ascii: ">"), UInt8(ascii: "="):
        continue
      default: break
      }
      // More than any card has: what follows it in the mail.
      if digits.count == 1024 { break }
    }
    // Words after the card would read as more of it, so the length its fields state is taken.
    guard let count = Card.textByteCount(digits) else { throw .notACard }
    guard let bytes = Base64URL.decode(Array(digits.prefix(count))) else { throw .notACard }
    try self.init(decoding: bytes)
    guard isAuthentic else { throw .notAuthentic }
  }

  /// How many digits the card that begins here has, from the lengths of its two texts.
  private static func textByteCount(_ digits: [UInt8]) -> Int? {
    let usable = digits.count - digits.count % 4
    guard let head = Base64URL.decode(Array(digits.prefix(usable))), head.count > 65 else {
      return nil
    }
    var reader = ByteReader(head, from: 65)
    guard let name = try? reader.takeField(limit: nameByteLimit),
      let address = try? reader.takeField(limit: addressByteLimit)
    else { return nil }
    let bytes = 65 + 4 + name.count + 4 + address.count + 64
    return (bytes * 8 + 5) / 6
  }
}

/// Base 64 with the alphabet of RFC 4648, section 5, and no padding.
package enum Base64URL {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  package static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    var buffer: UInt32 = 0
    var bits = 0
    for byte in bytes {
      buffer = buffer << 8 | UInt32(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        text.append(alphabet[Int(buffer >> UInt32(bits) & 63)])
      }
      buffer &= (1 << UInt32(bits)) - 1
    }
    if bits > 0 { text.append(alphabet[Int(buffer << UInt32(6 - bits) & 63)]) }
    return String(decoding: text, as: UTF8.self)
  }

  /// Nil for anything encoding would not have produced, spare bits included.
  package static func decode(_ digits: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    var buffer: UInt32 = 0
    var bits = 0
    for digit in digits {
      guard let value = alphabet.firstIndex(of: digit) else { return nil }
      buffer = buffer << 6 | UInt32(value)
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
      }
      buffer &= (1 << UInt32(bits)) - 1
    }
    return bits < 6 && buffer == 0 ? bytes : nil
  }
}
