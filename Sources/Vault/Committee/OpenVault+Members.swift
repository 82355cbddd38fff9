package import Casework
package import Sealing
package import Statements

/// The committee: who is in, in which role, and how that changes.
extension OpenVault {
  /// A member as lists show them.
  package struct MemberLine: Hashable, Sendable {
    package let id: MemberID
    package let name: String
    package let address: String
    package let role: Role
    package let isKeyHolder: Bool
    /// Whether they vote on motions in the cases they read.
    package let votes: Bool
    package let titles: [Title]
    package let fingerprint: Fingerprint
    /// When the act that appointed them says it was stated, seconds since 1970.
    package let since: Int64
    package let isMe: Bool
  }

  package var members: [MemberLine] {
    // By their place on the roster: a clock's seconds say too little.
    state.members.values.sorted {
      (roster.position(of: $0.since), $0.name, $0.id)
        < (roster.position(of: $1.since), $1.name, $1.id)
    }.map(line)
  }

  package func line(_ member: Member) -> MemberLine {
    MemberLine(
      id: member.id, name: member.name, address: member.card.address, role: member.role,
      isKeyHolder: member.isKeyHolder, votes: member.votesOnMotions,
      titles: member.titles.sorted { $0.rawValue < $1.rawValue },
      fingerprint: member.card.fingerprint,
      since: timeOfAct(member.since), isMe: member.id == memberID)
  }

  func timeOfAct(_ act: StatementID) -> Int64 {
    let graph = rosterCompartment.state.graph
    return graph.index(of: act).map { graph.statements[$0].time } ?? 0
  }

  /// Gives somebody another role.
  package func setRole(of text: String, to role: Role) throws(VaultError) -> ActOutcome {
    let member = try findMember(text)
    guard role != .candidate, role != .standIn else { throw .refused(.roleNotGiven(role)) }
    guard member.role != .candidate else { throw .stillCandidate(member.name) }
    guard member.role != role else { throw .refused(.nothingToChange) }
    if member.isKeyHolder, !role.canBeKeyHolder { try checkKeyHolderMayGo(member) }
    return try actAndCarryOut(.role(member.id, role))
  }

  /// Says whether somebody votes on motions.
  ///
  /// Who governs depends on the role alone.
  package func setVoting(_ text: String, to votes: Bool) throws(VaultError) -> ActOutcome {
    let member = try findMember(text)
    guard member.role.votesOnMotions else { throw .roleNeverVotes(member.name) }
    return try actAndCarryOut(.voting(member.id, votes))
  }

  /// Gives somebody these titles and no others; a title grants nothing.
  package func setTitles(of text: String, to titles: Set<Title>) throws(VaultError) -> ActOutcome {
    try actAndCarryOut(.titles(try findMember(text).id, titles))
  }

  /// Makes somebody a holder of the person identity key, or no longer.
  ///
  /// Those inside each entry let a new holder in: this member opens the entries they hold. Asked
  /// again for somebody who is a holder already, it opens what is not open to them yet.
  package func setKeyHolder(_ text: String, to holds: Bool) throws(VaultError) -> ActOutcome {
    let member = try findMember(text)
    guard member.role.canBeKeyHolder || !holds else { throw .cannotBeAdmitted(member.name) }
    if holds, member.isKeyHolder {
      try openPersons(to: member.id)
      try commit()
      return .done(member.since)
    }
    if !holds { try checkKeyHolderMayGo(member) }
    return try actAndCarryOut(.keyHolder(member.id, holds))
  }

  /// An entry of the person identity key never loses its last reader, as far as this member can see.
  private func checkKeyHolderMayGo(_ member: Member) throws(VaultError) {
    if state.keyHolders == [member.id] { throw .lastKeyHolder }
    let alone = read(ids(of: .person)).filter { $0.state.entitled == [member.id] }
      .compactMap { PersonCodeName(reading: label(of: $0)) }
    guard alone.isEmpty else { throw .lastPersonReader(alone.sorted()) }
  }

  private func actAndCarryOut(_ change: RosterChange) throws(VaultError) -> ActOutcome {
    let outcome = try act(change)
    guard case .done = outcome else {
      try commit()
      return outcome
    }
    try carryOut(change)
    return outcome
  }

  /// Opens every entry of the person identity key this member reads to a new key holder, except
  /// those that bar them.
  func openPersons(to member: MemberID) throws(VaultError) {
    for entry in read(ids(of: .person)) {
      guard entry.state.entitled.contains(memberID), !entry.state.entitled.contains(member),
        !entry.state.excluded.contains(member)
      else { continue }
      deliver(entry, to: [member])
      try state(.admission([member]), in: entry)
    }
  }
}
