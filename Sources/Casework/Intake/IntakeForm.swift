/// The intake form of one report: a few answers, each a word of its list or a text.
package struct IntakeForm: Hashable, Sendable {
  /// The longest answer, in bytes of UTF-8.
  package static let maximumBytes = 4096

  package private(set) var answers: [IntakeField: String] = [:]
  /// Answers to questions of a later version, by the key they were stored under.
  package private(set) var unknown: [String: String] = [:]

  package init() {}

  package var isEmpty: Bool { answers.isEmpty && unknown.isEmpty }

  /// Reads an answer as a person types it; a word that is not on the question's list is refused
  /// together with the list.
  package mutating func answer(_ field: IntakeField, _ text: String) throws(ValueError) {
    answers[field] = try Answer.read(
      text, words: field.words, maximumBytes: IntakeForm.maximumBytes)
  }

  /// The answers given, in the order of the form.
  package var inOrder: [(field: IntakeField, text: String)] {
    IntakeField.allCases.compactMap { field in answers[field].map { (field, $0) } }
  }

  /// The stored form: texts by key.
  package var stored: [String: String] {
    var stored = unknown
    for (field, text) in answers { stored[field.key] = text }
    return stored
  }

  /// Reads the stored form; nothing of it is lost, known or not.
  package init(stored: [String: String]) {
    for (key, text) in stored {
      if let field = IntakeField(key: key) { answers[field] = text } else { unknown[key] = text }
    }
  }
}
