import ArgumentParser
import Casework
import Statements
import Vault

/// Records what the reporter or a harmed party thinks of the proposed resolution.
struct CaseFeedback: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "feedback",
    abstract: "Record what the reporter or somebody harmed thinks of the proposed resolution.",
    discussion: """
      It is recorded before the resolution takes effect, and does not bind the committee. The text \
      comes from a file or from standard input; at a terminal it is written in your editor.

      Example:
        conclave case feedback home-shelf --from reporter --file mail.txt
      """)

  @Argument(help: "The case's code name.") var code: String

  @Option(
    help: ArgumentHelp("Whose: reporter or harmed.", valueName: "party"),
    completion: .list([Correspondent.reporter.token, Correspondent.harmed.token]))
  var from: String

  @Option(
    help: ArgumentHelp("The text, in a file; \"-\" for standard input.", valueName: "file"),
    completion: .file())
  var file: String?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let from = try PartyWord(reading: from, among: [.reporter, .harmed])
    let (text, identity) = try surroundings.textAndIdentity(
      from: Surroundings.TextSource(file, in: surroundings)
    ) { vault throws(VaultError) in
      _ = try vault.showCase(code)
    }
    let entry = Entry(kind: .feedback, text: text, with: from.correspondent)
    let added = try surroundings.withVault(as: identity) { vault throws(VaultError) in
      try vault.addEntry(entry, to: code)
    }
    try surroundings.show(EntryReport(added: added))
    surroundings.say(.entryAdded(added.number, to: added.shown))
    surroundings.sayNext(.nextIsShow(added.shown))
  }
}
