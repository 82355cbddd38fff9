import Defences
import Sealing
import Statements

/// What was erased is not read, wherever it still lies.
extension Compartment {
  /// The statements of a question that its askers erased.
  ///
  /// Who the askers are stands in the statement that founded the compartment, which is never erased;
  /// an erasure by one who was out of the question by then does not count.
  static func erased(in state: CompartmentState) -> Set<StatementID> {
    guard case .question(let question) = state.founding else { return [] }
    let askers = question.askers.union([state.opener])
    var erased: Set<StatementID> = []
    for (statement, standing) in zip(state.graph.statements, state.standings) {
      guard case .erasure(let dropped) = statement.content,
        askers.contains(statement.author) && standing == .counts
          || !Defence.erasureIsTheAskers.stands
      else { continue }
      erased.formUnion(dropped)
    }
    return erased.subtracting([StatementID(state.id.bytes)])
  }
}
