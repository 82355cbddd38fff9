package import Casework
package import Sealing
package import Statements

/// Where things stand.
extension OpenVault {
  package struct Status: Sendable {
    package let vault: VaultID
    package let me: MemberLine
    package let memberCount: Int
    package let caseCount: Int
    package let sheetRowCount: Int?
    package let ongoingCount: Int?
    /// What changed on the roster since this member last looked.
    package let news: [LogLine]
    package let waiting: [WaitingAct]
    package let casesWithOneReader: [String]
    /// Cases whose old key still opens something, because nobody inside has re-sealed them.
    package let unfinished: [String]
    package let unopenedCount: Int
    package let strangeCount: Int
    package let onlyChair: Bool
    package let onlyKeyHolder: Bool
    /// When this copy was last synced with another, seconds since 1970; nil when never.
    package let lastSync: Int64?
    /// Acts of this member that stand on a branch the committee did not take, and proposals that
    /// another act overtook since they last looked.
    package let actsNotTaken: [StatementID]
    /// Voters who stood on two branches of the roster.
    package let doubled: [String]
    /// Key holders who are outside entries this member could let them into.
    package let keyHoldersOutside: [String]
    /// How many questions wait for this member's answer, a newcomer's list among them.
    package let questionsToMe: Int
    /// The cases whose askers have answers to look at, and the newcomers who have declared.
    package let clearIn: [CodeName]
    package let declared: [String]
    /// By case that no chair reads: who joined the committee after it was opened and was not asked.
    package let newcomersOutside: [(shown: String, names: [String])]
  }

  package func status() throws(VaultError) -> Status {
    guard let me else { throw .notOnTheRoster }
    let rows = readsSheet ? sheetRecord().sorted : nil
    let status = Status(
      vault: id, me: line(me), memberCount: state.members.count, caseCount: caseNames.count,
      sheetRowCount: rows?.count,
      ongoingCount: rows?.filter { $0.row.status != .resolved }.count, news: news(),
      waiting: waitingActs,
      casesWithOneReader: caseNames.filter {
        copy.index.entries[$0.id]?.summary.readerCount == 1
      }.map(\.shown),
      unfinished: compartments.values.filter { !$0.staleEpochs.isEmpty }.map(label).sorted(),
      unopenedCount: copy.objects.unopened.count, strangeCount: copy.objects.strange.count,
      onlyChair: state.chairs.count == 1,
      onlyKeyHolder: state.keyHolders.count == 1,
      lastSync: copy.index.lastSync > 0 ? copy.index.lastSync : nil,
      actsNotTaken: roster.leftOut.sorted().filter { act in
        rosterCompartment.statements[act]?.author == memberID
      } + overtakenProposals,
      doubled: names(of: roster.forks.reduce(into: Set<MemberID>()) { $0.formUnion($1.doubled) }),
      keyHoldersOutside: keyHoldersOutside(), questionsToMe: questionsToMe, clearIn: clearIn,
      declared: declaredToMe, newcomersOutside: newcomersOutside())
    copy.index.shown = state.act
    return status
  }

  /// A proposal is for the roster as it stood: once another act stands there it can be endorsed no
  /// more, and must be made again.
  private var overtakenProposals: [StatementID] {
    let seen = copy.index.shown.map(roster.position) ?? 0
    let acts = roster.path.compactMap { id -> RosterAct? in
      guard case .act(let act)? = rosterCompartment.statements[id]?.content else { return nil }
      return act
    }
    return rosterCompartment.state.counted.filter { statement in
      guard statement.author == memberID,
        case .rosterProposal(let proposal) = statement.content, proposal.before != state.act,
        roster.position(of: proposal.before) >= seen
      else { return false }
      return !acts.contains { $0.before == proposal.before && $0.change == proposal.change }
    }.map(\.id)
  }

  private func news() -> [LogLine] {
    let position = copy.index.shown.map { roster.path.firstIndex(of: $0) ?? 0 } ?? 0
    let fresh = Set(roster.path[(position + 1)...])
    let graph = rosterCompartment.state.graph
    return roster.path.filter(fresh.contains).compactMap { act in
      guard let index = graph.index(of: act) else { return nil }
      let statement = graph.statements[index]
      guard statement.author != memberID else { return nil }
      return logLine(statement, at: .committee, .counts)
    }
  }

  private func keyHoldersOutside() -> [String] {
    guard me?.isKeyHolder == true, state.keyHolders.count > 1 else { return [] }
    var outside: Set<MemberID> = []
    for entry in read(ids(of: .person)) where entry.state.entitled.contains(memberID) {
      guard isOnSheet(label(of: entry)) else { continue }
      outside.formUnion(
        state.keyHolders.subtracting(entry.state.entitled).subtracting(entry.state.excluded))
    }
    return names(of: outside)
  }
}
