import BitCollections
import Casework
import Sealing

/// The rule of authority: governing and widening take a chair inside, or more than half of the
/// voters inside; anyone may take themself out. In persons, key holders stand in the chair's place.
extension ReaderEvaluation {
  func voters(_ inside: Set<MemberID>, _ state: RosterState) -> Set<MemberID> {
    switch founding.kind {
    case .person: inside.intersection(state.keyHolders)
    case .question: inside.intersection(askers)
    case .roster, .sheet, .matter: inside.intersection(state.voters)
    }
  }

  /// Those inside whose word alone is enough.
  private func governors(_ inside: Set<MemberID>, _ state: RosterState) -> Set<MemberID> {
    switch founding.kind {
    case .person: inside.intersection(state.keyHolders)
    case .question: inside.intersection(askers)
    case .roster, .sheet, .matter: inside.intersection(state.chairs)
    }
  }

  /// Who put the question; nobody in other compartments.
  var askers: Set<MemberID> {
    guard case .question(let question) = founding else { return [] }
    return question.askers.union([graph.statements[root].author])
  }

  /// While no chair is inside, whoever opened the case may widen alone, as long as they vote.
  func mayWiden(_ author: MemberID, _ inside: Set<MemberID>, _ state: RosterState) -> Bool {
    let governors = governors(inside, state)
    return governors.contains(author)
      || governors.isEmpty && author == graph.statements[root].author
        && voters(inside, state).contains(author)
      || voters(inside, state) == [author]
  }

  /// The one taken out is not counted.
  func mayGovern(
    _ author: MemberID, _ inside: Set<MemberID>, _ state: RosterState, takingOut target: MemberID
  ) -> Bool {
    governors(inside, state).contains(author)
      || voters(inside, state).subtracting([target]) == [author]
  }
}
