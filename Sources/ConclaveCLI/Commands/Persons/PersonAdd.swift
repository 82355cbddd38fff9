import ArgumentParser
import Casework
import POSIX
import Sealing
import Statements
import Vault

/// Adds names to the person identity key.
struct PersonAdd: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Make a person with --new, or add names to one.",
    discussion: """
      A name given on the command line stays in your shell's history. Leave --name out at a \
      terminal and you are asked; with "-" names are read from standard input, one a line. When \
      somebody of that name is there already, it says so and asks before it makes a second entry.

      A new entry is readable by you alone. Linking it to a case opens it to the other key holders, \
      except those who may not read that case.

      Example:
        conclave person add
        conclave person add --new --name - < names.txt
        conclave person add blue-jay --alias @sam@example.social
      """)

  @Argument(help: "The person's code name; with --new, one of your own.") var codename: String?

  @Flag(help: "Make a new person; a code name is drawn by chance unless you give one.")
  var new = false

  @Option(
    help: ArgumentHelp("A real name; \"-\" reads names from standard input.", valueName: "name"))
  var name: [String] = []

  @Option(help: ArgumentHelp("Another name, an address or a handle.", valueName: "alias"))
  var alias: [String] = []

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let hasNoFlags = codename == nil && !new && name.isEmpty && alias.isEmpty
    guard new || codename != nil || hasNoFlags && surroundings.canAsk else { throw .newOrWhom }
    let isNew = new || codename == nil
    let identity = try surroundings.openIdentity()
    var names = name
    var aliases = alias
    if names.contains("-") {
      names.removeAll { $0 == "-" }
      names += try surroundings.readNames()
    } else if names.isEmpty, aliases.isEmpty {
      names = try surroundings.askForAll(.askName, orGive: .nameOption)
      aliases = try surroundings.askForAll(.askAlias, orGive: nil)
    }
    names = names.compactMap(Self.name)
    aliases = aliases.compactMap(Self.name)
    try Self.check(names + aliases)

    let person: OpenVault.PersonReport
    if isNew {
      person = try newPerson(names, aliases, as: identity, in: surroundings)
    } else {
      person = try surroundings.withVault(as: identity) { vault throws(VaultError) in
        try vault.addNames(to: codename ?? "", names: names, aliases: aliases)
      }
    }
    try surroundings.show(PersonReport(person: person))
    surroundings.say(.namesAdded(person, isNew: isNew))
    surroundings.sayNext(.nextIsLink(person.entry.codeName))
  }

  private static func check(_ names: [String]) throws(Failure) {
    guard !names.isEmpty else { throw .noName }
    guard names.count <= nameLimit else { throw .tooManyNames(limit: nameLimit) }
    for name in names where name.utf8.count > PersonNames.nameByteLimit {
      throw .nameTooLong(limit: PersonNames.nameByteLimit, found: name.utf8.count)
    }
  }

  /// More than anybody goes by, and few enough to be stated at once.
  private static let nameLimit = 64

  /// Makes a person; when somebody of such a name is there, only if that is what is meant.
  private func newPerson(
    _ names: [String], _ aliases: [String], as identity: Identity, in surroundings: Surroundings
  ) throws(Failure) -> OpenVault.PersonReport {
    if let codename, PersonCodeName(reading: codename) == nil { throw .badPersonCodeName }
    let known = try surroundings.withVault(as: identity) { vault throws(VaultError) in
      try vault.persons().filter { person in
        (names + aliases).contains { person.entry.match($0) != nil }
      }
    }
    // The vault is not held while somebody thinks.
    if !known.isEmpty {
      guard surroundings.canAsk || surroundings.options.yes else { throw .maybeKnown(known) }
      try surroundings.confirmOrStop(.newAllTheSame, explaining: [.maybeKnown(known)])
    }
    return try surroundings.withVault(as: identity) { vault throws(VaultError) in
      try vault.newPerson(codename, names: names, aliases: aliases)
    }
  }

  /// The name without blanks around it; nothing when nothing is left.
  private static func name(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}

extension Surroundings {
  /// Names from standard input, one a line; typed at a terminal they are asked for.
  func readNames() throws(Failure) -> [String] {
    if console.isTerminal(.input) { return try askForAll(.askName, orGive: .nameOption) }
    return try readText(from: .standardInput).split(whereSeparator: \.isNewline).map(String.init)
  }

  /// Asks for one more until the answer is empty; without a terminal it is `option` that is missing.
  func askForAll(_ question: Line, orGive option: Line?) throws(Failure) -> [String] {
    guard canAsk else {
      if let option { throw .cannotAsk(for: option) }
      return []
    }
    var answers: [String] = []
    while let answer = try askOptional(answers.isEmpty ? question : .oneMore) {
      answers.append(answer)
    }
    return answers
  }
}
