package import Casework
package import Sealing
import Statements

/// Who can read what, and who could: from the signed statements, re-seals not yet done included.
extension OpenVault {
  /// How somebody stands to one compartment.
  package enum Standing: String, Hashable, Sendable {
    case reads
    case recused
    /// Taken out, and the old key still opens what lies there.
    case notYetResealed = "not-yet-resealed"
    case outside
  }

  /// A stretch of time in which somebody could read.
  package struct Span: Hashable, Sendable {
    package let member: MemberID
    package let name: String
    package let from: Int64
    /// Nil while they read.
    package let until: Int64?
    package let admittedBy: String
    /// Who took them out; empty while they read.
    package let endedBy: String
    /// When a re-seal took the old key out of the vault; nil while it still opens something.
    package let resealed: Int64?
  }

  package struct CaseAccess: Sendable {
    package let shown: String
    package let standings: [(member: MemberID, name: String, standing: Standing)]
    package let isResealPending: Bool
    package let spans: [Span]
  }

  package func access(to text: String) throws(VaultError) -> CaseAccess {
    access(to: try findCase(text, allowingPrefix: true))
  }

  /// Access to every case open to this member, in the order in which they were opened.
  package func accessToAll() -> [CaseAccess] {
    read(caseNames.map(\.id)).map(access)
  }

  func access(to matter: Compartment) -> CaseAccess {
    let state = matter.state
    let isPending = !matter.staleEpochs.isEmpty
    let standings = members.map { member -> (MemberID, String, Standing) in
      if state.entitled.contains(member.id) { return (member.id, member.name, .reads) }
      let hadKey = state.events.contains { $0.admitted.contains(member.id) }
      if isPending, hadKey { return (member.id, member.name, .notYetResealed) }
      let isOut = state.excluded.contains(member.id)
      return (member.id, member.name, isOut ? .recused : .outside)
    }
    let shown = caseNames.first { $0.id == matter.id }?.shown ?? label(of: matter)
    return CaseAccess(
      shown: shown, standings: standings, isResealPending: isPending, spans: spans(of: matter))
  }

  /// From when to when each could read, told from the statements' claimed times.
  private func spans(of matter: Compartment) -> [Span] {
    let state = matter.state
    let graph = state.graph
    func statement(_ id: StatementID) -> Statement? {
      graph.index(of: id).map { graph.statements[$0] }
    }
    var spans: [Span] = []
    for event in state.events {
      guard let cause = statement(event.statement) else { continue }
      for member in event.admitted.sorted() {
        let end = ending(of: member, after: event, in: matter)
        let reseal = end.flatMap { resealed(after: $0.time, leavingOut: member, in: matter) }
        spans.append(
          Span(
            member: member, name: name(of: member), from: cause.time, until: end?.time,
            admittedBy: name(of: cause.author), endedBy: end?.by ?? "", resealed: reseal))
      }
    }
    return spans.sorted { ($0.from, $0.name) < ($1.from, $1.name) }
  }

  private func ending(
    of member: MemberID, after event: CompartmentState.ReaderEvent, in matter: Compartment
  ) -> (time: Int64, by: String)? {
    let state = matter.state
    if let index = state.events.firstIndex(of: event),
      let loss = state.events[index...].first(where: { $0.lost.contains(member) }),
      let at = state.graph.index(of: loss.statement)
    {
      let statement = state.graph.statements[at]
      return (statement.time, name(of: statement.author))
    }
    guard !state.entitled.contains(member) else { return nil }
    // Not recused here, and no reader: removed from the roster.
    for act in roster.path.reversed() {
      guard let index = rosterCompartment.state.graph.index(of: act) else { continue }
      let statement = rosterCompartment.state.graph.statements[index]
      if case .act(let content) = statement.content, content.change.target == member {
        return (statement.time, name(of: statement.author))
      }
    }
    return nil
  }

  private func resealed(
    after time: Int64, leavingOut member: MemberID, in matter: Compartment
  ) -> Int64? {
    guard matter.staleEpochs.isEmpty else { return nil }
    let epochs = matter.state.epochs.filter { !$0.potential.contains(member) }.map(\.id)
    return matter.state.counted.first { statement in
      guard case .reseal(let reseal) = statement.content else { return false }
      return epochs.contains(reseal.to)
    }?.time
  }

  /// What one member can read, of what this member can see.
  package struct MemberAccess: Sendable {
    package let name: String
    /// Whether they are on the committee now.
    package let isMember: Bool
    package let reads: [String]
    package let recused: [String]
    package let outside: [String]
    package let readsSheet: Bool
    package let isKeyHolder: Bool
    package let persons: [PersonCodeName]
    package let spans: [(shown: String, span: Span)]
  }

  /// What a member can read, or could while they were one.
  package func access(ofMember text: String) throws(VaultError) -> MemberAccess {
    let member: Member
    do throws(VaultError) {
      member = try findMember(text)
    } catch .noSuchMember {
      member = try find(text, among: everyone.values.filter { state.member($0.id) == nil })
    }
    let isMember = state.member(member.id) != nil
    let all = read(caseNames.map(\.id)).map { ($0, access(to: $0)) }
    func shown(where standing: (Standing) -> Bool) -> [String] {
      all.filter { _, access in
        access.standings.contains { $0.member == member.id && standing($0.standing) }
      }.map(\.1.shown)
    }
    return MemberAccess(
      name: member.name, isMember: isMember, reads: shown { $0 == .reads },
      recused: shown { $0 == .recused || $0 == .notYetResealed },
      outside: shown { $0 == .outside }, readsSheet: isMember && member.role.readsSheet,
      isKeyHolder: isMember && member.isKeyHolder,
      persons: read(ids(of: .person)).filter { $0.state.entitled.contains(member.id) }
        .compactMap { PersonCodeName(reading: label(of: $0)) }.sorted(),
      spans: all.flatMap { _, access in
        access.spans.filter { $0.member == member.id }.map { (access.shown, $0) }
      })
  }
}
