import ArgumentParser
import Casework
import Vault

/// Asks members whether they have a conflict in a case.
struct ConflictAsk: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Ask members whether they have a conflict of interest in a case.",
    discussion: """
      Without --to everybody is asked who could be let in. Whoever is the reported person or another \
      party of the case, or was kept from it, is never asked and sees no trace of the question. \
      With --admit your own client lets in whoever answers "clear", at your next command.

      It ends with a text to paste into the committee's channel. It names no case and nobody: who \
      was not asked would say too much.

      Example:
        conclave conflict ask home-shelf --admit
        conclave conflict ask home-shelf --to "Lee Park" --to "Noor Haddad"
      """)

  @Argument(help: "The case's code name.") var code: String

  @Option(help: ArgumentHelp("A member to ask; may be given several times.", valueName: "name"))
  var to: [String] = []

  @Flag(help: "Let in whoever answers that they have no conflict.")
  var admit = false

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let (asked, policy) = try surroundings.withVault { vault throws(VaultError) in
      (try vault.askAboutConflicts(in: code, to: to, admitting: admit), vault.policy)
    }
    try surroundings.show(ConflictAskReport(asked: asked, policy: policy))
    surroundings.say(.conflictAsked(asked))
    surroundings.sayNext(
      asked.admits ? .nextIsConflictList : .nextIsAdmittingClear(asked.codeName),
      .nextIsRecusing(asked.codeName))
  }
}

/// Who was asked, what they see, and what to paste into the channel.
struct ConflictAskReport: Report {
  let asked: OpenVault.Asked
  let policy: Policy

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [
      ["case", "\(asked.codeName)"], ["asked", .list(asked.names)],
      ["they see", asked.reported.isEmpty ? .nobodyNamed : .list(asked.reported)],
    ]
    if !asked.notAsked.isEmpty { rows.append(["not asked", .list(asked.notAsked)]) }
    var lines = Table(rows: rows).lines(columns: nil)
    lines += Line.conflictList(of: policy)
    lines += ["", .pasteHeading, "", "  \(Line.pasteForQuestion)"]
    return lines
  }

  var json: JSON {
    [
      "admits": .bool(asked.admits), "asked": JSON(asked.names),
      "case": .string(asked.codeName.text), "not_asked": JSON(asked.notAsked),
      "paste": .string(Line.pasteForQuestion.text), "reported": JSON(asked.reported),
    ]
  }
}
