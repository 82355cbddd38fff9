import ArgumentParser
import Casework
import Sealing
import Statements
import SystemPackage
import Vault

/// A newcomer's own side of onboarding.
struct OnboardDeclare: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "declare",
    abstract: "As a newcomer, say in which cases you have a conflict of interest.",
    discussion: """
      "conclave conflict list" shows the list you were given, and what counts as a conflict. Name \
      the code names or people on it, or, privately, people you would have a conflict with whoever \
      they turn out to be: only the chairs read those, and compare them with the names they keep. \
      No reason is asked for. Declaring again replaces what you declared before.

      Example:
        conclave onboard declare --conflict home-shelf
        conclave onboard declare --people my-people.txt
        conclave onboard declare --clear
      """)

  @Option(
    help: ArgumentHelp(
      "A code name or name on the list; may be given several times.", valueName: "name"))
  var conflict: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file with a name, handle or address on each line; \"-\" for standard input.",
      valueName: "file"), completion: .file())
  var people: String?

  @Flag(help: "You have no conflict in anything on the list.")
  var clear = false

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    guard !clear || conflict.isEmpty && people == nil else { throw .clearAndConflict }
    guard clear || !conflict.isEmpty || people != nil else { throw .nothingDeclared }
    let identity: Identity
    var names: [String] = []
    if let people {
      let (text, holder) = try surroundings.textAndIdentity(from: .init(people)) {
        vault throws(VaultError) in
        guard vault.listPutToMe() != nil else { throw .notACandidate(vault.me?.name ?? "") }
      }
      names = text.split(whereSeparator: \.isNewline)
        .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        .filter { !$0.isEmpty }
      identity = holder
    } else {
      identity = try surroundings.openIdentity()
    }
    let declaration = try surroundings.withVault(as: identity) { vault throws(VaultError) in
      try vault.declare(items: conflict, people: names)
    }
    try surroundings.show(OnboardDeclareReport(declaration: declaration))
    surroundings.say(.declared(declaration))
  }
}

/// What a newcomer declared.
struct OnboardDeclareReport: Report {
  let declaration: ConflictDeclaration

  func lines(in layout: Layout) -> [Line] {
    Table(rows: [
      ["conflicts", declaration.items.isEmpty ? "none" : .list(declaration.items)],
      ["people", "\(declaration.people.count)"],
    ]).lines(columns: nil)
  }

  var json: JSON {
    [
      "conflicts": JSON(declaration.items), "people": .integer(declaration.people.count),
    ]
  }
}
