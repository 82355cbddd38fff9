package import Casework
import Sealing
import Statements
import Storage

/// Taking somebody out of the committee, and everything they could read away from their keys.
extension OpenVault {
  package struct Offboarded: Sendable {
    package let name: String
    package let outcome: ActOutcome
    package let certificate: Certificate?
    /// Cases whose contact they were.
    package let contactOf: [String]
    /// Compartments of this vault the signer cannot read, whose own readers' clients follow.
    package let unreadCount: Int
  }

  /// Ongoing cases on the sheet that are not open to this member, who therefore cannot tell whether
  /// somebody who is about to leave is their only reader.
  package var casesOutOfSight: [CodeName] {
    let mine = Set(caseNames.map(\.id))
    let rows = sheetRecord().sorted.filter {
      !mine.contains($0.id.matter) && $0.row.status != .resolved
    }
    return Set(rows.map(\.codeName)).sorted()
  }

  /// Removes a member, re-keys and re-seals everything they could read that this member reads too.
  ///
  /// Killed anywhere after the removal is stated, the next command of anybody inside goes on.
  package func offboard(_ text: String) throws(VaultError) -> Offboarded {
    let member = try findMember(text)
    guard member.id != memberID else { throw .leaveInstead }
    try checkMayGo(member)
    let affected = read(copy.index.entries.keys.sorted()).filter { could(member.id, read: $0) }
    let contactOf = affected.compactMap { compartment -> String? in
      guard case .matter = compartment.state.founding,
        CaseRecord(compartment.state).contact == member.id
      else { return nil }
      return label(of: compartment)
    }
    let before = affected.map { ($0.id, label(of: $0), since(member.id, in: $0)) }
    let outcome = try act(.remove(member.id))
    guard case .done(let act) = outcome else {
      try commit()
      return Offboarded(
        name: member.name, outcome: outcome, certificate: nil, contactOf: contactOf,
        unreadCount: 0)
    }
    // The removal stands before anything is re-sealed: from here on anybody inside can finish.
    try commit()
    try reconcile(all: true)
    let lines = before.map { id, label, since in
      Certificate.Line(
        kind: compartments[id]?.state.founding.kind ?? .matter, label: label, since: since,
        epoch: compartments[id]?.writable?.epoch,
        isResealed: compartments[id]?.staleEpochs.isEmpty ?? false)
    }
    let certificate = Certificate(
      vault: id, leaver: member.id, leaverName: member.name, removal: act, time: now,
      lines: lines.sorted { ($0.kind.rawValue, $0.label) < ($1.kind.rawValue, $1.label) },
      by: holder)
    return Offboarded(
      name: member.name, outcome: outcome, certificate: certificate,
      contactOf: contactOf.sorted(), unreadCount: copy.objects.unopened.count)
  }

  /// The leaver's own side: states the departure and drops every key from this machine.
  package func leave() throws(VaultError) {
    guard let me else { throw .notOnTheRoster }
    try checkMayGo(me)
    let alone = caseNames.filter { copy.index.entries[$0.id]?.summary.readerCount == 1 }
    guard alone.isEmpty else { throw .lastReader(alone.map(\.codeName)) }
    let persons = read(ids(of: .person)).filter { $0.state.entitled == [memberID] }
      .compactMap { PersonCodeName(reading: label(of: $0)) }
    guard persons.isEmpty else { throw .lastPersonReader(persons.sorted()) }
    // In a working copy the departure, and what was not synced yet, must reach the others first:
    // afterwards nothing here opens the roster, and no sync is possible.
    let remote = try lastRemote()
    if let remote { _ = try sync(with: remote.path) }
    let signature = holder.sign(
      RosterAct.departed(memberID, after: state.act, in: id), for: .departure)
    let place = try lastPlace(in: rosterCompartment)
    _ = try act(.depart(memberID, signature: signature))
    try commit(rosterCompartment, under: place)
    if let remote { _ = try push(to: remote, everything: false) }
    for compartment in read(copy.index.entries.keys.sorted()) {
      compartments[compartment.id] = nil
      try copy.close(compartment.id, keeping: compartment.objects(onlyBy: memberID))
    }
  }

  private func checkMayGo(_ member: Member) throws(VaultError) {
    if state.chairs == [member.id] { throw .lastChair }
    if state.keyHolders == [member.id], !ids(of: .person).isEmpty || member.id != memberID {
      throw .lastKeyHolder
    }
  }

  func could(_ member: MemberID, read compartment: Compartment) -> Bool {
    compartment.state.entitled.contains(member)
  }

  /// When somebody was let into a compartment, as the statement that did it says.
  func since(_ member: MemberID, in compartment: Compartment) -> Int64 {
    let graph = compartment.state.graph
    let admitting = compartment.state.events.last { $0.admitted.contains(member) }?.statement
    let at = admitting ?? state.member(member)?.since
    if let index = at.flatMap(graph.index(of:)) { return graph.statements[index].time }
    return state.member(member).map { timeOfAct($0.since) } ?? 0
  }
}
