package import Casework
import Defences
import Sealing
import Statements

/// Letting members into a case, and taking them out of it.
extension OpenVault {
  package struct Admitted: Sendable {
    package let codeName: CodeName
    package let names: [String]
    package let outcome: ActOutcome
  }

  /// Admits members to a case.
  ///
  /// Whoever was recused, barred or hidden from comes back only by a majority that names them
  /// again: `namedAgain` says that the caller has asked.
  package func admit(
    _ memberTexts: [String], to text: String, namedAgain: Bool
  ) throws(VaultError) -> Admitted {
    let matter = try findCase(text, allowingPrefix: false)
    let codeName = CaseRecord(matter.state).codeName
    var members: Set<MemberID> = []
    for memberText in memberTexts {
      let member = try findMember(memberText)
      guard member.role.canBeAdmitted else { throw .cannotBeAdmitted(member.name) }
      if member.role == .standIn, standsIn(member.id, besides: matter) {
        throw .standsInElsewhere(member.name)
      }
      guard !matter.state.entitled.contains(member.id) else {
        throw .alreadyInside(member.name, codeName)
      }
      if matter.state.excluded.contains(member.id), !namedAgain {
        throw .recusedAndNotNamedAgain(member.name, codeName)
      }
      members.insert(member.id)
    }
    try checkLinks(of: matter, mayBeReadBy: members)
    let again = members.intersection(matter.state.excluded)
    let outcome: ActOutcome
    if again.isEmpty, mayWiden(matter) {
      deliver(matter, to: members)
      outcome = .done(try state(.admission(members), in: matter).id)
    } else {
      guard me?.isVoter == true else { throw .needsVoter }
      outcome = try propose(.admit(members), in: matter)
      if case .done = outcome { deliver(matter, to: members) }
    }
    try settle()
    return Admitted(codeName: codeName, names: names(of: members), outcome: outcome)
  }

  /// Whether a stand-in reads another case, as far as this member can see: they join one only.
  func standsIn(_ member: MemberID, besides matter: Compartment) -> Bool {
    read(caseNames.map(\.id)).contains { other in
      other.id != matter.id && other.state.entitled.contains(member)
    }
  }

  /// Proposes a change that needs a majority; it takes effect at once when this vote is one.
  func propose(
    _ change: ReaderChange, in matter: Compartment
  ) throws(VaultError) -> ActOutcome {
    // Somebody may have proposed the same: then this is one more signature to it.
    if let waiting = matter.state.waiting.first(where: { $0.change == change }) {
      guard !waiting.signers.contains(memberID) else { throw .alreadyEndorsed }
      try state(.consent(waiting.proposal), in: matter)
      let isDone = !matter.state.waiting.contains { $0.proposal == waiting.proposal }
      return isDone
        ? .done(waiting.proposal)
        : .waiting(waiting.proposal, needed: waiting.needed - waiting.signers.count - 1)
    }
    let statement = try state(.proposal(change), in: matter)
    guard let waiting = matter.state.waiting.first(where: { $0.proposal == statement.id }) else {
      return .done(statement.id)
    }
    return .waiting(statement.id, needed: waiting.needed - waiting.signers.count)
  }

  package struct Recused: Sendable {
    package let codeName: CodeName
    package let name: String
    package let isMe: Bool
    package let outcome: ActOutcome
    /// Entries of the person identity key the recusal was carried over to.
    package let persons: [PersonCodeName]
    /// Whether they spoke with the reporter: somebody else must now.
    package let wasContact: Bool
    /// The other copy this one is synced with: until then the recusal lies only here.
    package let toSyncWith: String?
  }

  /// States a conflict of interest: one's own, or another's.
  ///
  /// No reason is asked for, and there is no place to store one.
  package func recuse(
    _ memberText: String?, from text: String
  ) throws(VaultError) -> Recused {
    let matter = try findCase(text, allowingPrefix: memberText == nil)
    let codeName = CaseRecord(matter.state).codeName
    let member: Member?
    if let memberText { member = try findMember(memberText) } else { member = me }
    guard let member else { throw .notOnTheRoster }
    guard matter.state.entitled != [member.id] else { throw .lastReader([codeName]) }
    if member.id == memberID { return try recuseMyself(from: matter, codeName) }
    guard !matter.state.excluded.contains(member.id) else {
      throw .notInside(member.name, codeName)
    }
    guard me?.isVoter == true else { throw .needsVoter }
    let wasContact = CaseRecord(matter.state).contact == member.id
    let outcome: ActOutcome
    if mayGovern(matter, takingOut: member.id) {
      outcome = .done(try state(.recusal(member.id), in: matter).id)
    } else {
      outcome = try propose(.recuse(member.id), in: matter)
    }
    try carryRecusals(of: matter)
    try settle()
    let isDone = if case .done = outcome { true } else { false }
    return Recused(
      codeName: codeName, name: member.name, isMe: false, outcome: outcome,
      persons: isDone ? carried(member.id, from: matter) : [], wasContact: wasContact && isDone,
      toSyncWith: copy.index.lastRemote)
  }

  /// The statement goes under the old key, then every key to the case goes from this machine.
  ///
  /// Until another reader's client replaces the key, the old one would still open what lies there.
  private func recuseMyself(
    from matter: Compartment, _ codeName: CodeName
  ) throws(VaultError) -> Recused {
    let wasContact = CaseRecord(matter.state).contact == memberID
    try leaveQuestions(about: matter)
    var left = [matter]
    for link in CaseRecord(matter.state).persons where Defence.recusalReachesEntries.stands {
      guard let entry = compartment(link.person), entry.state.entitled.contains(memberID) else {
        continue
      }
      if entry.state.entitled == [memberID] {
        notices.append(.recusalNotCarried(link.codeName, of: name(of: memberID)))
      } else {
        left.append(entry)
      }
    }
    var statement: Statement?
    for compartment in left.reversed() {
      let place = try lastPlace(in: compartment)
      statement = try state(.recusal(memberID), in: compartment)
      try commit(compartment, under: place)
    }
    let persons = carried(memberID, from: matter)
    let own = Dictionary(
      uniqueKeysWithValues: left.map { ($0.id, $0.objects(onlyBy: memberID)) })
    for compartment in left {
      compartments[compartment.id] = nil
      try copy.close(compartment.id, keeping: own[compartment.id] ?? [])
    }
    guard let statement else { throw .caseNotOpen(codeName.text) }
    return Recused(
      codeName: codeName, name: name(of: memberID), isMe: true, outcome: .done(statement.id),
      persons: persons, wasContact: wasContact, toSyncWith: copy.index.lastRemote)
  }

  private func carried(_ member: MemberID, from matter: Compartment) -> [PersonCodeName] {
    CaseRecord(matter.state).persons.filter { link in
      compartments[link.person]?.state.excluded.contains(member) == true
    }.map(\.codeName)
  }

  func mayGovern(_ compartment: Compartment, takingOut target: MemberID) -> Bool {
    let voters = compartment.state.entitled.intersection(state.voters)
    return compartment.state.entitled.intersection(state.chairs).contains(memberID)
      || voters.subtracting([target]) == [memberID]
  }
}
