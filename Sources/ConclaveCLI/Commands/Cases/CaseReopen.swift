import ArgumentParser
import Casework
import Statements
import Vault

/// Takes a closed case up again.
struct CaseReopen: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen",
    abstract: "Take a closed case up again.",
    discussion: """
      The row of the sheet is ongoing again; what was decided before stays in the case. Without \
      --person every row of the case that is closed is taken up.

      Grounds: \(ReopeningGround.tokens.joined(separator: ", ")).

      Example:
        conclave case reopen home-shelf --because appeal
      """)

  @Argument(help: "The case's code name.") var code: String

  @Option(
    help: ArgumentHelp("Why.", valueName: "ground"), completion: .list(ReopeningGround.tokens))
  var because: String

  @Option(
    help: ArgumentHelp("Whose row, when several people are reported.", valueName: "p"))
  var person: String?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let ground: ReopeningGround = try word(because, for: .becauseOption)
    let reopened = try surroundings.withVault { vault throws(VaultError) in
      try vault.reopenCase(code, person: person, because: ground)
    }
    try surroundings.show(CaseReopenReport(reopened: reopened, ground: ground))
    surroundings.say(.reopened(reopened))
    surroundings.sayNext(.nextIsEntry(reopened.codeName))
  }
}

/// What was just taken up again.
struct CaseReopenReport: Report {
  let reopened: OpenVault.ClosedCase
  let ground: ReopeningGround

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [["case", "\(reopened.shown)"]]
    if let person = reopened.person { rows.append(["person", "\(person)"]) }
    rows.append(["because", "\(ground.token)"])
    return Table(rows: rows).lines(columns: nil)
  }

  var json: JSON {
    [
      "because": .string(ground.token), "case": .string(reopened.shown),
      "person": JSON(reopened.person?.text),
    ]
  }
}
