package import Casework
import Sealing
package import Statements

/// The person identity key: one sealed entry for each person, read by its key holders.
extension OpenVault {
  package struct PersonReport: Sendable {
    package let entry: PersonEntry
    /// The person code name; with `(2)` behind it when two persons go by one name.
    package let shown: String
    package let readers: [String]
    package let barred: [String]
    /// The rows of the sheet that name the person.
    package let rows: [SheetRecord.Row]

    /// The highest consequence recorded, by rank.
    package var highest: Consequence? {
      rows.compactMap(\.row.highestConsequence).max { $0.rank < $1.rank }
    }
  }

  private func checkKeyHolder() throws(VaultError) {
    guard me?.isKeyHolder == true else { throw .needsKeyHolder }
  }

  /// Makes a person with these names; the code name is drawn at random when it is nil.
  ///
  /// The entry is readable by its author alone until it is linked to a case: before that nobody
  /// knows who must be kept from it.
  package func newPerson(
    _ text: String?, names: [String], aliases: [String]
  ) throws(VaultError) -> PersonReport {
    try checkKeyHolder()
    try check(names + aliases)
    let codeName = try unusedPersonCodeName(text)
    let entry = try found(.person(PersonFounding(codeName: codeName, admitted: [], barred: [])))
    return try add(names: names, aliases: aliases, to: entry)
  }

  /// Adds names to a person this member reads.
  package func addNames(
    to text: String, names: [String], aliases: [String]
  ) throws(VaultError) -> PersonReport {
    let entry = try findPerson(text)
    try check(names + aliases)
    return try add(names: names, aliases: aliases, to: entry)
  }

  private func check(_ names: [String]) throws(VaultError) {
    for name in names where name.utf8.count > PersonNames.nameByteLimit {
      throw .textTooLong(limit: PersonNames.nameByteLimit, found: name.utf8.count)
    }
  }

  private func add(
    names: [String], aliases: [String], to entry: Compartment
  ) throws(VaultError) -> PersonReport {
    try state(.names(PersonNames(names: names, aliases: aliases)), in: entry)
    try commit()
    return report(entry)
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
  private struct PersonName {
    let id: CompartmentID
    let codeName: PersonCodeName
    let shown: String
  }

  private var personNames: [PersonName] {
    let entries = copy.index.entries.filter { $0.value.kind == .person && $0.value.isPresent }
      .compactMap { id, entry in
        PersonCodeName(reading: entry.label).map { (id, $0, entry.summary.founded) }
      }
      .sorted { ($0.2, $0.0) < ($1.2, $1.0) }
    var seen: [PersonCodeName: Int] = [:]
    return entries.map { id, codeName, _ in
      let count = (seen[codeName] ?? 0) + 1
      seen[codeName] = count
      return PersonName(
        id: id, codeName: codeName,
        shown: count == 1 ? codeName.text : "\(codeName.text) (\(count))")
    }
  }

  private func findPersonIfKnown(_ text: String) throws(VaultError) -> Compartment? {
    let names = personNames
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
    package let isRepeat: Bool
    /// Who was barred from the entry because they may not read the case.
    package let barred: [String]
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
    let isRepeat = !rows(of: founding.codeName).isEmpty
    try state(.person(link), in: matter)
    try write(
      [SheetField.person.token: [founding.codeName.text]], person: founding.codeName, of: matter,
      record)
    let before = entry.state.excluded
    try carryRecusals(of: matter)
    let barred = entry.state.excluded.subtracting(before)
    // The other key holders, except those kept from the case or from another case of the person.
    let welcome = state.keyHolders.subtracting(entry.state.entitled)
      .subtracting(entry.state.excluded).subtracting(matter.state.excluded)
    if !welcome.isEmpty {
      deliver(entry, to: welcome)
      try state(.admission(welcome), in: entry)
    }
    try settle()
    return Linked(
      codeName: record.codeName, person: report(entry), isRepeat: isRepeat,
      barred: names(of: barred))
  }

  package func persons() throws(VaultError) -> [PersonReport] {
    try checkKeyHolder()
    return read(ids(of: .person)).filter { $0.state.entitled.contains(memberID) }
      .map(report).sorted { $0.entry.codeName < $1.entry.codeName }
  }

  package func person(_ text: String) throws(VaultError) -> PersonReport {
    report(try findPerson(text))
  }

  /// The entries whose names, aliases or handles match, and how many there are that this member
  /// could not compare: entries on the sheet whose names they do not read.
  package func findPersons(
    named text: String
  ) throws(VaultError) -> (found: [PersonReport], unreadCount: Int) {
    let all = try persons()
    let readable = Set(all.map(\.entry.codeName))
    let onSheet = Set(sheetRecord().rows.keys.compactMap(\.person))
    return (all.filter { $0.entry.match(text) != nil }, onSheet.subtracting(readable).count)
  }

  private func report(_ entry: Compartment) -> PersonReport {
    let record = PersonRecord(entry.state)
    let codeName = record.entry.codeName
    let names = personNames.filter { $0.codeName == codeName }
    var rows = self.rows(of: codeName)
    if names.count > 1 {
      // The sheet knows the name only; the cases know which of the two is meant.
      rows = rows.filter { row in
        guard let matter = compartment(row.id.matter) else { return true }
        return CaseRecord(matter.state).persons.contains { $0.person == entry.id }
      }
    }
    return PersonReport(
      entry: record.entry, shown: names.first { $0.id == entry.id }?.shown ?? codeName.text,
      readers: self.names(of: entry.state.entitled), barred: self.names(of: entry.state.excluded),
      rows: rows)
  }
}
