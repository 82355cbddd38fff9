import ArgumentParser
import Casework
import Vault

/// States who is reported in a case.
struct PersonLink: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Say that a person is reported in a case.",
    discussion: """
      The person's code name goes on the case's row of the sheet. Whoever was recused from the case, \
      or may not know of it, is kept out of the person's entry in the same step; the other key \
      holders are let into it. It says whether somebody was reported before, and what followed.

      Example:
        conclave person link home-shelf blue-jay
      """)

  @Argument(help: "The case's code name.") var code: String

  @Argument(help: "The person's code name.") var person: String

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let linked = try surroundings.withVault { vault throws(VaultError) in
      try vault.link(code, to: person)
    }
    try surroundings.show(PersonLinkReport(linked: linked))
    surroundings.say(.linked(linked.person.entry.codeName, to: linked.codeName))
    surroundings.sayNext(.nextIsSheetRow(linked.codeName))
  }
}

/// A person linked to a case, and whether they were reported before.
struct PersonLinkReport: Report {
  let linked: OpenVault.Linked

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [
      ["case", "\(linked.codeName)"],
      ["person", "\(linked.person.shown)"],
      ["reported before", linked.isRepeat ? "yes" : "no"],
      ["reports", "\(linked.person.rows.count)"],
    ]
    if let highest = linked.person.highest { rows.append(["highest", "\(highest.text)"]) }
    rows.append(["readers", .list(linked.person.readers)])
    if !linked.barred.isEmpty { rows.append(["kept out", .list(linked.barred)]) }
    return Table(rows: rows).lines(columns: nil)
  }

  var json: JSON {
    [
      "case": .string(linked.codeName.text),
      "highest": JSON(linked.person.highest?.text),
      "kept_out": JSON(linked.barred),
      "person": .string(linked.person.shown),
      "readers": JSON(linked.person.readers),
      "reported_before": .bool(linked.isRepeat),
      "reports": .integer(linked.person.rows.count),
    ]
  }
}
