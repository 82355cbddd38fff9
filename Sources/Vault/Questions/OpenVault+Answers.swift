import Casework
import Defences
import Sealing
import Statements
import Storage

/// Applying answers, and erasing the question then.
///
/// A conflict keeps out, and is applied by whichever asker's client sees it first. A clear answer
/// lets somebody in only by a person's own act, given beforehand at most for this one question: so
/// only the client of the very asker who said so does it.
extension OpenVault {
  /// Applies an answer; what cannot be applied now never keeps a command from running.
  func applyWherePossible(answersIn compartment: Compartment) throws(VaultError) {
    do throws(VaultError) {
      try apply(answersIn: compartment)
    } catch .storage(let error, let place) {
      throw .storage(error, place)
    } catch {
      notices.append(.answerNotApplied)
    }
  }

  /// Applies what the question in `compartment` was answered.
  private func apply(answersIn compartment: Compartment) throws(VaultError) {
    guard me?.isVoter == true, let record = QuestionRecord(compartment.state),
      record.askers.contains(memberID), compartment.state.entitled.contains(memberID),
      let question = record.question
    else { return }
    // Whom it was put to has left: nobody waits for an answer any more.
    guard let asked = state.member(record.asked) else {
      // Nor is anything decided while their appointment has not arrived here.
      if everyone[record.asked] != nil { try erase(compartment) }
      return
    }
    switch question {
    case .list:
      if asked.role != .candidate { try erase(compartment) }
    case .about(let id, let codeName, _, let admits):
      guard copy.index.entries[id]?.isClosed != true else {
        // Whoever else asked goes on with it; nobody does when this member was the only one.
        let others = record.askers.intersection(compartment.state.entitled)
        if others == [memberID] { try erase(compartment) }
        return
      }
      guard let matter = self.compartment(id), matter.state.entitled.contains(memberID),
        mayHaveAsked(record.author, codeName, about: matter)
      else { return }
      try apply(record, in: compartment, to: matter, admits: admits)
    }
  }

  /// Whether a question is from somebody who read the case, about the case it names.
  private func mayHaveAsked(
    _ author: MemberID, _ codeName: CodeName, about matter: Compartment
  ) -> Bool {
    CaseRecord(matter.state).codeName == codeName
      && matter.state.events.contains { $0.admitted.contains(author) }
      || !Defence.questionRoles.stands
  }

  private func apply(
    _ record: QuestionRecord, in question: Compartment, to matter: Compartment, admits: Bool
  ) throws(VaultError) {
    let asked = record.asked
    // A conflict is known by now, or the one asked is a party after all: they are asked no longer.
    // What they declared themself is recorded all the same.
    let isMoot = record.answer != .conflict && isParty(asked, of: matter, atLeast: .likely)
    guard !matter.state.excluded.contains(asked), !isMoot else { return try erase(question) }
    switch record.answer {
    case nil: return
    case .conflict where matter.state.entitled.contains(asked):
      // Nobody is taken out of what they read by a question; they recuse themself, or a person does.
      notices.append(.conflictInside(name(of: asked), label(of: matter)))
    case .conflict:
      try keepOut(asked, of: matter)
      if matter.state.excluded.contains(asked) { try erase(question) }
    case .clear where matter.state.entitled.contains(asked): try erase(question)
    case .clear where admits && record.author == memberID:
      // Everybody who is clear at once: the first of them may be a chair, and then it is theirs to say.
      let clear = clearQuestions(about: matter).filter { open in
        guard case .about(_, _, _, true)? = open.record.question else { return false }
        return open.record.author == memberID
          && !isParty(open.record.asked, of: matter, atLeast: .possible)
      }
      guard !clear.isEmpty, linksAllow(Set(clear.map(\.record.asked)), to: matter) else { return }
      let outcome = try letIn(clear, to: matter)
      for open in clear {
        notices.append(
          outcome.isDone
            ? .letInAfterAnswer(name(of: open.record.asked), label(of: matter))
            : .clearAndWaiting(name(of: open.record.asked), label(of: matter)))
      }
    case .clear: return
    }
  }

  /// The questions about a case that were answered "clear" by somebody who could come in.
  private func clearQuestions(about matter: Compartment) -> [OpenQuestion] {
    questions(about: matter.id).filter { open in
      let asked = open.record.asked
      guard let member = state.member(asked), member.role.canBeAdmitted else { return false }
      return open.record.answer == .clear && !matter.state.excluded.contains(asked)
        && !isParty(asked, of: matter, atLeast: .likely)
        && (member.role != .standIn || !standsIn(asked, besides: matter))
        && mayHaveAsked(
          open.record.author, CaseRecord(matter.state).codeName, about: matter)
    }
  }

  /// Lets in whoever answered these questions, or proposes it where this member's word is not enough,
  /// and erases the questions.
  private func letIn(
    _ clear: [OpenQuestion], to matter: Compartment
  ) throws(VaultError) -> ActOutcome {
    let members = Set(clear.map(\.record.asked)).subtracting(matter.state.entitled)
    var outcome = ActOutcome.done(StatementID(matter.id.bytes))
    if !members.isEmpty {
      if mayWiden(matter) {
        deliver(matter, to: members)
        outcome = .done(try state(.admission(members), in: matter).id)
      } else if let waiting = matter.state.waiting.first(where: {
        $0.change == .admit(members) && $0.signers.contains(memberID)
      }) {
        outcome = .waiting(waiting.proposal, needed: waiting.needed - waiting.signers.count)
      } else {
        outcome = try propose(.admit(members), in: matter)
        if case .done = outcome { deliver(matter, to: members) }
      }
    }
    for open in clear { try erase(open.compartment) }
    return outcome
  }

  /// Takes a declared conflict into the case: by recusal where this member's word is enough, else as
  /// a proposal to the others inside.
  ///
  /// Whoever is not inside gets no key meanwhile either way.
  private func keepOut(_ member: MemberID, of matter: Compartment) throws(VaultError) {
    guard !matter.state.excluded.contains(member), matter.state.entitled != [member] else { return }
    if mayGovern(matter, takingOut: member) {
      try state(.recusal(member), in: matter)
    } else if !matter.state.waiting.contains(where: { $0.change == .recuse(member) }) {
      try state(.proposal(.recuse(member)), in: matter)
    }
    try carryRecusals(of: matter)
  }

  /// Lets in everybody who answered that they have no conflict in the case.
  package func admitAllClear(to text: String) throws(VaultError) -> Admitted {
    let matter = try findCase(text, allowingPrefix: false)
    let codeName = CaseRecord(matter.state).codeName
    guard me?.isVoter == true else { throw .needsVoter }
    let clear = clearQuestions(about: matter)
    guard !clear.isEmpty else { throw .nobodyClear(codeName) }
    try checkLinks(of: matter, mayBeReadBy: Set(clear.map(\.record.asked)))
    let outcome = try letIn(clear, to: matter)
    try settle()
    return Admitted(
      codeName: codeName, names: names(of: clear.map(\.record.asked)), outcome: outcome)
  }

  /// Conflicts that were declared in cases whoever let the newcomer in could not read.
  ///
  /// They keep somebody out who is not inside, and take nobody out.
  func applyDeclaredConflicts(to matter: Compartment) throws(VaultError) {
    guard case .matter = matter.state.founding, me?.isVoter == true,
      matter.state.entitled.contains(memberID)
    else { return }
    for declared in declaredConflicts
    where declared.cases.contains(matter.id) && state.member(declared.member) != nil
      && !matter.state.entitled.contains(declared.member)
    {
      try keepOut(declared.member, of: matter)
    }
  }

  private var declaredConflicts: [DeclaredConflict] {
    rosterCompartment.state.counted.compactMap { statement in
      if case .declaredConflict(let declared) = statement.content { declared } else { nil }
    }
  }

  /// The cases open to this member in which somebody declared a conflict elsewhere; none unless the
  /// roster has changed since this machine last looked.
  var casesOfDeclaredConflicts: Set<CompartmentID> {
    guard copy.touched.contains(rosterID) else { return [] }
    return declaredConflicts.reduce(into: []) { cases, declared in
      cases.formUnion(
        declared.cases.filter { copy.index.entries[$0]?.isPresent == true })
    }
  }

  /// Takes whoever was taken out of a case out of the questions they had put about it: those hold the
  /// reported names.
  func takeOutOfQuestions(about matter: Compartment) throws(VaultError) {
    guard Defence.askersOutLoseQuestions.stands else { return }
    for open in questions(about: matter.id) {
      // They hold the reported names, and their answer is known.
      guard !matter.state.excluded.contains(open.record.asked) else {
        try erase(open.compartment)
        continue
      }
      let out = open.compartment.state.entitled.intersection(matter.state.excluded)
        .subtracting([memberID, open.record.asked])
      for member in out.sorted() { try state(.recusal(member), in: open.compartment) }
    }
  }

  /// Takes somebody barred from a person's entry out of the lists of names they put to newcomers.
  func takeOutOfLists(_ member: MemberID, naming entry: Compartment) throws(VaultError) {
    let names = Set(PersonRecord(entry.state).entry.names)
    for open in openQuestions where open.record.asked != member {
      guard case .list(.names, let items)? = open.record.question,
        open.record.askers.contains(memberID), !names.isDisjoint(with: items),
        member != memberID, open.compartment.state.entitled.contains(member)
      else { continue }
      try state(.recusal(member), in: open.compartment)
    }
  }

  /// Leaves the questions this member put about a case they step out of; one that nobody else could
  /// apply is erased.
  func leaveQuestions(about matter: Compartment) throws(VaultError) {
    for open in questions(about: matter.id) {
      let others = open.record.askers.intersection(open.compartment.state.entitled)
        .subtracting([memberID])
      guard !others.isEmpty else {
        try erase(open.compartment)
        continue
      }
      let place = try lastPlace(in: open.compartment)
      try state(.recusal(memberID), in: open.compartment)
      try commit(open.compartment, under: place)
      compartments[open.compartment.id] = nil
      try copy.close(
        open.compartment.id, keeping: open.compartment.objects(onlyBy: memberID))
    }
  }

  /// Erases a question: what was asked and answered goes, and a tombstone stays.
  ///
  /// The tombstone is written first; killed in between, the next command of anybody who reads it
  /// goes on.
  func erase(_ question: Compartment) throws(VaultError) {
    var carried: [Statement] = []
    var dropped: Set<StatementID> = []
    for statement in question.state.graph.statements {
      switch statement.content {
      case .founding, .epoch: carried.append(statement)
      default: dropped.insert(statement.id)
      }
    }
    // Applying one answer may have erased others.
    guard !dropped.isEmpty, compartments[question.id] === question else { return }
    // What was stated for the case stands before what it was stated for is gone.
    try commit()
    if question.writable == nil { try startEpoch(of: question) }
    let old = Array(question.contents.keys)
    // It stands on what is kept, so that nothing is missed where the rest is gone.
    let tombstone = try signed(
      .erasure(dropped), in: question.id,
      after: question.state.graph.statements.filter { !dropped.contains($0.id) }.map(\.id))
    question.add(tombstone, roster: roster)
    carried = question.state.graph.statements.filter {
      if case .epoch = $0.content { true } else { $0.isFounding || $0.id == tombstone.id }
    }
    let object = seal(carried, of: question)
    try copy.put(try sealGrants() + [object])
    try finishErasure(of: question, removing: old)
  }

  /// Forgets a question that somebody erased.
  func forget(_ question: Compartment) throws(VaultError) {
    // An answer given elsewhere at the same time: nobody knows any more about which case it is.
    for statement in question.statements.values {
      guard case .conflictAnswer(.conflict) = statement.content, statement.author != memberID else {
        continue
      }
      notices.append(.conflictTooLate(name(of: statement.author)))
    }
    let old = question.contents.filter { !$0.value.statements.isDisjoint(with: question.erased) }
    try finishErasure(of: question, removing: Array(old.keys))
  }

  private func finishErasure(
    of question: Compartment, removing old: [ObjectName]
  ) throws(VaultError) {
    if Defence.erasedLeavesTheVault.stands { try copy.destroy(old) }
    compartments[question.id] = nil
    try copy.close(question.id, keeping: [])
  }
}
