import Casework
import Defences
package import Sealing
package import Statements

/// A newcomer declares their conflicts before anything opens: until then their keys open the roster
/// and one list, and nothing else.
extension OpenVault {
  package struct Started: Sendable {
    package let name: String
    package let outcome: ActOutcome
    package let list: ConflictQuestion.ListKind
    package let itemCount: Int
    package let invitation: Invitation
  }

  /// Makes somebody a candidate and shows them the list of code names, or of reported names.
  ///
  /// Hidden cases, and people who are in hidden cases only, are never on it.
  package func startOnboarding(
    _ card: Card, showing list: ConflictQuestion.ListKind
  ) throws(VaultError) -> Started {
    guard state.member(card.member) == nil else { throw .enrolledAlready(card.name) }
    guard me?.role == .chair else { throw .needsChair }
    if list == .names { guard me?.isKeyHolder == true else { throw .needsKeyHolder } }
    let outcome = try act(.appoint(card, .candidate))
    let items = items(of: list)
    if case .done = outcome {
      try welcome([card.member])
      let askers = askers(of: list).subtracting([memberID])
      let question = try found(
        .question(QuestionFounding(askers: askers, asked: card.member)))
      try state(.question(.list(list, items: items)), in: question)
    }
    try commit()
    return Started(
      name: card.name, outcome: outcome, list: list, itemCount: items.count,
      invitation: invitation())
  }

  /// The chairs; of names only those who read every entry that is listed.
  private func askers(of list: ConflictQuestion.ListKind) -> Set<MemberID> {
    guard list == .names else { return state.chairs }
    return entriesOnCommonRows().reduce(state.chairs.intersection(state.keyHolders)) {
      $0.intersection($1.state.entitled)
    }
  }

  private func items(of list: ConflictQuestion.ListKind) -> [String] {
    switch list {
    case .codes: Set(commonRows().map(\.codeName.text)).sorted()
    case .names: Set(entriesOnCommonRows().flatMap { PersonRecord($0.state).entry.names }).sorted()
    }
  }

  /// The rows every member reads; those of hidden cases are not among them.
  private func commonRows() -> [SheetRecord.Row] {
    sheetRecord().rows.values.filter { row in
      copy.index.entries[row.id.matter]?.summary.isHidden != true
        || !Defence.hiddenIsOnNoList.stands
    }
  }

  /// The entries this member reads of the people whom the common sheet names.
  private func entriesOnCommonRows() -> [Compartment] {
    let named = Set(commonRows().compactMap(\.id.person))
    return read(ids(of: .person)).filter {
      $0.state.entitled.contains(memberID)
        && named.contains(PersonRecord($0.state).entry.codeName)
    }
  }

  /// What a newcomer is asked: the list as it was shown to them.
  package struct Listed: Sendable {
    package let kind: ConflictQuestion.ListKind
    package let items: [String]
    package let by: String
    package let hasDeclared: Bool
  }

  private func myList() -> (OpenQuestion, Listed)? {
    for open in openQuestions where open.record.asked == memberID {
      guard case .list(let kind, let items)? = open.record.question else { continue }
      let listed = Listed(
        kind: kind, items: items, by: name(of: open.record.author),
        hasDeclared: open.record.declaration != nil)
      return (open, listed)
    }
    return nil
  }

  /// The list put to this member; nil when none is.
  package func listPutToMe() -> Listed? { myList()?.1 }

  /// Declares a newcomer's conflicts: items of the list, and people who may be on no list.
  ///
  /// Declaring again replaces what was declared, until the chair finishes the onboarding.
  package func declare(
    items texts: [String], people: [String]
  ) throws(VaultError) -> ConflictDeclaration {
    guard let (open, listed) = myList() else { throw .notACandidate(me?.name ?? "") }
    var items: [String] = []
    for text in texts {
      guard let item = item(text, of: listed) else { throw .notOnTheList(text) }
      if !items.contains(item) { items.append(item) }
    }
    for person in people where person.utf8.count > ConflictQuestion.nameByteLimit {
      throw .textTooLong(limit: ConflictQuestion.nameByteLimit, found: person.utf8.count)
    }
    guard people.count <= ConflictDeclaration.peopleLimit else {
      throw .tooManyPeople(limit: ConflictDeclaration.peopleLimit, found: people.count)
    }
    let declaration = ConflictDeclaration(items: items, people: people)
    try state(.declaration(declaration), in: open.compartment)
    try commit()
    return declaration
  }

  private func item(_ text: String, of listed: Listed) -> String? {
    switch listed.kind {
    case .codes:
      CodeName(reading: text).flatMap { name in listed.items.first { $0 == name.text } }
    case .names:
      listed.items.first { $0 == text }
        ?? listed.items.first { PersonText($0).strength(against: PersonText(text)) == .same }
    }
  }
}
