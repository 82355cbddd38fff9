import ArgumentParser
import Casework
import Vault

/// Lists the cases open to the person running it.
struct CaseList: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the cases that are open to you.",
    discussion: """
      Cases that are not open to you are not listed, nor counted. The sheet shows the code names of \
      all cases that are hidden from nobody.

      Example:
        conclave case list
      """)

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let lines = try surroundings.withVault { vault throws(VaultError) in vault.caseLines }
    try surroundings.show(CaseListReport(cases: lines))
    if let first = lines.first {
      surroundings.sayNext(.nextIsShow(first.shown))
    } else {
      surroundings.say(.noCaseOpen)
      surroundings.sayNext(.nextIsOpening)
    }
  }
}

/// One line for each case.
struct CaseListReport: Report {
  let cases: [OpenVault.CaseLine]

  func lines(in layout: Layout) -> [Line] {
    guard !cases.isEmpty else { return [] }
    var table = Table(heading: ["case", "opened", "last entry", "entries", "readers", "contact"])
    if cases.contains(where: \.isHidden) { table.heading.append("hidden") }
    for line in cases {
      var row: [Line] = [
        "\(line.shown)", layout.day(line.opened),
        line.entryCount == 0 ? "" : layout.day(line.last), "\(line.entryCount)",
        "\(line.readerCount)", "\(line.contact)",
      ]
      if line.isHidden { row.append("yes") }
      table.rows.append(row)
    }
    return table.lines(columns: layout.columns)
  }

  var json: JSON {
    [
      "cases": .array(
        cases.map { line in
          [
            "case": .string(line.shown), "contact": .string(line.contact),
            "entries": .integer(line.entryCount), "hidden": .bool(line.isHidden),
            "last_entry": line.entryCount == 0 ? .null : JSON(moment: line.last),
            "opened": JSON(moment: line.opened), "readers": .integer(line.readerCount),
          ]
        })
    ]
  }
}
