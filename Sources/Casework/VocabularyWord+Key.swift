extension VocabularyWord {
  /// The token as a key of stored JSON, in which words are joined by `_`.
  package var key: String { String(rawValue.map { $0 == "-" ? "_" : $0 }) }

  /// The word whose key is exactly `key`.
  package init?(key: String) {
    guard let word = Self.allCases.first(where: { $0.key == key }) else { return nil }
    self = word
  }
}
