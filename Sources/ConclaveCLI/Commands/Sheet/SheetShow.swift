import ArgumentParser
import Casework
import Statements
import Vault

/// Prints the status sheet.
struct SheetShow: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print the status sheet.",
    discussion: """
      Columns in which nothing stands are left out. On a narrow terminal each row is printed as a \
      block of its own.

      Example:
        conclave sheet
        conclave sheet --json
      """)

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let rows = try surroundings.withVault { vault throws(Failure) in
      guard vault.readsSheet else { throw .readsNoSheet }
      let shown = Dictionary(uniqueKeysWithValues: vault.caseNames.map { ($0.id, $0.shown) })
      return vault.sheetRecord().sorted.map { SheetRowReport(row: $0, shown: shown[$0.id.matter]) }
    }
    try surroundings.show(SheetReport(rows: rows))
    if rows.isEmpty { surroundings.say(.sheetEmpty) }
    surroundings.sayNext(rows.isEmpty ? .nextIsOpening : .nextIsSheetSet)
  }
}

/// The sheet as a table, or as blocks where a table has no room.
struct SheetReport: Report {
  let rows: [SheetRowReport]

  func lines(in layout: Layout) -> [Line] {
    guard !rows.isEmpty else { return [] }
    let fields = SheetRowReport.fields.filter { field in
      rows.contains { $0.row.row[field] != nil }
    }
    var table = Table(heading: ["case"] + fields.map { "\($0.token)" })
    table.rows = rows.map { report in
      ["\(report.name)"]
        + fields.map { SheetRowReport.cell(report.row.row[$0], in: layout, isShort: true) }
    }
    guard let columns = layout.columns, table.width(atLeast: Self.narrowest) > columns else {
      return table.lines(columns: layout.columns)
    }
    return Array(rows.map { $0.lines(in: layout) }.joined(separator: [""]))
  }

  /// A table whose cells were cut shorter than this would say nothing.
  private static let narrowest = 12

  var json: JSON { ["rows": .array(rows.map(\.json))] }
}
