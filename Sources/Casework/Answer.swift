/// How an answer to one question of a form is read.
enum Answer {
  /// The answer that `text` is: a token of `words`, or where there is no list the text without the
  /// blanks around it.
  static func read(
    _ text: String, words: [String]?, maximumBytes: Int
  ) throws(ValueError) -> String {
    let trimmed = Blanks.trimmed(text)
    guard !trimmed.isEmpty else { throw .empty }
    guard trimmed.utf8.count <= maximumBytes else {
      throw .tooLong(limit: maximumBytes, found: trimmed.utf8.count)
    }
    guard let words else { return trimmed }
    let token = Vocabulary.token(reading: trimmed)
    guard words.contains(token) else { throw Vocabulary.unknown(token, among: words) }
    return token
  }
}
