import ArgumentParser
import Vault

/// Shows where things stand.
struct ShowStatus: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show where things stand, and what to do next.",
    discussion: """
      What changed on the committee since you last looked, what waits for your signature, cases that \
      only one member reads, and whether this folder is the only copy. It ends with the next \
      commands, five at most. "conclave" alone does the same.

      Example:
        conclave status
        conclave status --json
      """)

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let report = try surroundings.withVault { vault throws(VaultError) in
      let status = try vault.status()
      return StatusReport(
        path: vault.path, status: status,
        waiting: status.waiting.map { WaitingLine($0, in: vault) })
    }
    try surroundings.show(report)
    surroundings.sayNext(report.next)
  }
}
