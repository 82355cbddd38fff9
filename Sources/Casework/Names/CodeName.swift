/// The two neutral words that a case goes by everywhere.
///
/// Drawn at random and never reused in a vault. A code name says nothing about its case.
package struct CodeName: Hashable, Sendable {
  let words: TwoWords

  /// Reads a code name as people write it: `home-shelf`, `Home Shelf`, `"home shelf"`.
  ///
  /// Any two words of `a` to `z` are a code name, of the program's lists or not: committees bring
  /// names of their own.
  package init?(reading text: String) {
    guard let words = TwoWords(reading: text) else { return nil }
    self.words = words
  }

  /// The normal form, which is stored and shown: `home shelf`.
  package var text: String { "\(words.first) \(words.second)" }

  /// The form that needs no quotes in a shell: `home-shelf`.
  package var hyphenated: String { "\(words.first)-\(words.second)" }

  /// Whether what somebody has typed so far is the beginning of this name.
  package func matches(prefix: String) -> Bool { words.matches(prefix: prefix) }

  /// Draws a name of the word lists that is not among `taken`, each equally likely.
  ///
  /// Nil when every name of the lists is taken.
  package static func draw(
    using generator: inout some RandomNumberGenerator, avoiding taken: Set<CodeName>
  ) -> CodeName? {
    TwoWords.draw(
      from: CodeNameWords.first, and: CodeNameWords.second, using: &generator,
      unless: { taken.contains(CodeName(words: $0)) }
    ).map(CodeName.init(words:))
  }

  private init(words: TwoWords) { self.words = words }
}

extension CodeName: CustomStringConvertible {
  package var description: String { text }
}

extension CodeName: Comparable {
  package static func < (left: CodeName, right: CodeName) -> Bool { left.text < right.text }
}
