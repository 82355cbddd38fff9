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
    for member in [record.opener, record.contact] + (record.entries + record.late).map(\.author) {
      names[member] = vault.name(of: member)
    }
    self.names = names
    waiting = report.waiting.map { WaitingLine($0, in: vault) }
  }

  private var record: CaseRecord { report.record }

  private func name(of member: MemberID) -> String { names[member] ?? member.short }

  func lines(in layout: Layout) -> [Line] {
    var lines = head(in: layout)
    for entry in record.entries { lines += [""] + self.lines(of: entry, in: layout) }
    if !record.late.isEmpty { lines += ["", .lateHeading] }
    for entry in record.late { lines += [""] + self.lines(of: entry, in: layout) }
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
    for act in waiting { rows.append(["waiting", .waiting(act)]) }
    var lines = Table(rows: rows).lines(columns: nil)
    for row in report.rows {
      lines += [""] + SheetRowReport(row: row, namesCase: false).lines(in: layout)
    }
    return lines
  }

  /// A line of facts, then the text; late entries have no number.
  private func lines(of numbered: CaseRecord.NumberedEntry, in layout: Layout) -> [Line] {
    let entry = numbered.entry
    let number: Line = numbered.number.map { "\($0)" } ?? "late"
    var facts: [Line] = ["\(number)  \(entry.kind.token)"]
    if let with = entry.with { facts.append("with \(with.token)") }
    if let date = entry.date { facts.append("of \(Self.time(date, in: layout))") }
    facts.append("by \(name(of: numbered.author)), \(layout.moment(numbered.stated))")
    if let present = entry.present { facts.append("present: \(present)") }
    let text = entry.text.last == "\n" ? String(entry.text.dropLast()) : entry.text
    return [.joined(facts, separator: " · ")] + Line.block(text, indent: 3)
  }

  /// A date as its author gave it; whatever else stands there is shown as it is.
  private static func time(_ stored: String, in layout: Layout) -> Line {
    let time = try? ReadableTime(
      reading: stored, now: Instant(secondsSince1970: 0), in: .utc)
    return time.map { "\($0.echo(in: layout.zone))" } ?? "\(stored)"
  }

  var json: JSON {
    [
      "case": .string(report.shown),
      "contact": .string(name(of: record.contact)),
      "entries": .array(record.entries.map(json)),
      "hidden": .bool(record.isHidden),
      "kept_out": JSON(report.excluded),
      "late": .array(record.late.map(json)),
      "opened": JSON(moment: record.opened),
      "opened_by": .string(name(of: record.opener)),
      "persons": JSON(record.persons.map(\.codeName.text)),
      "readers": JSON(report.readers),
      "rows": .array(report.rows.map { SheetRowReport(row: $0, shown: report.shown).json }),
      "unknown_statements": .integer(record.unknownCount),
      "waiting": .array(waiting.map(\.json)),
    ]
  }

  private func json(_ numbered: CaseRecord.NumberedEntry) -> JSON {
    let entry = numbered.entry
    return [
      "author": .string(name(of: numbered.author)),
      "date": JSON(entry.date),
      "id": .string(numbered.id.hex),
      "kind": .string(entry.kind.token),
      "number": JSON(numbered.number),
      "present": JSON(entry.present),
      "stated": JSON(moment: numbered.stated),
      "text": .string(entry.text),
      "with": JSON(entry.with?.token),
    ]
  }
}
