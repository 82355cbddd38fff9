/// One of a fixed list of words that people type, the vault stores and `--json` prints.
///
/// The raw value is the canonical token: lower case, words joined by hyphens. Reading is lenient in
/// the ways people differ (case, outer blanks, `?`, repeated spaces, hyphen or space) and in no
/// other: an unknown word is refused together with the list, never guessed.
package protocol VocabularyWord: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String {}

extension VocabularyWord {
  /// The canonical token.
  package var token: String { rawValue }

  /// Every token of the list, in its order.
  package static var tokens: [String] { allCases.map(\.rawValue) }

  /// Reads a word as a person types it.
  package init(reading text: String) throws(ValueError) {
    let token = Vocabulary.token(reading: text)
    guard !token.isEmpty else { throw .empty }
    guard let word = Self(rawValue: token) else {
      throw Vocabulary.unknown(token, among: Self.tokens)
    }
    self = word
  }
}

/// How any word of a fixed list is brought into the form in which lists hold it.
package enum Vocabulary {
  /// The token that `text` spells: lower case, without `?`, with one hyphen where blanks or hyphens
  /// stood.
  ///
  /// It says nothing about whether the token is known.
  package static func token(reading text: String) -> String {
    text.lowercased()
      .split { $0.isWhitespace || $0 == "-" || $0 == "?" }
      .joined(separator: "-")
  }

  static func unknown(_ token: String, among known: [String]) -> ValueError {
    .unknown(known: known, closest: Suggestion.closest(to: token, among: known))
  }
}
