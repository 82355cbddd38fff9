import Casework

/// Answers to the questions of a form, typed as `FIELD=VALUE`.
struct TypedAnswers<Question: VocabularyWord> {
  /// In the order in which they were typed; each question once.
  private(set) var answers: [(question: Question, text: String)] = []

  init(_ typed: [String]) throws(Failure) {
    for text in typed {
      guard let sign = text.firstIndex(of: "=") else { throw .noAnswerAssigned }
      let question: Question
      do throws(ValueError) {
        question = try Question(reading: String(text[..<sign]))
      } catch {
        throw .unknownQuestion(error, known: Question.tokens)
      }
      guard !answers.contains(where: { $0.question == question }) else {
        throw .answerTwice(question.token)
      }
      answers.append((question, String(text[text.index(after: sign)...])))
    }
  }
}

extension IntakeForm {
  /// The form that was typed; nil when no answer was given.
  init?(typed: [String]) throws(Failure) {
    guard !typed.isEmpty else { return nil }
    self.init()
    for (field, text) in try TypedAnswers<IntakeField>(typed).answers {
      do throws(ValueError) {
        try answer(field, text)
      } catch {
        throw Failure(error, for: .question(field.token))
      }
    }
  }
}
