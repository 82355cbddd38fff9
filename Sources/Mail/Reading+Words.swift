extension Reading {
  /// Makes the raw bytes of a field UTF-8.
  mutating func headerBytes(_ raw: [UInt8]) -> [UInt8] {
    guard raw.contains(where: { $0 >= 0x80 }) else { return raw }
    guard !isUTF8(raw) else {
      note(.headerNotASCII)
      return raw
    }
    note(.headerNotUTF8)
    return guessed(raw)
  }

  /// Replaces the encoded words in `bytes`, which are UTF-8, by what they stand for.
  ///
  /// Blanks between two of them go, and their bytes are put together before they become characters:
  /// some programs cut a character in two.
  mutating func decodedWords(_ bytes: [UInt8], mayHaveWords: Bool = true) -> [UInt8] {
    var text: [UInt8] = []
    var run = WordRun()
    var index = 0
    while index < bytes.count {
      guard bytes[index] == .equals, let word = EncodedWord(bytes, at: index, before: bytes.count)
      else {
        if run.isOpen, bytes[index].isWhitespace {
          run.blanks.append(bytes[index])
        } else {
          note(.encodedWordRunTogether, when: run.isOpen && run.blanks.isEmpty)
          end(&run, into: &text)
          note(.malformedEncodedWord, when: beginsBrokenWord(bytes, at: index))
          text.append(bytes[index])
        }
        index += 1
        continue
      }
      note(.misplacedEncodedWord, when: !mayHaveWords)
      note(
        .encodedWordRunTogether,
        when: index > 0 && !bytes[index - 1].isWhitespace && bytes[index - 1] != UInt8(ascii: "("))
      let decoded = word.decoded(bytes)
      note(.malformedEncodedWord, when: !decoded.isWell)
      add(decoded.bytes, word.label, to: &run, &text)
      index = word.end
    }
    end(&run, into: &text, keepsBlanks: true)
    return text
  }

  private func beginsBrokenWord(_ bytes: [UInt8], at index: Int) -> Bool {
    guard bytes[index] == .equals, index + 1 < bytes.count, bytes[index + 1] == .question else {
      return false
    }
    // A question mark further on, and not at once: `=?` alone is just that.
    return bytes[(index + 2)...].prefix(64).contains(.question)
  }

  private mutating func add(
    _ bytes: [UInt8], _ label: String, to run: inout WordRun, _ text: inout [UInt8]
  ) {
    let label = label.lowercased()
    if run.isOpen, run.label != label { end(&run, into: &text, keepsBlanks: false) }
    run.label = label
    run.isOpen = true
    run.bytes += bytes
    run.blanks = []
  }

  private mutating func end(
    _ run: inout WordRun, into text: inout [UInt8], keepsBlanks: Bool = true
  ) {
    guard run.isOpen else { return }
    text += self.text(of: run.bytes, label: run.label)
    if keepsBlanks { text += run.blanks }
    run = WordRun()
  }

  /// Makes UTF-8 a text without NUL, and notes control characters.
  mutating func finished(_ bytes: [UInt8]) -> String {
    note(.controlCharactersInHeader, when: bytes.contains { $0 < 32 && $0 != .tab || $0 == 127 })
    return String(decoding: withoutNUL(bytes), as: UTF8.self)
  }

  /// Puts U+FFFD where NUL stands.
  mutating func withoutNUL(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0) else { return bytes }
    note(.nulCharacters)
    return bytes.flatMap { $0 == 0 ? Reading.replacement : [$0] }
  }

  /// The text of a field that is text and nothing else, such as a subject.
  mutating func unstructured(_ raw: [UInt8]) -> String {
    finished(decodedWords(headerBytes(raw)).trimmed)
  }
}

/// Encoded words in one character set with nothing but blanks between them.
private struct WordRun {
  var isOpen = false
  var label = ""
  var bytes: [UInt8] = []
  /// What stands after the last word; kept when no other word follows.
  var blanks: [UInt8] = []
}
