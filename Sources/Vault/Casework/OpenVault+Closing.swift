package import Casework
import Sealing
package import Statements

/// How a case ends, row by row, and how it is taken up again.
extension OpenVault {
  package struct ClosedCase: Sendable {
    package let codeName: CodeName
    package let shown: String
    package let person: PersonCodeName?
    /// Whether every row of the case is closed now.
    package let isClosed: Bool
    /// Those whose rows are still open.
    package let open: [PersonCodeName]
  }

  /// Closes a case, or the row of one of several people reported in it: in the case, and on the sheet.
  package func closeCase(
    _ text: String, person personText: String?, on day: Day,
    _ closing: (PersonCodeName?) -> Closing
  ) throws(VaultError) -> ClosedCase {
    let (matter, record) = try caseToEnd(text)
    let person = try personOfRow(personText, in: record)
    guard record.closing(of: person) == nil else {
      throw .alreadyClosed(record.codeName, person)
    }
    let closing = closing(person)
    try state(.closing(closing), in: matter)
    var row = Self.row(of: closing, on: day)
    // What an earlier closing said is not left standing beside what this one says.
    if record.wasClosed(person) {
      for field in Self.closingFields where row[field.token] == nil { row[field.token] = [] }
    }
    try write(row, to: [person], of: matter, record)
    try commit()
    return ended(matter, person)
  }

  /// Takes a closed case up again: the row of one person, or every row that is closed.
  package func reopenCase(
    _ text: String, person personText: String?, because: ReopeningGround
  ) throws(VaultError) -> ClosedCase {
    let (matter, record) = try caseToEnd(text)
    var person: PersonCodeName?
    if personText != nil { person = try personOfRow(personText, in: record) }
    let closed = (person.map { [$0] } ?? record.rowPersons).filter { record.closing(of: $0) != nil }
    guard !closed.isEmpty else { throw .notClosed(record.codeName, person) }
    try state(.reopening(Reopening(because: because, person: person)), in: matter)
    try write(
      [SheetField.status.token: [CaseStatus.ongoing.token], SheetField.resolved.token: []],
      to: closed, of: matter, record)
    try commit()
    return ended(matter, person)
  }

  private func caseToEnd(
    _ text: String
  ) throws(VaultError) -> (matter: Compartment, record: CaseRecord) {
    let matter = try findCase(text, allowingPrefix: true)
    guard me?.role.writesSheet == true else { throw .needsVoter }
    return (matter, CaseRecord(matter.state))
  }

  /// Whose row is meant; with several people in the case it must be said.
  private func personOfRow(
    _ text: String?, in record: CaseRecord
  ) throws(VaultError) -> PersonCodeName? {
    let persons = record.persons.map(\.codeName)
    guard let text else {
      guard persons.count <= 1 else { throw .severalPersons(record.codeName, persons.sorted()) }
      return persons.first
    }
    guard let wanted = PersonCodeName(reading: text), persons.contains(wanted) else {
      throw .noSuchPerson(text)
    }
    return wanted
  }

  /// Sets and clears fields of some of the case's rows, and leaves the others as they are read.
  ///
  /// What is cleared may stand in the row without a person, which shows through in every other:
  /// there it is cleared as well, and first said again for those whom it still concerns.
  private func write(
    _ values: [String: [String]], to persons: [PersonCodeName?], of matter: Compartment,
    _ record: CaseRecord
  ) throws(VaultError) {
    let cleared = values.filter(\.value.isEmpty)
    if !record.persons.isEmpty, !cleared.isEmpty {
      for row in rows(of: matter) where !persons.contains(row.id.person) {
        let kept = row.values.filter { cleared[$0.key] != nil }
        if !kept.isEmpty { try write(kept, person: row.id.person, of: matter, record) }
      }
      try write(cleared, person: nil, of: matter, record)
    }
    for person in persons { try write(values, person: person, of: matter, record) }
  }

  private static let closingFields: [SheetField] = [
    .consequences, .from, .until, .source, .review, .resolution,
  ]

  /// The row's values; what is not said is left as it stands.
  private static func row(of closing: Closing, on day: Day) -> [String: [String]] {
    var values: [SheetField: SheetValue] = [
      .status: .word(CaseStatus.resolved.token), .resolved: .day(day),
      .outcome: .word(closing.outcome.token),
    ]
    if !closing.consequences.isEmpty {
      values[.consequences] = .consequences(closing.consequences.map(\.consequence))
    }
    // What lasts, lasts from one day to another: a closing has one pair of days.
    if let lasting = closing.consequences.first(where: { $0.from != nil }) {
      values[.from] = lasting.from.map(SheetValue.day)
    }
    if let lasting = closing.consequences.first(where: { $0.until != nil }) {
      values[.until] = lasting.until.map(SheetValue.day)
    }
    if let source = closing.source { values[.source] = .text(source) }
    if let review = closing.review { values[.review] = .day(review) }
    if let resolution = closing.resolution { values[.resolution] = .text(resolution) }
    return Dictionary(uniqueKeysWithValues: values.map { ($0.token, $1.stored) })
  }

  private func ended(_ matter: Compartment, _ person: PersonCodeName?) -> ClosedCase {
    let record = CaseRecord(matter.state)
    let open = record.persons.map(\.codeName).filter { record.closing(of: $0) == nil }
    return ClosedCase(
      codeName: record.codeName, shown: shown(matter), person: person,
      isClosed: record.isClosed, open: open)
  }
}
