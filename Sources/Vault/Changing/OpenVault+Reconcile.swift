import Casework
import Defences
import Sealing
import Statements
import Storage

/// Making the sealed files obey the statements.
///
/// Idempotent, so running it again is how an interrupted command is resumed. Narrowing is automatic;
/// nothing here lets anybody in.
extension OpenVault {
  /// Reconciles what changed since this machine last looked; everything, when somebody left the
  /// roster or lost a role since.
  func reconcile(all: Bool = false) throws(VaultError) {
    var ids = copy.touched.union(casesOfDeclaredConflicts)
    if all || hasNarrowed { ids.formUnion(copy.index.entries.keys) }
    do {
      let before = state.act
      try reconcile(ids.sorted())
      // An act completed on the way may have taken somebody out.
      if state.act != before { try reconcile(copy.index.entries.keys.sorted()) }
    } catch .storage(.readOnly, .vault), .storage(.notPermitted, .vault),
      .storage(.noSpace, .vault)
    {
      // What can only be read is read; the next command that may write goes on.
      try discardUnwritten()
      notices.append(.readOnly)
      return
    }
    copy.index.reconciled = state.act
  }

  func reconcile(_ ids: [CompartmentID]) throws(VaultError) {
    let closed = copy.touched.intersection(ids).filter {
      copy.index.entries[$0]?.isClosed == true
    }
    if !closed.isEmpty { try look(again: closed) }
    for compartment in read(ids) {
      if !compartment.erased.isEmpty, case .question = compartment.state.founding {
        try forget(compartment)
        continue
      }
      if isClosedToMe(compartment) {
        try close(compartment, sayingSo: !closed.contains(compartment.id))
        continue
      }
      if closed.contains(compartment.id) {
        notices.append(.openAgain(label(of: compartment)))
      }
      report(compartment)
      if copy.index.entries[compartment.id]?.isAway == true { continue }
      try bringBack(compartment)
      try completeMajorities(in: compartment)
      try carryRecusals(of: compartment)
      try applyDeclaredConflicts(to: compartment)
      try applyWherePossible(answersIn: compartment)
      try copy.takeOut(dropRedundant(from: compartment))
    }
    // Too little of it is here to tell: it stays closed.
    for id in closed where copy.index.entries[id]?.isClosed == false && compartments[id] == nil {
      try copy.close(id, keeping: [])
    }
    try settle()
  }

  /// Something arrived for compartments that were closed to this member: whether they still are,
  /// only reading them tells.
  private func look(again closed: Set<CompartmentID>) throws(VaultError) {
    try copy.takeKeysAgain(of: closed)
    for id in closed { copy.index.entries[id]?.isClosed = false }
  }

  private func close(_ compartment: Compartment, sayingSo: Bool) throws(VaultError) {
    let label = label(of: compartment)
    compartments[compartment.id] = nil
    try copy.close(compartment.id, keeping: compartment.objects(onlyBy: memberID))
    if sayingSo, !label.isEmpty { notices.append(.noLongerOpen(label)) }
  }

  private func dropRedundant(from compartment: Compartment) -> [ObjectName] {
    let redundant = compartment.redundant
    for name in redundant { compartment.contents[name] = nil }
    return redundant
  }

  /// Statements brought back may have lost the grants that belonged to them.
  private func bringBack(_ compartment: Compartment) throws(VaultError) {
    guard compartment.broughtBackCount > 0, me?.role.canWrite == true else { return }
    deliver(compartment, to: compartment.state.entitled)
    if compartment.contents.isEmpty {
      copy.index.entries[compartment.id]?.wasBroughtBack = true
    }
  }

  /// Two colleagues may have signed at the same time, neither seeing the other: whoever signed and
  /// sees a majority now says so again, which completes the act.
  private func completeMajorities(in compartment: Compartment) throws(VaultError) {
    guard me?.isVoter == true else { return }
    if compartment.id == rosterID { return try completeRosterMajorities() }
    for waiting in compartment.state.waiting
    where waiting.signers.count >= waiting.needed && waiting.signers.contains(memberID) {
      let before = compartment.state.entitled
      try state(.consent(waiting.proposal), in: compartment)
      if case .admit(let members) = waiting.change {
        deliver(compartment, to: members.subtracting(before))
      }
    }
  }

  /// Re-seals what must be, then writes whatever else was stated.
  func settle() throws(VaultError) {
    try followRoster()
    try reseal(compartments.values.filter(needsReseal).sorted { $0.id < $1.id })
    try commit()
  }

  /// Whether somebody was removed, or lost a role or the person identity key, since this machine
  /// last reconciled everything.
  private var hasNarrowed: Bool {
    guard let last = copy.index.reconciled, last != state.act else {
      return copy.index.reconciled == nil
    }
    guard let before = roster.states[last] else { return true }
    // An act this machine reconciled with and that is on the path no more.
    guard roster.path.contains(last) else { return true }
    return before.members.contains { id, member in
      guard let now = state.member(id) else { return true }
      return now.since != member.since || member.role.readsSheet && !now.role.readsSheet
        || member.isKeyHolder && !now.isKeyHolder
    }
  }

  /// Only a statement that takes somebody out closes a compartment to them; a folder that merely
  /// lacks their admission does not.
  private func isClosedToMe(_ compartment: Compartment) -> Bool {
    guard !compartment.state.entitled.contains(memberID) else { return false }
    switch compartment.state.founding {
    case .roster: return false
    case .sheet: return true
    case .matter, .question: return compartment.state.excluded.contains(memberID)
    case .person:
      return compartment.state.excluded.contains(memberID) || me?.isKeyHolder == false
    }
  }

  /// Whether something lies under a key that somebody no longer entitled may hold.
  func needsReseal(_ compartment: Compartment) -> Bool {
    guard compartment.state.entitled.contains(memberID), me?.role.canWrite == true,
      copy.index.entries[compartment.id]?.isAway != true
    else { return false }
    return !compartment.staleEpochs.isEmpty
  }

  private func report(_ compartment: Compartment) {
    let label = copy.index.entries[compartment.id]?.label ?? ""
    if copy.index.entries[compartment.id]?.isAway == true {
      if !label.isEmpty { notices.append(.away(label)) }
      return
    }
    let lost = compartment.lost.subtracting(compartment.statements.keys)
    if !lost.isEmpty {
      notices.append(.statementsLost(count: lost.count, in: label))
      // A copy that lost something is no ground for taking anything out elsewhere.
      if Defence.wholeBeforeTakingOut.stands { copy.index.superseded = [] }
    }
    // Where nothing is remembered, what colleagues built upon still tells that something is withheld.
    let missing = compartment.state.graph.missing.subtracting(lost)
    if !missing.isEmpty, Defence.missingIsNamed.stands {
      notices.append(.statementsMissing(count: missing.count, in: label))
    }
    if !compartment.lostPieces.isEmpty {
      notices.append(.piecesLost(count: compartment.lostPieces.count, in: label))
      copy.index.superseded = []
    }
    if !compartment.damaged.isEmpty {
      notices.append(.objectsDamaged(count: compartment.damaged.count))
      for name in compartment.damaged.keys { copy.objects.lookAgain(at: name, in: .objects) }
    }
    if compartment.broughtBackCount > 0 {
      notices.append(.broughtBack(count: compartment.broughtBackCount, in: label))
    }
  }

  /// Carries a case's recusals over to the entries of the people in it: whoever may not read the
  /// case reads no name of theirs.
  func carryRecusals(of compartment: Compartment) throws(VaultError) {
    guard case .matter = compartment.state.founding, me?.role.canWrite == true else { return }
    for link in CaseRecord(compartment.state).persons {
      for member in compartment.state.excluded.sorted() {
        try bar(member, from: link, because: compartment)
      }
    }
    try takeOutOfQuestions(about: compartment)
  }

  /// Bars `member` from a person's entry, if this member is inside it and somebody stays.
  func bar(
    _ member: MemberID, from link: PersonLink, because matter: Compartment
  ) throws(VaultError) {
    guard Defence.recusalReachesEntries.stands else { return }
    guard let entry = self.compartment(link.person),
      entry.state.entitled.contains(memberID)
    else {
      if state.member(member)?.isKeyHolder == true {
        notices.append(.recusalNotCarried(link.codeName, of: name(of: member)))
      }
      return
    }
    try takeOutOfLists(member, naming: entry)
    guard !entry.state.excluded.contains(member) else { return }
    guard entry.state.entitled != [member] else {
      notices.append(.recusalNotCarried(link.codeName, of: name(of: member)))
      return
    }
    try state(.recusal(member), in: entry)
  }
}
