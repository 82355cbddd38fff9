import ArgumentParser
import Vault

/// Shows a case with everything in it.
struct CaseShow: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Read a case: who is in it, its rows on the sheet, and every entry.",
    discussion: """
      Entries are numbered in their order. What somebody wrote who could no longer read the case \
      stands apart at the end, as late: it is kept and changes nothing. The beginning of a code \
      name is enough, when only one case begins so.

      Example:
        conclave case show home-shelf
        conclave case show home | less
      """)

  @Argument(help: "The case's code name.") var code: String

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let report = try surroundings.withVault { vault throws(VaultError) in
      CaseShowReport(try vault.showCase(code), in: vault)
    }
    try surroundings.show(report)
    surroundings.sayNext(.nextIsEntry(report.codeName))
  }
}
