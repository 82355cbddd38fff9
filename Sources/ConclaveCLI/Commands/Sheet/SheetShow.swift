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
      return vault.sheetRecord().sorted
    }
    try surroundings.show(SheetReport(rows: rows))
    if rows.isEmpty { surroundings.say(.sheetEmpty) }
    surroundings.sayNext(rows.isEmpty ? .nextIsOpening : .nextIsSheetSet)
  }
}

/// The sheet as a table, or as blocks where a table has no room.
struct SheetReport: Report {
  let rows: [SheetRecord.Row]

  func lines(in layout: Layout) -> [Line] {
    guard !rows.isEmpty else { return [] }
    let fields = SheetRowReport.fields.filter { field in
      rows.contains { $0.row[field] != nil }
    }
    var table = Table(heading: ["case"] + fields.map { "\($0.token)" })
    table.rows = rows.map { row in
      ["\(row.codeName)"]
        + fields.map { SheetRowReport.cell(row.row[$0], in: layout, isShort: true) }
    }
    guard let columns = layout.columns, table.width(atLeast: 12) > columns else {
      return table.lines(columns: layout.columns)
    }
    let blocks = rows.map { SheetRowReport(row: $0).lines(in: layout) }
    return Array(blocks.joined(separator: [""]))
  }

  var json: JSON { ["rows": .array(rows.map { SheetRowReport(row: $0).json })] }
}
