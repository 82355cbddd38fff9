/// Cuts the value of a field into a first word and parameters.
struct ParameterScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads up to the first semicolon or blank.
  mutating func readValue(_ reading: inout Reading) -> [UInt8] {
    skipBlanks(&reading)
    let start = position
    while position < bytes.count, !bytes[position].isWhitespace, bytes[position] != .semicolon,
      bytes[position] != UInt8(ascii: "(")
    { position += 1 }
    let value = Array(bytes[start..<position])
    skipBlanks(&reading)
    reading.note(
      .malformedParameter, when: position < bytes.count && bytes[position] != .semicolon)
    return value
  }

  /// Reads the next parameter, or nothing at the end.
  mutating func next(_ reading: inout Reading) -> (name: [UInt8], value: [UInt8])? {
    while true {
      skipBlanks(&reading)
      guard position < bytes.count else { return nil }
      if bytes[position] == .semicolon {
        position += 1
        continue
      }
      let start = position
      while position < bytes.count, isPartOfName(bytes[position]) { position += 1 }
      let name = Array(bytes[start..<position])
      skipBlanks(&reading)
      guard position < bytes.count, bytes[position] == .equals, !name.isEmpty else {
        reading.note(.malformedParameter)
        // Something was read, or is passed over: there is always less left.
        if name.isEmpty { position += 1 }
        continue
      }
      position += 1
      skipBlanks(&reading)
      let isQuoted = position < bytes.count && bytes[position] == .quote
      return (name, isQuoted ? readQuoted(&reading) : readPlain(&reading))
    }
  }

  private mutating func readQuoted(_ reading: inout Reading) -> [UInt8] {
    position += 1
    var value: [UInt8] = []
    while position < bytes.count, bytes[position] != .quote {
      // Some programs write names of files with backslashes, and do not mean them as escapes.
      if bytes[position] == .backslash, position + 1 < bytes.count,
        bytes[position + 1] == .quote || bytes[position + 1] == .backslash
      {
        position += 1
      }
      value.append(bytes[position])
      position += 1
    }
    reading.note(.unterminatedQuote, when: position >= bytes.count)
    position = min(position + 1, bytes.count)
    skipBlanks(&reading)
    reading.note(
      .malformedParameter, when: position < bytes.count && bytes[position] != .semicolon)
    return value
  }

  /// Reads a value without quotes, which should have no blanks, but may: `name=my file.pdf`.
  private mutating func readPlain(_ reading: inout Reading) -> [UInt8] {
    let start = position
    var end = position
    while position < bytes.count, bytes[position] != .semicolon {
      if bytes[position].isWhitespace {
        skipBlanks(&reading)
        if position >= bytes.count || bytes[position] == .semicolon { break }
        reading.note(.malformedParameter)
        if beginsParameter() { break }
      } else {
        position +=
          EncodedWord(bytes, at: position, before: bytes.count).map { $0.end - position } ?? 1
        end = position
      }
    }
    return Array(bytes[start..<end])
  }

  /// Whether a name and an equals sign follow, so that only the semicolon is missing.
  private func beginsParameter() -> Bool {
    var index = position
    while index < bytes.count, isPartOfName(bytes[index]) { index += 1 }
    return index > position && index < bytes.count && bytes[index] == .equals
  }

  private func isPartOfName(_ byte: UInt8) -> Bool {
    byte > .space && byte != 127 && byte != .equals && byte != .semicolon && byte != .quote
      && byte != UInt8(ascii: "(")
  }

  /// Goes past blanks and comments.
  private mutating func skipBlanks(_ reading: inout Reading) {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "(") {
        let comment = Comment(bytes, at: position)
        reading.note(.unterminatedComment, when: !comment.isEnded)
        position = comment.end
      } else if bytes[position].isWhitespace {
        position += 1
      } else {
        return
      }
    }
  }
}
