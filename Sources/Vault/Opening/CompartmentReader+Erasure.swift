import Defences
import Statements

/// What was erased is not read, wherever it still lies.
extension CompartmentReader.Result {
  /// Leaves out the statements that a question's askers erased.
  ///
  /// Who the askers are stands in the founding statement, which is never erased; so anybody can tell
  /// without judging the rest.
  mutating func leaveOutErased() {
    let founding = statements.values.first {
      if case .founding(.question) = $0.content { true } else { false }
    }
    guard let founding, case .founding(.question(let question)) = founding.content else { return }
    let askers = question.askers.union([founding.author])
    for statement in statements.values {
      guard case .erasure(let dropped) = statement.content,
        askers.contains(statement.author) || !Defence.erasureIsTheAskers.stands
      else { continue }
      erased.formUnion(dropped)
    }
    erased.remove(founding.id)
    guard !erased.isEmpty else { return }
    statements = statements.filter { !erased.contains($0.key) }
    verified.subtract(erased)
  }
}
