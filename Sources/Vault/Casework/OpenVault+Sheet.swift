package import Casework
import Sealing
package import Statements

/// The status sheet: one row for each case and reported person, readable by every member.
extension OpenVault {
  /// Whether this member reads the sheet at all.
  package var readsSheet: Bool { me?.role.readsSheet == true }

  /// Sets fields of a case's row.
  ///
  /// With several persons in the case it must be said whose row.
  package func setRow(
    of text: String, person personText: String?, to values: [SheetField: SheetValue?]
  ) throws(VaultError) -> SheetRecord.Row {
    guard let me, me.role.writesSheet else {
      throw .roleMayNotWrite(self.me?.role ?? .observer)
    }
    let matter = try findCase(text, allowingPrefix: true)
    let record = CaseRecord(matter.state)
    let rows = rows(of: matter)
    var person: PersonCodeName?
    if let personText {
      guard let wanted = PersonCodeName(reading: personText),
        record.persons.contains(where: { $0.codeName == wanted })
      else { throw .noSuchPerson(personText) }
      person = wanted
    } else {
      let persons = rows.compactMap(\.id.person)
      guard persons.count <= 1 else {
        throw .severalPersons(record.codeName, persons.sorted())
      }
      person = persons.first
    }
    var stored: [String: [String]] = [:]
    for (field, value) in values { stored[field.token] = value?.stored ?? [] }
    try write(stored, person: person, of: matter, record)
    try commit()
    guard let row = self.rows(of: matter).first(where: { $0.id.person == person }) else {
      throw .rowNotYours(record.codeName)
    }
    return row
  }

  func write(
    _ stored: [String: [String]], person: PersonCodeName?, of matter: Compartment,
    _ record: CaseRecord
  ) throws(VaultError) {
    let change = RowChange(
      matter: matter.id, codeName: record.codeName, person: person, values: stored)
    if record.isHidden {
      try state(.row(change), in: matter)
    } else {
      try stateRow(change)
    }
  }
}
