/// Two words of plain letters, which is what every code name is.
///
/// Only `a` to `z` count as letters, so that no two names look alike and differ.
struct TwoWords: Hashable, Sendable {
  /// The number of letters that each word may have.
  static let wordLengths = 2...20

  let first: String
  let second: String

  init?(_ first: String, _ second: String) {
    for word in [first, second] {
      guard
        Self.wordLengths.contains(word.utf8.count),
        word.utf8.allSatisfy({ UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 })
      else { return nil }
    }
    self.first = first
    self.second = second
  }

  /// Reads `home-shelf`, `Home Shelf`, `"home shelf"` and the same with more blanks.
  init?(reading text: String) {
    // The normal form, in which names are stored, is read thousands of times.
    let parts = text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    if parts.count == 2, let first = String(parts[0]), let second = String(parts[1]),
      let words = TwoWords(first, second)
    {
      self = words
      return
    }
    let words = Self.words(reading: text)
    guard words.count == 2 else { return nil }
    self.init(words[0], words[1])
  }

  /// Whether what somebody has typed so far is the beginning of this name.
  func matches(prefix: String) -> Bool {
    let words = Self.words(reading: prefix)
    switch words.count {
    case 1:
      // After a blank or a hyphen the first word is complete.
      let isComplete = prefix.last.map { $0.isWhitespace || $0 == "-" } ?? false
      return isComplete ? first == words[0] : first.hasPrefix(words[0])
    case 2: return first == words[0] && second.hasPrefix(words[1])
    default: return false
    }
  }

  /// The lower-case words of `text`, without the quotes around it.
  private static func words(reading text: String) -> [String] {
    text.lowercased()
      .split { $0.isWhitespace || $0 == "-" || quotes.contains($0) }
      .map(String.init)
  }

  private static let quotes: Set<Character> = ["\"", "'", "“", "”", "„", "‘", "’"]
}

extension TwoWords {
  /// Draws a name that is not taken, each free one equally likely, or nil when all are.
  static func draw(
    from firsts: [String], and seconds: [String],
    using generator: inout some RandomNumberGenerator, unless isTaken: (TwoWords) -> Bool
  ) -> TwoWords? {
    // Almost always a name is found at once; the list of the free ones is made when it is not.
    for _ in 0..<16 {
      if let first = firsts.randomElement(using: &generator),
        let second = seconds.randomElement(using: &generator),
        let words = TwoWords(first, second), !isTaken(words)
      {
        return words
      }
    }
    var free: [TwoWords] = []
    for first in firsts {
      for second in seconds {
        if let words = TwoWords(first, second), !isTaken(words) { free.append(words) }
      }
    }
    return free.randomElement(using: &generator)
  }
}
