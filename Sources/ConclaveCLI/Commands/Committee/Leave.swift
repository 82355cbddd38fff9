import ArgumentParser
import SystemPackage
import Vault

/// The leaver's own side of leaving the committee.
struct Leave: ConclaveCommand {
  static let configuration = CommandConfiguration(
    abstract: "Leave the committee yourself.",
    discussion: """
      States in the vault that you leave and takes every key to it from this machine. Colleagues' \
      clients replace the keys at their next command. The last chair, the last holder of the \
      person identity key and the only reader of a case hand over first.

      Example:
        conclave leave
      """)

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let path = try surroundings.vaultPath()
    let identity = try surroundings.openIdentity()
    try surroundings.confirmOrStop(.leaveQuestion, explaining: Line.leaveMeans)
    try surroundings.withVault(as: identity) { vault throws(VaultError) in try vault.leave() }
    try surroundings.show(LeaveReport(path: path))
    surroundings.say(.left)
    surroundings.sayNext(.nextIsTellingAChair, .nextIsRemoving(path))
  }
}

/// That somebody left.
struct LeaveReport: Report {
  let path: FilePath

  func lines(in layout: Layout) -> [Line] {
    Table(rows: [["left", "\(path)"]]).lines(columns: nil)
  }

  var json: JSON { ["folder": .string(path.string), "state": "left"] }
}
