package import Casework
import Defences
package import Sealing
import Statements

/// Ending an onboarding: what the newcomer declared is matched, shown and asked about, and every
/// other case opens.
extension OpenVault {
  /// A case a newcomer seems to have a conflict in.
  package struct ConflictMatch: Hashable, Sendable {
    package let matter: CompartmentID
    package let codeName: CodeName
    /// How surely: an item of the list is `same`; a name is as sure as it matches.
    package let strength: MatchStrength
    /// Whether this member reads the case.
    package let isMine: Bool
  }

  /// What finishing would do.
  package struct FinishPlan: Sendable {
    package let name: String
    /// Cases they are kept out of.
    package let conflicts: [ConflictMatch]
    /// Cases that stay shut, because a name may be meant or may not; somebody decides.
    package let unsure: [ConflictMatch]
    package let opening: [String]
    /// Cases this member reads and may not open.
    package let notMineToOpen: [String]
    /// Entries of the person identity key this member could not compare.
    package let uncomparedCount: Int
    let candidate: MemberID
    let question: CompartmentID
  }

  /// Compares what a candidate declared with the cases and people this member reads.
  package func planFinish(
    _ text: String, conflicts named: [String]
  ) throws(VaultError) -> FinishPlan {
    guard me?.role == .chair else { throw .needsChair }
    let candidate = try findMember(text)
    guard candidate.role == .candidate else { throw .notACandidate(candidate.name) }
    // The newest, put under this appointment: what somebody declared years ago is not asked again.
    let asked = openQuestions.last { open in
      guard case .list? = open.record.question else { return false }
      return open.record.asked == candidate.id && open.record.askers.contains(memberID)
        && open.compartment.state.entitled.contains(candidate.id)
    }
    guard let asked, let declaration = asked.record.declaration,
      case .list(let kind, _)? = asked.record.question
    else { throw .notDeclaredYet(candidate.name) }
    var found: [CompartmentID: ConflictMatch] = [:]
    func add(_ matter: CompartmentID, _ codeName: CodeName, _ strength: MatchStrength) {
      guard Defence.declaredKeepsOut.stands else { return }
      if let known = found[matter], known.strength >= strength { return }
      let isMine =
        copy.index.entries[matter]?.isPresent == true && copy.index.entries[matter]?.kind == .matter
      found[matter] = ConflictMatch(
        matter: matter, codeName: codeName, strength: strength, isMine: isMine)
    }
    for text in named {
      let matter = try findCase(text, allowingPrefix: false)
      add(matter.id, CaseRecord(matter.state).codeName, .same)
    }
    let rows = Array(sheetRecord().rows.values)
    var names = declaration.people
    switch kind {
    case .names: names += declaration.items
    case .codes:
      for item in declaration.items {
        let named = rows.filter { $0.codeName.text == item }
        guard !named.isEmpty else { throw .declaredCaseUnknown(item) }
        for row in named { add(row.id.matter, row.codeName, .same) }
      }
    }
    var uncompared = 0
    if !names.isEmpty {
      uncompared = matchPeople(names, rows: rows, add: add)
    }
    let all = found.values.sorted { $0.codeName.text < $1.codeName.text }
    let offered = offeredCases().filter { found[$0.id] == nil }
    return FinishPlan(
      name: candidate.name, conflicts: all.filter { $0.strength > .possible },
      unsure: all.filter { $0.strength == .possible },
      opening: offered.filter { mayOpen($0, to: candidate.id) }.map(label(of:)),
      notMineToOpen: offered.filter { !mayOpen($0, to: candidate.id) }.map(label(of:)),
      uncomparedCount: uncompared, candidate: candidate.id, question: asked.compartment.id)
  }

  /// Compares names with the person identity key and with the parties of the cases this member
  /// reads; answers how many entries of people on the sheet it could not compare.
  private func matchPeople(
    _ names: [String], rows: [SheetRecord.Row],
    add: (CompartmentID, CodeName, MatchStrength) -> Void
  ) -> Int {
    let texts = names.map { PersonText($0) }
    var readable: Set<PersonCodeName> = []
    for entry in read(ids(of: .person)) where entry.state.entitled.contains(memberID) {
      let person = PersonRecord(entry.state).entry
      readable.insert(person.codeName)
      guard let strength = texts.compactMap({ person.match($0)?.strength }).max() else { continue }
      for row in rows where row.id.person == person.codeName {
        add(row.id.matter, row.codeName, strength)
      }
    }
    for matter in read(caseNames.map(\.id)) where matter.state.entitled.contains(memberID) {
      let parties = partyTexts(of: matter)
      let strength = texts.compactMap { text in
        parties.compactMap { text.strength(against: $0) }.max()
      }.max()
      if let strength { add(matter.id, CaseRecord(matter.state).codeName, strength) }
    }
    // Whom this member cannot compare may be meant: those cases stay shut until somebody looks.
    for row in rows {
      guard let person = row.id.person, !readable.contains(person) else { continue }
      add(row.id.matter, row.codeName, .possible)
    }
    return Set(rows.compactMap(\.id.person)).subtracting(readable).count
  }

  /// Whether this member may let somebody in alone, and nothing in the case would tell them of one
  /// that is hidden from them.
  private func mayOpen(_ matter: Compartment, to member: MemberID) -> Bool {
    mayWiden(matter) && linksAllow([member], to: matter)
  }

  /// Every case open to this member that is not hidden.
  private func offeredCases() -> [Compartment] {
    read(caseNames.map(\.id)).filter {
      if case .matter(let founding) = $0.state.founding { !founding.isHidden } else { false }
    }
  }

  /// Makes the candidate a member, keeps them out of the cases of `plan`, and opens the others.
  package func finishOnboarding(_ plan: FinishPlan) throws(VaultError) -> ActOutcome {
    var elsewhere: Set<CompartmentID> = []
    for match in plan.conflicts {
      guard match.isMine, let matter = compartment(match.matter) else {
        elsewhere.insert(match.matter)
        continue
      }
      guard !matter.state.excluded.contains(plan.candidate) else { continue }
      if mayGovern(matter, takingOut: plan.candidate) {
        try state(.recusal(plan.candidate), in: matter)
        try carryRecusals(of: matter)
      } else {
        elsewhere.insert(match.matter)
      }
    }
    if !elsewhere.isEmpty {
      let declared = DeclaredConflict(member: plan.candidate, cases: elsewhere)
      try state(.declaredConflict(declared), in: rosterCompartment)
    }
    // Kept out first, then a member.
    let outcome = try act(.role(plan.candidate, .member))
    if case .done = outcome {
      try welcome([plan.candidate])
      let shut = Set((plan.conflicts + plan.unsure).map(\.matter))
      for matter in offeredCases()
      where !shut.contains(matter.id) && mayOpen(matter, to: plan.candidate)
        && !matter.state.entitled.contains(plan.candidate)
        && !matter.state.excluded.contains(plan.candidate)
      {
        deliver(matter, to: [plan.candidate])
        try state(.admission([plan.candidate]), in: matter)
      }
    }
    try commit()
    if case .done = outcome, let question = compartment(plan.question) { try erase(question) }
    return outcome
  }
}

extension OpenVault.FinishPlan {
  /// Whether carrying it out does what `other` said it would.
  package func isSame(as other: OpenVault.FinishPlan) -> Bool {
    candidate == other.candidate && conflicts == other.conflicts && unsure == other.unsure
      && opening == other.opening && notMineToOpen == other.notMineToOpen
      && uncomparedCount == other.uncomparedCount
  }
}
