import Defences
package import Sealing

/// The roster: from the acts and followings that are known, the one chain that is the committee.
///
/// A function of the set alone, whatever the order of arrival, except that branches in `held`, on
/// which this machine has seen a majority stand, are not left. The rule is in the format article,
/// "The roster's fork choice".
package struct RosterChain: Sendable {
  package struct Fork: Hashable, Sendable {
    package let at: StatementID
    package let taken: StatementID
    package let leftOut: [StatementID]
    /// Voters who stood on more than one branch, and so counted for none.
    package let doubled: Set<MemberID>
  }

  package let vault: VaultID
  /// The chain, from the founding to the head.
  package let path: [StatementID]
  package let states: [StatementID: RosterState]
  package let forks: [Fork]
  /// Valid acts that are not on the path.
  package let leftOut: Set<StatementID>
  package let refused: [StatementID: RosterRefusal]
  /// Acts on the path that more than half of the voters before them wrote, follow or built on: to be
  /// held.
  package let majorities: Set<StatementID>
  private let positions: [StatementID: Int]
  private let branchPoints: [StatementID: StatementID]

  /// What a statement of the roster contributes to the choice.
  package struct Input: Sendable {
    package let id: StatementID
    package let author: MemberID
    package let content: StatementContent

    package init(id: StatementID, author: MemberID, content: StatementContent) {
      self.id = id
      self.author = author
      self.content = content
    }
  }

  /// Nil when `founding` does not found a roster.
  package init?(
    founding: Input, statements: some Sequence<Input>, held: Set<StatementID> = []
  ) {
    guard case .founding(.roster(let chair, _)) = founding.content,
      chair.member == founding.author || !Defence.founderIsOnTheCard.stands
    else { return nil }
    vault = VaultID(founding.id.bytes)
    let tree = RosterTree(founding: founding, chair: chair, statements: statements)

    var path = [founding.id]
    var forks: [Fork] = []
    var majorities: Set<StatementID> = []
    while let here = path.last, let children = tree.children[here], !children.isEmpty,
      let state = tree.states[here]
    {
      let voters = Defence.onlyVotersCount.stands ? state.voters : state.all
      let standing = tree.standing(on: children, among: voters)
      let kept = Defence.majorityIsHeld.stands ? children.filter(held.contains) : []
      let candidates = kept.isEmpty ? children : kept
      // Most voters first, then the smallest id.
      let taken = candidates.min { left, right in
        let (a, b) = (standing.support[left] ?? 0, standing.support[right] ?? 0)
        if a != b, Defence.mostVotersDecide.stands { return a > b }
        return left < right && Defence.smallestBreaksTies.stands
      }
      guard let taken else { break }
      if children.count > 1 {
        forks.append(
          Fork(
            at: here, taken: taken, leftOut: children.filter { $0 != taken }.sorted(),
            doubled: standing.doubled))
      }
      if 2 * (standing.settled[taken] ?? 0) > state.voters.count { majorities.insert(taken) }
      path.append(taken)
    }
    self.path = path
    guard let head = path.last.flatMap({ tree.states[$0] }) else { return nil }
    self.head = head
    self.forks = forks
    self.majorities = majorities
    states = tree.states
    refused = tree.refused
    let onPath = Set(path)
    leftOut = Set(tree.states.keys).subtracting(onPath)
    positions = Dictionary(uniqueKeysWithValues: path.enumerated().map { ($1, $0) })
    // An act off the path is judged at the last act before it that is on it.
    var branchPoints: [StatementID: StatementID] = [:]
    for id in leftOut {
      var here = id
      while !onPath.contains(here), let before = tree.before[here] { here = before }
      branchPoints[id] = here
    }
    self.branchPoints = branchPoints
  }

  package var founding: StatementID { path[0] }
  package let head: RosterState

  /// The position on the path at which a statement naming `act` is judged; an act that is not known
  /// (yet) is judged at the founding, where only the first chair is anybody.
  package func position(of act: StatementID) -> Int {
    positions[act] ?? branchPoints[act].flatMap { positions[$0] } ?? 0
  }

  package func state(at position: Int) -> RosterState { states[path[position]] ?? head }

  /// Everybody who was ever on the path, as they last stood.
  package var everyone: [MemberID: Member] {
    var everyone: [MemberID: Member] = [:]
    for id in path {
      for (member, value) in states[id]?.members ?? [:] { everyone[member] = value }
    }
    return everyone
  }
}
