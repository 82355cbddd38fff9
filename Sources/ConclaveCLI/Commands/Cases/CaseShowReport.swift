import Casework
import Sealing
import Statements
import Vault

/// A case: its readers, its persons and rows, and its entries in their order.
struct CaseShowReport: Report {
  let codeName: CodeName
  private let report: OpenVault.CaseReport
  /// What the authors, the opener and the contact are called.
  private let names: [MemberID: String]
  private let waiting: [WaitingLine]

  init(_ report: OpenVault.CaseReport, in vault: OpenVault) {
    self.report = report
    let record = report.record
    codeName = record.codeName
    var names: [MemberID: String] = [:]
    for member in [record.opener, record.contact] + record.authors
      + record.attachments.map(\.author)
    {
      names[member] = vault.name(of: member)
    }
    self.names = names
    waiting = report.waiting.map { WaitingLine($0, in: vault) }
  }

  private var record: CaseRecord { report.record }

  private func name(of member: MemberID) -> String { names[member] ?? member.short }

  private var handling: CaseHandlingReport { CaseHandlingReport(record: record, names: names) }

  func lines(in layout: Layout) -> [Line] {
    var lines = head(in: layout)
    let entries = CaseEntryLines(record: record, names: names, layout: layout)
    for (entry, corrections) in record.entriesWithCorrections {
      lines += [""] + entries.lines(of: entry)
      for correction in corrections { lines += entries.lines(of: correction, indent: 3) }
    }
    let attachments = AttachmentLines(record: record, name: name)
    lines += attachments.lines(in: layout)
    let late = attachments.late(in: layout)
    if !record.late.isEmpty || !late.isEmpty { lines += ["", .lateHeading] }
    for entry in record.late { lines += [""] + entries.lines(of: entry) }
    if !late.isEmpty { lines += [""] + late }
    if record.unknownCount > 0 { lines += ["", .unknownStatements(record.unknownCount)] }
    return lines
  }

  private func head(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [
      ["case", "\(report.shown)"],
      ["opened", "\(layout.moment(record.opened)), by \(name(of: record.opener))"],
      [
        "contact",
        report.isContactInside
          ? "\(name(of: record.contact))" : "\(name(of: record.contact)), who no longer reads it",
      ],
      ["readers", .list(report.readers)],
    ]
    if !report.excluded.isEmpty { rows.append(["kept out", .list(report.excluded)]) }
    if record.isHidden { rows.append(["hidden", .hiddenCase]) }
    if !record.persons.isEmpty {
      rows.append(["persons", .list(record.persons.map(\.codeName.text))])
    }
    rows += handling.rows(in: layout)
    for act in waiting { rows.append(["waiting", .waiting(act)]) }
    var lines = Table(rows: rows).lines(columns: nil)
    for row in report.rows {
      lines += [""] + SheetRowReport(row: row, namesCase: false).lines(in: layout)
    }
    return lines + handling.lines(in: layout)
  }

  var json: JSON {
    let entries = CaseEntryLines(
      record: record, names: names, layout: Layout(zone: .utc, now: Instant(secondsSince1970: 0)))
    let members: [String: JSON] = [
      "attachments": AttachmentLines(record: record, name: name).json,
      "case": .string(report.shown),
      "contact": .string(name(of: record.contact)),
      "entries": .array(record.entries.map(entries.json)),
      "hidden": .bool(record.isHidden),
      "kept_out": JSON(report.excluded),
      "late": .array(record.late.map(entries.json)),
      "opened": JSON(moment: record.opened),
      "opened_by": .string(name(of: record.opener)),
      "persons": JSON(record.persons.map(\.codeName.text)),
      "readers": JSON(report.readers),
      "rows": .array(report.rows.map { SheetRowReport(row: $0, shown: report.shown).json }),
      "unknown_statements": .integer(record.unknownCount),
      "waiting": .array(waiting.map(\.json)),
    ]
    return .object(members.merging(handling.members) { mine, _ in mine })
  }
}
