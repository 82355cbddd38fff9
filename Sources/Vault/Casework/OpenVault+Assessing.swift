package import Casework
import Sealing
import Statements

/// What a committee finds when it assesses a case.
extension OpenVault {
  package struct Assessed: Sendable {
    package let shown: String
    /// Columns of the sheet that the answers filled.
    package let columns: [SheetField]
    /// Columns they would have filled, had this member's role let them.
    package let columnsLeft: [SheetField]
  }

  /// States answers; nil takes one back.
  ///
  /// Answers that the sheet has a column for are set there too, in every row of the case.
  package func assess(
    _ text: String, _ answers: [AssessmentField: String?]
  ) throws(VaultError) -> Assessed {
    let (matter, record) = try caseToWrite(text)
    var stored: [String: String] = [:]
    var row: [String: [String]] = [:]
    var columns: [SheetField] = []
    for (field, answer) in answers {
      stored[field.key] = answer ?? ""
      guard let column = field.sheetField else { continue }
      columns.append(column)
      row[column.token] = answer.map { [$0] } ?? []
    }
    columns.sort { $0.token < $1.token }
    try state(.assessment(Assessment(answers: stored)), in: matter)
    let writesSheet = me?.role.writesSheet == true
    if writesSheet, !row.isEmpty {
      for person in record.rowPersons { try write(row, person: person, of: matter, record) }
    }
    try commit()
    return Assessed(
      shown: shown(matter), columns: writesSheet ? columns : [],
      columnsLeft: writesSheet ? [] : columns)
  }

  /// The persons of a case who are reported in others as well, as far as this member sees.
  package func repeatedPersons(
    in text: String
  ) throws(VaultError) -> [(person: PersonCodeName, otherCases: Int)] {
    let matter = try findCase(text, allowingPrefix: true)
    return CaseRecord(matter.state).persons.compactMap { link in
      let others = Set(rows(of: link.codeName).map(\.id.matter)).subtracting([matter.id])
      return others.isEmpty ? nil : (link.codeName, others.count)
    }
  }
}
