package import Sealing

/// A question as its statements tell it: who asked whom what, and what was answered.
package struct QuestionRecord: Sendable {
  package let asked: MemberID
  package let author: MemberID
  /// Everybody who may apply the answer.
  package let askers: Set<MemberID>
  /// When its author says it was put, seconds since 1970.
  package let time: Int64
  /// Nil when it has been erased.
  package private(set) var question: ConflictQuestion?
  /// The newest answer.
  package private(set) var answer: ConflictAnswer?
  package private(set) var declaration: ConflictDeclaration?

  /// Nil for a compartment that is no question.
  package init?(_ state: CompartmentState) {
    guard case .question(let founding) = state.founding else { return nil }
    asked = founding.asked
    author = state.opener
    askers = founding.askers.union([state.opener])
    var time: Int64 = 0
    for statement in state.counted {
      switch statement.content {
      case .founding: time = statement.time
      // Only the first counts: nobody is asked one thing and found to have answered another.
      case .question(let question) where self.question == nil: self.question = question
      case .conflictAnswer(let answer): self.answer = answer
      case .declaration(let declaration): self.declaration = declaration
      default: continue
      }
    }
    self.time = time
  }
}
