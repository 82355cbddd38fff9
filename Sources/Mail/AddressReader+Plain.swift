extension AddressReader {
  /// Finds the address among words that stand without angle brackets.
  ///
  /// Old mail has blanks around the `@` and the dots of an address. Where several words are left, the
  /// brackets are missing: the first with an `@` is the address.
  static func address(in plain: [UInt8]) -> (address: [UInt8], rest: [UInt8], isClear: Bool) {
    let words = words(of: plain)
    let at = UInt8(ascii: "@")
    if words.count == 1, let word = words.first, !word.starts(with: Array("=?".utf8)) {
      return (word, [], true)
    }
    guard let found = words.firstIndex(where: { $0.contains(at) }) else {
      return ([], plain.filter { $0 != .quote }, false)
    }
    let rest = words[..<found] + words[(found + 1)...]
    return (words[found], Array(rest.joined(separator: [.space])).filter { $0 != .quote }, false)
  }

  /// Cuts at blanks outside of quotes, and joins what belongs to one address.
  private static func words(of plain: [UInt8]) -> [[UInt8]] {
    let at = UInt8(ascii: "@")
    let dot = UInt8(ascii: ".")
    var words: [[UInt8]] = []
    var isQuoted = false
    var isWithin = false
    var joinsNext = false
    for (index, byte) in plain.enumerated() {
      if byte == .quote { isQuoted.toggle() }
      if byte.isWhitespace, !isQuoted {
        isWithin = false
        continue
      }
      if isWithin || joinsNext && !words.isEmpty || (byte == at || byte == dot) && !words.isEmpty {
        words[words.count - 1].append(byte)
      } else {
        words.append([byte])
      }
      // A lone dot, and any `@`, belong to what follows as well.
      let isLone = !isWithin && (index + 1 == plain.count || plain[index + 1].isWhitespace)
      joinsNext = byte == at || byte == dot && isLone
      isWithin = true
    }
    return words
  }

  /// Whether `address` has a place for the mail to go and somebody there.
  static func isAddress(_ address: [UInt8]) -> Bool {
    let at = UInt8(ascii: "@")
    guard let last = address.lastIndex(of: at), last > 0, last + 1 < address.count else {
      return false
    }
    let local = address[..<last]
    let isQuoted = local.first == .quote && local.last == .quote && local.count > 1
    let odd: [UInt8] = [at, .less, .greater, .quote, .comma, .semicolon, UInt8(ascii: "(")]
    return !address.contains { $0 < 32 || $0 == 127 }
      && (isQuoted || !local.contains { odd.contains($0) || $0 == .space })
      && !address[(last + 1)...].contains { odd.contains($0) || $0 == .space }
  }
}

extension Mailbox {
  /// Whether the name looks like an address, and not like the one it stands for.
  var nameIsAnotherAddress: Bool {
    guard let name, name.contains("@") else { return false }
    let plain = name.filter { !"<>()'\" ".contains($0) }
    return plain.lowercased() != address.lowercased()
  }
}

/// A comment in a structured field: text in parentheses, which may hold others.
struct Comment {
  /// What it says, without the outermost parentheses.
  private(set) var text: [UInt8] = []
  /// Where the rest begins.
  private(set) var end: Int
  private(set) var isEnded = false

  /// Reads the comment that begins at `index`.
  init(_ bytes: [UInt8], at index: Int) {
    var depth = 0
    var position = index
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "(") {
        depth += 1
        if depth == 1 { continue }
      } else if byte == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 {
          isEnded = true
          break
        }
      } else if byte == .backslash, position < bytes.count {
        text.append(bytes[position])
        position += 1
        continue
      }
      text.append(byte)
    }
    end = position
  }
}
