import ArgumentParser
import Casework
import Sealing
import SystemPackage
import Vault

/// Lets newcomers onto the committee and into its cases, in one go.
struct OnboardAdd: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Let newcomers in, by their cards, when their conflicts are known.",
    discussion: """
      First compare the words it shows with the newcomer, in a call or face to face: a card that \
      came by mail could be somebody else's. Then every case that is open to you opens to them, \
      except those named with --conflict, which stay shut until a majority inside names them again. \
      While there are cases you say either --conflict or --no-conflict: nobody is let into all \
      cases by forgetting to ask. Hidden cases are never opened here.

      Example:
        conclave onboard add lee.card noor.card
        conclave onboard add lee.card --conflict home-shelf --invitation-out lee.invitation
        conclave onboard add sam.card --role adviser --only home-shelf
        conclave onboard add kim.card --role stand-in --only home-shelf
      """)

  @Argument(
    help: "The cards: files, or the text itself; \"-\" for standard input.", completion: .file())
  var card: [String]

  @Option(
    help: ArgumentHelp("A case they have a conflict in, by its full code name.", valueName: "code"))
  var conflict: [String] = []

  @Flag(help: "They have no conflict in any case that is open to you.")
  var noConflict = false

  @Option(
    help: ArgumentHelp(
      "What they are to be: member, chair, adviser, observer, or stand-in with --only (default: member).",
      valueName: "role"), completion: .list(["member", "chair", "adviser", "observer", "stand-in"]))
  var role: String?

  @Option(help: ArgumentHelp("Open this one case to them and no other.", valueName: "code"))
  var only: String?

  @Option(
    help: ArgumentHelp(
      "Write the invitation into a new file; for several cards, into this folder.",
      valueName: "file"), completion: .file())
  var invitationOut: String?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    guard !noConflict || conflict.isEmpty else { throw .conflictAndNone }
    let role = try role.map { text throws(Failure) in
      try Role(typed: text, for: .roleOption, joiningOneCase: only != nil)
    }
    let cards = try cards(in: surroundings)
    let files = try invitationOut.map { out throws(Failure) in
      try InvitationFiles(for: cards, out: FilePath(out), in: surroundings)
    }
    let identity = try surroundings.openIdentity()
    if surroundings.canAsk, !surroundings.options.yes {
      // What is missing is said before anybody is called; the vault is not held during the call.
      try surroundings.withVault(as: identity) { vault throws(Failure) in
        try checkConflicts(in: vault, as: role ?? .member)
      }
      try compare(cards, in: surroundings)
    }
    let results = try surroundings.withVault(as: identity) { vault throws(Failure) in
      try checkConflicts(in: vault, as: role ?? .member)
      return try vault.attempt { vault throws(VaultError) in
        try vault.onboard(cards, as: role ?? .member, conflicts: conflict, only: only)
      }
    }
    let report = OnboardReport(role: role ?? .member, cards: cards, results: results, files: files)
    // They are in whatever happens now, so a file that cannot be written must not hide that.
    var unwritten: Failure?
    do throws(Failure) { try files?.write(results, in: surroundings) } catch { unwritten = error }
    try surroundings.show(report)
    if let unwritten { throw .invitationNotWritten(unwritten) }
    say(results, in: surroundings)
  }

  private func cards(in surroundings: Surroundings) throws(Failure) -> [Card] {
    var cards: [Card] = []
    for given in card {
      let card = try surroundings.readCard(given)
      guard !cards.contains(where: { $0.member == card.member }) else {
        throw .cardTwice(card.name)
      }
      cards.append(card)
    }
    return cards
  }

  /// Shows the words of every card, and goes on when somebody says that they agree.
  private func compare(_ cards: [Card], in surroundings: Surroundings) throws(Failure) {
    for card in cards {
      surroundings.tell(.wordsOf(card.name))
      for line in card.fingerprint.lines { surroundings.tell("  \(line)") }
      try surroundings.confirmOrStop(.doWordsAgree(card.name))
    }
  }

  /// Nobody is let into all cases because a question was forgotten.
  private func checkConflicts(in vault: OpenVault, as role: Role) throws(Failure) {
    let offers = role.isVoter && only == nil && !vault.caseNames.isEmpty
    guard !offers || noConflict || !conflict.isEmpty else {
      throw .conflictsNotSaid(vault.caseNames.count)
    }
  }

  private func say(_ results: [OpenVault.Onboarded], in surroundings: Surroundings) {
    for result in results {
      switch result.outcome {
      case .done: surroundings.say(.onboarded(result.name, cases: result.admitted.count))
      case .waiting(let act, let needed):
        surroundings.say(.onboardingWaits(result.name))
        surroundings.sayWaiting(act, needed)
      }
      if !result.notMineToOpen.isEmpty { surroundings.say(.notYoursToOpen(result.notMineToOpen)) }
    }
    guard results.contains(where: \.outcome.isDone) else { return }
    if !surroundings.canAsk || surroundings.options.yes { surroundings.say(.compareFingerprints) }
    surroundings.sayNext(.nextIsSending, .nextIsJoining)
  }
}
