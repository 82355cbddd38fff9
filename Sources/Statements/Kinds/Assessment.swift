import Casework

/// Answers to questions of the assessment; the newest answer to each question counts.
package struct Assessment: Hashable, Sendable {
  package static let answerLimit = 64

  /// By the question's key, keys of later versions included; an empty text takes an answer back.
  package let answers: [String: String]

  package init(answers: [String: String]) { self.answers = answers }

  var body: [String: JSONValue] { ["answers": .texts(answers)] }

  init?(_ fields: inout Fields) {
    guard
      let answers = fields.takeTexts(
        "answers", limit: AssessmentField.maximumBytes, fieldLimit: Assessment.answerLimit)
    else { return nil }
    self.init(answers: answers)
  }
}
