package import Casework
import Sealing
package import Statements

/// The person identity key: one sealed entry for each person, read by its key holders.
extension OpenVault {
  func checkKeyHolder() throws(VaultError) {
    guard me?.isKeyHolder == true else { throw .needsKeyHolder }
  }

  /// What is stated in a person's entry at once.
  package struct PersonChange: Sendable {
    package var added: PersonNames
    package var removed: PersonNamesRemoval?
    package var advice: PersonAdvice?

    package init(
      added: PersonNames, removed: PersonNamesRemoval? = nil, advice: PersonAdvice? = nil
    ) {
      self.added = added
      self.removed = removed
      self.advice = advice
    }
  }

  /// Makes a person; the code name is drawn at random when it is nil.
  ///
  /// The entry is readable by its author alone until it is linked to a case: before that nobody
  /// knows who must be kept from it.
  package func newPerson(
    _ text: String?, _ change: PersonChange
  ) throws(VaultError) -> PersonReport {
    try checkKeyHolder()
    try check(change)
    let codeName = try unusedPersonCodeName(text)
    let entry = try found(.person(PersonFounding(codeName: codeName, admitted: [], barred: [])))
    return try make(change, to: entry)
  }

  /// Changes the entry of a person this member reads.
  package func changePerson(
    _ text: String, by change: PersonChange
  ) throws(VaultError) -> PersonReport {
    let entry = try findPerson(text)
    try check(change)
    if let removed = change.removed {
      let record = PersonRecord(entry.state).entry
      let all = record.known + record.descriptions
      guard removed.texts.allSatisfy(all.contains) else { throw .noSuchName(record.codeName) }
    }
    return try make(change, to: entry)
  }

  private func check(_ change: PersonChange) throws(VaultError) {
    for name in change.added.all where name.utf8.count > PersonNames.nameByteLimit {
      throw .textTooLong(limit: PersonNames.nameByteLimit, found: name.utf8.count)
    }
    if let advice = change.advice, advice.text.utf8.count > PersonAdvice.textByteLimit {
      throw .textTooLong(limit: PersonAdvice.textByteLimit, found: advice.text.utf8.count)
    }
  }

  private func make(
    _ change: PersonChange, to entry: Compartment
  ) throws(VaultError) -> PersonReport {
    if let removed = change.removed { try state(.unnamed(removed), in: entry) }
    if !change.added.all.isEmpty { try state(.names(change.added), in: entry) }
    if let advice = change.advice { try state(.advice(advice), in: entry) }
    try commit()
    return personReport(entry)
  }

  private func unusedPersonCodeName(_ text: String?) throws(VaultError) -> PersonCodeName {
    var taken: Set<PersonCodeName> = []
    for id in ids(of: .person) {
      if let name = copy.index.entries[id].flatMap({ PersonCodeName(reading: $0.label) }) {
        taken.insert(name)
      }
    }
    if let text {
      guard let wanted = PersonCodeName(reading: text) else { throw .noSuchPerson(text) }
      guard !taken.contains(wanted), !isOnSheet(wanted.text) else {
        throw .personCodeNameTaken(wanted)
      }
      return wanted
    }
    var generator = SystemRandomNumberGenerator()
    while let drawn = PersonCodeName.draw(using: &generator, avoiding: taken) {
      if !isOnSheet(drawn.text) { return drawn }
      taken.insert(drawn)
    }
    throw .noCodeNameLeft
  }

  /// An entry this member may read, as lists show it: `(2)` stands behind the second of one name.
  struct ShownPerson {
    let id: CompartmentID
    let codeName: PersonCodeName
    let shown: String
  }

  var shownPersons: [ShownPerson] {
    let entries = copy.index.entries.filter { $0.value.kind == .person && $0.value.isPresent }
      .compactMap { id, entry in
        PersonCodeName(reading: entry.label).map { (id, $0, entry.summary.founded) }
      }
      .sorted { ($0.2, $0.0) < ($1.2, $1.0) }
    var seen: [PersonCodeName: Int] = [:]
    return entries.map { id, codeName, _ in
      let count = (seen[codeName] ?? 0) + 1
      seen[codeName] = count
      return ShownPerson(
        id: id, codeName: codeName,
        shown: count == 1 ? codeName.text : "\(codeName.text) (\(count))")
    }
  }

  private func findPersonIfKnown(_ text: String) throws(VaultError) -> Compartment? {
    let names = shownPersons
    let wanted = PersonCodeName(reading: text)
    var match = names.first { $0.shown == text } ?? names.first { $0.codeName == wanted }
    if match == nil {
      let matches = names.filter { $0.codeName.matches(prefix: text) }
      guard matches.count <= 1 else {
        throw .ambiguousName(text, matches: matches.map(\.shown))
      }
      match = matches.first
    }
    guard let match, let entry = compartment(match.id), entry.state.entitled.contains(memberID)
    else { return nil }
    return entry
  }

  private func findPerson(_ text: String) throws(VaultError) -> Compartment {
    try checkKeyHolder()
    guard let entry = try findPersonIfKnown(text) else { throw .noSuchPerson(text) }
    return entry
  }

  package struct Linked: Sendable {
    package let codeName: CodeName
    package let person: PersonReport
    /// The person as they stood before this link.
    package let before: PersonReport
    /// Who was barred from the entry because they may not read the case.
    package let barred: [String]
    /// What the case calls its reported people by and this person's entry does not have: perhaps
    /// other names of theirs, perhaps of somebody else.
    package let otherNames: [String]

    package var isRepeat: Bool { !before.rows.isEmpty }
  }

  /// States that a person is reported in a case; whoever may not read the case is barred from the
  /// person's entry in the same commit, and the other key holders are let into it.
  package func link(_ caseText: String, to personText: String) throws(VaultError) -> Linked {
    let matter = try findCase(caseText, allowingPrefix: true)
    guard let me, me.role.writesSheet else {
      throw .roleMayNotWrite(self.me?.role ?? .observer)
    }
    let entry = try findPerson(personText)
    guard case .person(let founding) = entry.state.founding else {
      throw .noSuchPerson(personText)
    }
    let record = CaseRecord(matter.state)
    let link = PersonLink(person: entry.id, codeName: founding.codeName)
    guard !record.persons.contains(link) else { throw .personAlreadyLinked(founding.codeName) }
    let before = personReport(entry)
    try state(.person(link), in: matter)
    try write(
      [SheetField.person.token: [founding.codeName.text]], person: founding.codeName, of: matter,
      record)
    let excluded = entry.state.excluded
    try carryRecusals(of: matter)
    let barred = entry.state.excluded.subtracting(excluded)
    // The other key holders, except those kept from the case or from another case of the person.
    // A new entry with no row to it would tell of a hidden case: there only those who read the case.
    let holders = isHidden(matter) ? matter.state.entitled : state.all
    let welcome = state.keyHolders.intersection(holders).subtracting(entry.state.entitled)
      .subtracting(entry.state.excluded).subtracting(matter.state.excluded)
    if !welcome.isEmpty {
      deliver(entry, to: welcome)
      try state(.admission(welcome), in: entry)
    }
    try settle()
    return Linked(
      codeName: record.codeName, person: personReport(entry), before: before,
      barred: names(of: barred), otherNames: otherNames(in: record, besides: entry))
  }

  /// The names and contacts of the reported people of a case that are neither this person's nor
  /// those of another person linked to it.
  private func otherNames(in record: CaseRecord, besides entry: Compartment) -> [String] {
    let linked = record.persons.compactMap { compartment($0.person) }
      .filter { $0.state.entitled.contains(memberID) }
    let entries = (linked + [entry]).map { PersonRecord($0.state).entry }
    var names: [String] = []
    for party in record.parties.map(\.content) where party.role == .reported {
      for name in [party.name] + (party.contact.map { [$0] } ?? [])
      where !names.contains(name) && entries.allSatisfy({ $0.match(name)?.strength != .same }) {
        names.append(name)
      }
    }
    return names
  }

  package func persons() throws(VaultError) -> [PersonReport] {
    try checkKeyHolder()
    let shown = shownPersons
    return openEntries.map { personReport($0, among: shown) }.sorted {
      $0.entry.codeName < $1.entry.codeName
    }
  }

  package func person(_ text: String) throws(VaultError) -> PersonReport {
    personReport(try findPerson(text))
  }
}
