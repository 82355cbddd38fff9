import Casework
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
    var ids = copy.touched.union(copy.index.entries.filter(\.value.isUnfinished).keys)
    if all || hasNarrowed { ids.formUnion(copy.index.entries.keys) }
    do {
      try reconcile(ids.sorted())
    } catch .storage(.readOnly, .vault), .storage(.notPermitted, .vault) {
      // What can only be read is read; the next command that may write goes on.
      notices.append(.readOnly)
      return
    }
    copy.index.reconciled = state.act
  }

  func reconcile(_ ids: [CompartmentID]) throws(VaultError) {
    let found = read(ids)
    for compartment in found {
      if isClosedToMe(compartment) {
        let label = copy.index.entries[compartment.id]?.label ?? ""
        compartments[compartment.id] = nil
        try copy.forget(compartment.id)
        if !label.isEmpty { notices.append(.noLongerOpen(label)) }
        continue
      }
      report(compartment)
      try carryRecusals(of: compartment)
    }
    try settle()
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
    case .matter: return compartment.state.excluded.contains(memberID)
    case .person:
      return compartment.state.excluded.contains(memberID) || me?.isKeyHolder == false
    }
  }

  /// Whether something lies under a key that somebody no longer entitled may hold.
  func needsReseal(_ compartment: Compartment) -> Bool {
    guard compartment.state.entitled.contains(memberID), me?.role.canWrite == true else {
      return false
    }
    return !compartment.closedEpochs.isEmpty
  }

  private func report(_ compartment: Compartment) {
    let label = copy.index.entries[compartment.id]?.label ?? ""
    let lost = compartment.lost.subtracting(compartment.statements.keys)
    if !lost.isEmpty { notices.append(.statementsLost(count: lost.count, in: label)) }
    if !compartment.damaged.isEmpty {
      notices.append(.objectsDamaged(count: compartment.damaged.count))
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
  }

  /// Bars `member` from a person's entry, if this member is inside it and somebody stays.
  func bar(
    _ member: MemberID, from link: PersonLink, because matter: Compartment
  ) throws(VaultError) {
    guard let entry = self.compartment(link.person),
      entry.state.entitled.contains(memberID)
    else {
      if state.member(member)?.isKeyHolder == true {
        notices.append(.recusalNotCarried(link.codeName, of: name(of: member)))
      }
      return
    }
    guard !entry.state.excluded.contains(member) else { return }
    guard entry.state.entitled != [member] else {
      notices.append(.recusalNotCarried(link.codeName, of: name(of: member)))
      return
    }
    try state(.recusal(member), in: entry)
  }
}
