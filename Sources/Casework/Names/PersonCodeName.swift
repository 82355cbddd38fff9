/// The two words that a reported person goes by, across cases: `Blue Jay`.
///
/// Who it is stands in the person identity key alone.
package struct PersonCodeName: Hashable, Sendable {
  let words: TwoWords

  /// Reads a person code name as people write it: `blue-jay`, `Blue Jay`, `"blue jay"`.
  package init?(reading text: String) {
    guard let words = TwoWords(reading: text) else { return nil }
    self.words = words
  }

  /// The normal form, which is stored and shown: `Blue Jay`.
  package var text: String { "\(Self.titled(words.first)) \(Self.titled(words.second))" }

  /// The form that needs no quotes in a shell: `blue-jay`.
  package var hyphenated: String { "\(words.first)-\(words.second)" }

  /// Whether what somebody has typed so far is the beginning of this name.
  package func matches(prefix: String) -> Bool { words.matches(prefix: prefix) }

  /// Draws a name of the word lists that is not among `taken`, each equally likely.
  ///
  /// Nil when every name of the lists is taken.
  package static func draw(
    using generator: inout some RandomNumberGenerator, avoiding taken: Set<PersonCodeName>
  ) -> PersonCodeName? {
    TwoWords.draw(
      from: PersonCodeNameWords.first, and: PersonCodeNameWords.second, using: &generator,
      unless: { taken.contains(PersonCodeName(words: $0)) }
    ).map(PersonCodeName.init(words:))
  }

  private init(words: TwoWords) { self.words = words }

  private static func titled(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }
}

extension PersonCodeName: CustomStringConvertible {
  package var description: String { text }
}

extension PersonCodeName: Comparable {
  package static func < (left: PersonCodeName, right: PersonCodeName) -> Bool {
    left.text < right.text
  }
}
