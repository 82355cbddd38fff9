package import Casework
import Defences
package import Sealing
package import Statements

/// The check before detail: who has a conflict of interest is asked before anybody is let in.
///
/// A question is a compartment of its own: whoever is asked learns a code name and whom it concerns,
/// and nothing else of the case. No answer is no access.
extension OpenVault {
  /// Who was asked, and who was not and why.
  package struct Asked: Sendable {
    package let codeName: CodeName
    package let names: [String]
    /// The reported names they see.
    package let reported: [String]
    /// Members who are a party of the case, or kept from it: they are never asked.
    package let notAsked: [String]
    package let admits: Bool
  }

  /// Asks members whether they have a conflict in a case; everybody who could be let in when no
  /// name is given.
  package func askAboutConflicts(
    in text: String, to names: [String], admitting admits: Bool
  ) throws(VaultError) -> Asked {
    let matter = try findCase(text, allowingPrefix: true)
    guard me?.isVoter == true else { throw .needsVoter }
    let record = CaseRecord(matter.state)
    let pending = Set(questions(about: matter.id).map(\.record.asked))
    let parties = partyTexts(of: matter)
    /// Of a name that may be theirs or another's, somebody is asked only when they are named.
    func isKept(_ member: Member, whenNamed: Bool) -> Bool {
      guard Defence.partiesAreNotAsked.stands else { return false }
      let strength = strength(of: member, among: parties)
      return matter.state.excluded.contains(member.id)
        || (whenNamed ? strength.map { $0 > .possible } ?? false : strength != nil)
    }
    var asked: [Member] = []
    if names.isEmpty {
      asked = state.members.values.filter {
        $0.isVoter && !matter.state.entitled.contains($0.id) && !pending.contains($0.id)
          && !isKept($0, whenNamed: false)
      }
    }
    for name in names {
      let member = try findMember(name)
      guard member.role.canBeAdmitted else { throw .cannotBeAdmitted(member.name) }
      guard !matter.state.entitled.contains(member.id) else {
        throw .alreadyInside(member.name, record.codeName)
      }
      guard !isKept(member, whenNamed: true) else {
        throw .neverAsked(member.name, record.codeName)
      }
      guard !pending.contains(member.id) else { throw .askedAlready(member.name) }
      if !asked.contains(where: { $0.id == member.id }) { asked.append(member) }
    }
    guard !asked.isEmpty else { throw .nobodyToAsk(record.codeName) }
    let reported = reportedNames(in: matter)
    let askers = matter.state.entitled.intersection(state.chairs).subtracting([memberID])
    for member in asked {
      let question = try found(.question(QuestionFounding(askers: askers, asked: member.id)))
      try state(
        .question(.about(matter.id, record.codeName, reported: reported, admits: admits)),
        in: question)
    }
    try commit()
    let left = state.voters.subtracting(matter.state.entitled).filter { id in
      !asked.contains { $0.id == id }
        && state.member(id).map { isKept($0, whenNamed: false) } ?? false
    }
    return Asked(
      codeName: record.codeName, names: asked.map(\.name).sorted(), reported: reported,
      notAsked: self.names(of: left), admits: admits)
  }

  /// The names of the reported persons that this member can read.
  func reportedNames(in matter: Compartment) -> [String] {
    var names = CaseRecord(matter.state).parties.filter { $0.content.role == .reported }
      .map(\.content.name)
    for person in personEntries(in: matter) {
      guard let name = person.names.first else { continue }
      if !names.contains(where: { PersonText($0).strength(against: PersonText(name)) != nil }) {
        names.append(name)
      }
    }
    return names
  }

  /// Whether a member goes by a name of one of the people in a case, at least so surely.
  func isParty(
    _ member: MemberID, of matter: Compartment, atLeast strength: MatchStrength
  ) -> Bool {
    guard let member = state.member(member) else { return false }
    return self.strength(of: member, among: partyTexts(of: matter)).map { $0 >= strength } ?? false
  }

  /// How surely a member is one of the people who go by `texts`, by name or address; nil when nothing
  /// says so.
  ///
  /// A name decides here only that somebody is not asked; never that somebody is let in.
  private func strength(of member: Member, among texts: [PersonText]) -> MatchStrength? {
    let theirs = [PersonText(member.name), PersonText(member.card.address)]
    return texts.flatMap { text in theirs.compactMap { text.strength(against: $0) } }.max()
  }

  /// Everything the people in a case go by, as far as this member reads it.
  func partyTexts(of matter: Compartment) -> [PersonText] {
    let parties = CaseRecord(matter.state).parties.map(\.content)
    let written = parties.map(\.name) + parties.compactMap(\.contact)
    let kept = personEntries(in: matter).flatMap { $0.names + $0.aliases + $0.handles }
    return (written + kept).map { PersonText($0) }
  }

  /// The entries of the people in a case, as far as this member reads them.
  private func personEntries(in matter: Compartment) -> [PersonEntry] {
    CaseRecord(matter.state).persons.compactMap { link in
      guard let entry = compartment(link.person), entry.state.entitled.contains(memberID) else {
        return nil
      }
      return PersonRecord(entry.state).entry
    }
  }

  /// A question this member can read.
  struct OpenQuestion {
    let compartment: Compartment
    let record: QuestionRecord
  }

  /// Every question open to this member, the oldest first.
  var openQuestions: [OpenQuestion] {
    read(ids(of: .question)).compactMap { compartment in
      guard compartment.state.entitled.contains(memberID), compartment.erased.isEmpty,
        let record = QuestionRecord(compartment.state), record.question != nil,
        // Nobody is left who could do anything with an answer.
        record.askers.contains(where: { state.member($0) != nil })
      else { return nil }
      return OpenQuestion(compartment: compartment, record: record)
    }.sorted { ($0.record.time, $0.compartment.id) < ($1.record.time, $1.compartment.id) }
  }

  /// The questions this member put, or may apply, about one case.
  func questions(about matter: CompartmentID) -> [OpenQuestion] {
    openQuestions.filter { open in
      guard case .about(matter, _, _, _)? = open.record.question else { return false }
      return open.record.askers.contains(memberID)
    }
  }

  /// A question as a list shows it.
  package struct QuestionLine: Sendable {
    package let id: CompartmentID
    package let question: ConflictQuestion
    package let isToMe: Bool
    package let asked: String
    package let by: String
    package let time: Int64
    package let answer: ConflictAnswer?
    package let hasDeclared: Bool
  }

  /// The questions put to this member, and those of theirs that are not applied yet.
  package func questionLines() -> [QuestionLine] {
    openQuestions.compactMap { open in
      guard let question = open.record.question else { return nil }
      return QuestionLine(
        id: open.compartment.id, question: question, isToMe: open.record.asked == memberID,
        asked: name(of: open.record.asked), by: name(of: open.record.author),
        time: open.record.time, answer: open.record.answer,
        hasDeclared: open.record.declaration != nil)
    }
  }

  /// Answers the question about a case: whether this member has a conflict in it.
  ///
  /// Gives the code name, and whether a clear answer lets them in by itself.
  package func answer(
    _ text: String, _ answer: ConflictAnswer
  ) throws(VaultError) -> (codeName: CodeName, admits: Bool) {
    let codeName = CodeName(reading: text)
    var found: [(compartment: Compartment, name: CodeName, admits: Bool)] = []
    for open in openQuestions where open.record.asked == memberID {
      guard case .about(_, let name, _, let admits)? = open.record.question,
        name == codeName || codeName == nil && name.matches(prefix: text)
      else { continue }
      found.append((open.compartment, name, admits))
    }
    // The same answer for a case that is not there and for one that nobody asked about.
    guard let first = found.first else { throw .nothingAsked(text) }
    guard Set(found.map(\.name)).count == 1 else {
      throw .ambiguousName(text, matches: found.map(\.name.text))
    }
    for question in found { try state(.conflictAnswer(answer), in: question.compartment) }
    try commit()
    return (first.name, found.contains(where: \.admits))
  }
}
