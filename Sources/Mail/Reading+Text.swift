internal import POSIX

extension Reading {
  /// Turns `bytes` into UTF-8, as far as `limit` bytes of it, and notes what is odd.
  ///
  /// Without a label they should be ASCII.
  mutating func text(of bytes: [UInt8], label: String?, limit: Int = .max) -> [UInt8] {
    let isASCII = !bytes.contains { $0 >= 0x80 }
    var set = CharacterSet.ascii
    if let label {
      guard let known = CharacterSet(label: label) else {
        note(.unknownCharacterSet)
        return cut(guessed(bytes), to: limit)
      }
      set = known
    }
    let text: [UInt8]
    switch set {
    case .ascii:
      note(.bytesBeyondASCII, when: !isASCII)
      text = guessed(bytes)
    case .utf8:
      text = repaired(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
    case .latin1:
      note(.mislabelledLatin1, when: bytes.contains { $0 >= 0x80 && $0 < 0xA0 })
      text = isASCII ? bytes : single(bytes, SingleByteTable.windows1252)
    case .windows1252: text = isASCII ? bytes : single(bytes, SingleByteTable.windows1252)
    case .utf7: text = fromUTF7(bytes)
    case .utf16: text = fromUTF16(bytes, littleEndian: false)
    case .utf16LittleEndian: text = fromUTF16(bytes, littleEndian: true)
    case .single(let set): text = isASCII ? bytes : single(bytes, set)
    case .multi(let set): text = multi(bytes, set, limit: limit)
    }
    return cut(text, to: limit)
  }

  /// Takes `bytes` for UTF-8 where they are, or else for windows-1252.
  mutating func guessed(_ bytes: [UInt8]) -> [UInt8] {
    isUTF8(bytes) ? bytes : single(bytes, SingleByteTable.windows1252)
  }

  /// Whether `bytes` are UTF-8 as it should be.
  func isUTF8(_ bytes: [UInt8]) -> Bool {
    !bytes.contains { $0 >= 0x80 } || String(validating: bytes, as: UTF8.self) != nil
  }

  private mutating func repaired(_ bytes: [UInt8]) -> [UInt8] {
    if isUTF8(bytes) { return bytes }
    note(.malformedText)
    return Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  private mutating func single(_ bytes: [UInt8], _ set: SingleByteSet) -> [UInt8] {
    if singleByteTables[set] == nil { singleByteTables[set] = SingleByteTable(set) }
    guard let table = singleByteTables[set] else {
      note(.unknownCharacterSet)
      return guessed(bytes)
    }
    return single(bytes, table)
  }

  private mutating func single(_ bytes: [UInt8], _ table: SingleByteTable) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else if let character = table.text(of: byte) {
        text += character
      } else {
        note(.malformedText)
        text += Reading.replacement
      }
    }
    return text
  }

  private mutating func multi(_ bytes: [UInt8], _ set: MultiByteSet, limit: Int) -> [UInt8] {
    do throws(CharacterSetError) {
      let conversion = try CharacterSetConversion(from: set.rawValue)
      let converted = conversion.convert(bytes[...], limit: limit)
      note(.malformedText, when: converted.malformedCount > 0)
      note(.textTooLong, when: converted.isCut)
      return converted.text
    } catch {
      note(.unknownCharacterSet)
      return guessed(bytes)
    }
  }

  /// The first `limit` bytes of UTF-8, with no character cut in two.
  mutating func cut(_ text: [UInt8], to limit: Int) -> [UInt8] {
    guard text.count > limit else { return text }
    note(.textTooLong)
    var end = max(limit, 0)
    while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    return Array(text[..<end])
  }

  static let replacement = Array("\u{FFFD}".utf8)
}
