package import Casework
import Sealing
package import Statements

/// A person as a key holder sees them: the names, and what the sheet and the cases open to that key
/// holder say.
extension OpenVault {
  package struct PersonReport: Sendable {
    package let entry: PersonEntry
    /// The person code name; with `(2)` behind it when two persons go by one name.
    package let shown: String
    package let readers: [String]
    package let barred: [String]
    /// The rows of the sheet that name the person.
    package let rows: [SheetRecord.Row]
    /// How many reports there were: the entries of kind `report` of the cases one reads, and one for
    /// each other case.
    ///
    /// A report is not a case: several reports can be in one. What corrects a report is no other
    /// report.
    package let reportCount: Int
    package let advice: PersonAdvice?

    /// The highest consequence recorded, by rank, and of equals the one that lasts longest.
    package var highest: (consequence: Consequence, from: Day?, until: Day?)? {
      let ranked = rows.compactMap { row in
        row.row.highestConsequence.map { ($0, row.row.from, row.row.lastDay) }
      }
      return ranked.max { one, other in
        guard one.0.rank == other.0.rank else { return one.0.rank < other.0.rank }
        guard let end = one.2 else { return false }
        return other.2.map { end < $0 } ?? true
      }
    }

    /// Whether the person is flagged or banned on `day`.
    package func standing(on day: Day) -> PersonStanding? {
      rows.standing(on: day)
    }
  }

  /// The entries open to this member.
  var openEntries: [Compartment] {
    read(ids(of: .person)).filter { $0.state.entitled.contains(memberID) }
  }

  func personReport(_ entry: Compartment) -> PersonReport {
    personReport(entry, among: shownPersons)
  }

  /// The same for one of many, whose names are put together once.
  func personReport(_ entry: Compartment, among persons: [ShownPerson]) -> PersonReport {
    let record = PersonRecord(entry.state)
    let rows = rows(of: entry, record, among: persons)
    return PersonReport(
      entry: record.entry,
      shown: persons.first { $0.id == entry.id }?.shown ?? record.entry.codeName.text,
      readers: names(of: entry.state.entitled), barred: names(of: entry.state.excluded),
      rows: rows, reportCount: rows.reduce(0) { $0 + reportCount(of: $1.id.matter) },
      advice: record.advice)
  }

  /// The rows that name this person.
  func rows(
    of entry: Compartment, _ record: PersonRecord, among persons: [ShownPerson]
  ) -> [SheetRecord.Row] {
    let codeName = record.entry.codeName
    let rows = self.rows(of: codeName)
    guard persons.count(where: { $0.codeName == codeName }) > 1 else { return rows }
    // The sheet knows the name only; the cases know which of the two is meant.
    return rows.filter { row in
      guard let matter = compartment(row.id.matter) else { return true }
      return CaseRecord(matter.state).persons.contains { $0.person == entry.id }
    }
  }

  private func reportCount(of id: CompartmentID) -> Int {
    guard let matter = compartment(id), matter.state.entitled.contains(memberID) else { return 1 }
    let reports = CaseRecord(matter.state).entriesWithCorrections.map(\.entry.entry.kind)
    return max(1, reports.count { $0 == .report })
  }
}

extension Sequence where Element == SheetRecord.Row {
  /// What these rows say together of one person on `day`.
  func standing(on day: Day) -> PersonStanding? {
    compactMap { $0.row.standing(on: day) }.max()
  }
}
