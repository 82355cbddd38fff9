import ArgumentParser
import Casework
import Sealing
import Statements
import Vault

/// Records what the moderators answer.
struct CaseAnswer: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: "Record whether the moderators accept the recommended response.",
    discussion: """
      It is recorded before the response takes effect, and does not bind the committee. What they \
      wrote goes with --file; "-" reads it from standard input.

      Example:
        conclave case answer home-shelf --from moderators accept
        conclave case answer home-shelf --from moderators disagree --file mail.txt
      """)

  @Argument(help: "The case's code name.") var code: String

  @Option(
    help: ArgumentHelp("Who answers: moderators.", valueName: "party"),
    completion: .list([Correspondent.moderators.token]))
  var from: String

  @Argument(
    help: ArgumentHelp("accept or disagree.", valueName: "accept|disagree"),
    completion: .list(ModeratorsPosition.tokens))
  var position: String

  @Option(
    help: ArgumentHelp("What they wrote, as text in a file.", valueName: "file"),
    completion: .file())
  var file: String?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let from = try PartyWord(reading: from, among: [.moderators])
    let position: ModeratorsPosition = try word(position, for: .positionArgument)
    var text = ""
    let identity: Identity
    if let file {
      (text, identity) = try surroundings.textAndIdentity(from: Surroundings.TextSource(file)) {
        vault throws(VaultError) in
        _ = try vault.showCase(code)
      }
    } else {
      identity = try surroundings.openIdentity()
    }
    let entry = Entry(kind: .answer, text: text, with: from.correspondent, position: position)
    let added = try surroundings.withVault(as: identity) { vault throws(VaultError) in
      try vault.addEntry(entry, to: code)
    }
    try surroundings.show(EntryReport(added: added))
    surroundings.say(.entryAdded(added.number, to: added.shown))
    surroundings.sayNext(.nextIsShow(added.shown))
  }
}

/// Somebody the committee corresponds with, out of a few.
struct PartyWord {
  let correspondent: Correspondent

  init(reading text: String, among allowed: [Correspondent]) throws(Failure) {
    let token = Vocabulary.token(reading: text)
    guard let found = allowed.first(where: { $0.token == token }) else {
      let known = allowed.map(\.token)
      throw Failure(
        .unknown(known: known, closest: Suggestion.closest(to: token, among: known)),
        for: .fromOption)
    }
    correspondent = found
  }
}
