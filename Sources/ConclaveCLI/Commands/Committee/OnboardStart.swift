import ArgumentParser
import Casework
import Sealing
import Statements
import SystemPackage
import Vault

/// Makes somebody a candidate, who reads one list and nothing else.
struct OnboardStart: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "Make a newcomer a candidate, who first declares their conflicts.",
    discussion: """
      First compare the words it shows with the newcomer, in a call or face to face. Until you \
      finish, their keys open the roster and the list you choose: the code names of all cases that \
      are hidden from nobody, or the names of the people reported in them. Hidden cases are never on \
      a list. Send them the invitation that is printed.

      Example:
        conclave onboard start kim.card --invitation-out kim.invitation
        conclave onboard start kim.card --list names
      """)

  @Argument(
    help: "The card: a file, or the text itself; \"-\" for standard input.", completion: .file())
  var card: String

  @Option(
    help: ArgumentHelp("What they see: codes or names (default: codes).", valueName: "list"),
    completion: .list(["codes", "names"]))
  var list: String?

  @Option(
    help: ArgumentHelp("Write the invitation into a new file.", valueName: "file"),
    completion: .file())
  var invitationOut: String?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let kind =
      try list.map { text throws(Failure) in
        try ConflictQuestion.ListKind(typed: text, for: .listOption)
      } ?? .codes
    let card = try surroundings.readCard(self.card)
    let files = try invitationOut.map { out throws(Failure) in
      try InvitationFiles(for: [card], out: FilePath(out), in: surroundings)
    }
    let identity = try surroundings.openIdentity()
    if surroundings.canAsk, !surroundings.options.yes {
      surroundings.tell(.wordsOf(card.name))
      for line in card.fingerprint.lines { surroundings.tell("  \(line)") }
      try surroundings.confirmOrStop(.doWordsAgree(card.name))
    }
    let started = try surroundings.withVault(as: identity) { vault throws(VaultError) in
      try vault.startOnboarding(card, showing: kind)
    }
    var unwritten: Failure?
    if started.outcome.isDone {
      do throws(Failure) {
        try files?.write(started.invitation, in: surroundings)
      } catch {
        unwritten = error
      }
    }
    try surroundings.show(OnboardStartReport(card: card, started: started, files: files))
    if let unwritten { throw .invitationNotWritten(unwritten) }
    switch started.outcome {
    case .done:
      surroundings.say(.candidateStarted(started.name, started.list, started.itemCount))
      if !surroundings.canAsk || surroundings.options.yes { surroundings.say(.compareFingerprints) }
      surroundings.sayNext(.nextIsSending, .nextIsTheirDeclaration, .nextIsFinishing(started.name))
    case .waiting(let act, let needed):
      surroundings.say(.onboardingWaits(started.name))
      surroundings.sayWaiting(act, needed)
    }
  }
}

/// A candidate, with the invitation to send to them.
struct OnboardStartReport: Report {
  let card: Card
  let started: OpenVault.Started
  let files: InvitationFiles?

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [["name", "\(started.name)"], ["role", "candidate"]]
    rows += card.fingerprint.rows(labelled: "fingerprint")
    rows.append(["list", .listOf(started.list, count: started.itemCount)])
    guard started.outcome.isDone else {
      return Table(rows: rows + started.outcome.rows).lines(columns: nil)
    }
    rows += started.invitation.words.rows(labelled: "invitation")
    if let path = files?.paths[0] { rows.append(["file", "\(path)"]) }
    var lines = Table(rows: rows).lines(columns: nil)
    if files == nil { lines.append("\(started.invitation.text)") }
    return lines
  }

  var json: JSON {
    var members = started.outcome.members
    let isDone = started.outcome.isDone
    members["file"] = JSON(isDone ? files?.paths[0].string : nil)
    members["fingerprint"] = JSON(card.fingerprint.words)
    members["invitation"] = JSON(isDone ? started.invitation.text : nil)
    members["items"] = .integer(started.itemCount)
    members["list"] = .string(started.list.token)
    members["member"] = .string(card.member.hex)
    members["name"] = .string(started.name)
    members["role"] = .string(Role.candidate.token)
    members["words"] = isDone ? JSON(started.invitation.words.words) : .null
    return .object(members)
  }
}
