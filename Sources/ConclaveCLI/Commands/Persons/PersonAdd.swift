import ArgumentParser
import Casework
import POSIX
import Sealing
import Statements
import Vault

/// Makes a person in the person identity key, or changes what stands there of one.
struct PersonAdd: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Make a person with --new, or add names to one.",
    discussion: """
      A name given on the command line stays in your shell's history. Leave --name out at a \
      terminal and you are asked; with "-" names are read from standard input, one a line. When \
      somebody of that name is there already, it says so and asks before it makes a second entry. \
      Somebody nobody could name yet is described.

      A new entry is readable by you alone. Linking it to a case opens it to the other key holders, \
      except those who may not read that case.

      Advice is what "conclave person screen" shows as long as the sheet says that the person is \
      flagged or banned; the newest holds, and --advice "" takes it back. --wrong takes out what \
      is not theirs; it stays in the entry's history.

      Example:
        conclave person add
        conclave person add --new --name - < names.txt
        conclave person add --new --description "tall, red jacket, at the Friday party"
        conclave person add blue-jay --handle @sam@example.social
        conclave person add blue-jay --advice "do not admit; call the committee" --until 2027-06-30
        conclave person add blue-jay --wrong "Sam Roe"
      """)

  @Argument(help: "The person's code name; with --new, one of your own.") var codename: String?

  @Flag(help: "Make a new person; a code name is drawn by chance unless you give one.")
  var new = false

  @Option(
    help: ArgumentHelp("A real name; \"-\" reads names from standard input.", valueName: "name"))
  var name: [String] = []

  @Option(help: ArgumentHelp("Another name they go by.", valueName: "alias"))
  var alias: [String] = []

  @Option(help: ArgumentHelp("An address or a handle.", valueName: "handle"))
  var handle: [String] = []

  @Option(help: ArgumentHelp("What somebody looked like who is not known.", valueName: "text"))
  var description: [String] = []

  @Option(
    help: ArgumentHelp(
      "What to advise an event; \"-\" reads it from standard input.", valueName: "text"))
  var advice: String?

  @Option(help: ArgumentHelp("The last day of the advice.", valueName: "day"))
  var until: String?

  @Option(help: ArgumentHelp("A name, handle or description to take out.", valueName: "text"))
  var wrong: [String] = []

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let hasNoFlags = codename == nil && !new && isUnnamed && advice == nil && wrong.isEmpty
    guard new || codename != nil || hasNoFlags && surroundings.canAsk else { throw .newOrWhom }
    let isNew = new || codename == nil
    guard !isNew || wrong.isEmpty else { throw .wrongOfNobody }
    guard until == nil || advice != nil else { throw .untilWithoutAdvice }
    guard advice != "-" || !name.contains("-") else { throw .onlyOneFromInput }
    let lastDay = try until.map { text throws(Failure) in
      try surroundings.day(text, for: "--until")
    }
    let identity = try surroundings.openIdentity()
    var change = OpenVault.PersonChange(added: try added(in: surroundings))
    if !wrong.isEmpty { change.removed = PersonNamesRemoval(texts: wrong) }
    if let advice = try advice(until: lastDay, in: surroundings) { change.advice = advice }
    try Self.check(change, isNew: isNew)

    let person: OpenVault.PersonReport
    if isNew {
      person = try newPerson(change, as: identity, in: surroundings)
    } else {
      person = try surroundings.withVault(as: identity) { vault throws(VaultError) in
        try vault.changePerson(codename ?? "", by: change)
      }
    }
    let day = surroundings.today
    try surroundings.show(PersonReport(person: person, day: day))
    surroundings.say(.namesAdded(person, isNew: isNew))
    if let advice = change.advice, !advice.text.isEmpty, person.standing(on: day) == nil {
      surroundings.say(.adviceWaits(person))
    }
    surroundings.sayNext(.nextIsLink(person.entry.codeName))
  }

  private var isUnnamed: Bool {
    name.isEmpty && alias.isEmpty && handle.isEmpty && description.isEmpty
  }

  /// What was given, read from standard input, or asked for where nothing was.
  private func added(in surroundings: Surroundings) throws(Failure) -> PersonNames {
    var (names, aliases, handles) = (name, alias, handle)
    var descriptions = description
    if names.contains("-") {
      names.removeAll { $0 == "-" }
      names += try surroundings.readNames()
    } else if isUnnamed, advice == nil, wrong.isEmpty {
      names = try surroundings.askForAll(.askName, orGive: .nameOption)
      aliases = try surroundings.askForAll(.askAlias, orGive: nil)
      handles = try surroundings.askForAll(.askHandle, orGive: nil)
      descriptions = try surroundings.askForAll(.askDescription, orGive: nil)
    }
    return PersonNames(
      names: names.compactMap(Self.words), aliases: aliases.compactMap(Self.words),
      handles: handles.compactMap(Self.words),
      descriptions: descriptions.compactMap(Self.words))
  }

  private func advice(
    until day: Day?, in surroundings: Surroundings
  ) throws(Failure) -> PersonAdvice? {
    guard var text = advice else { return nil }
    if text == "-" { text = try surroundings.readText(from: .standardInput) }
    while text.last?.isWhitespace == true { text.removeLast() }
    return PersonAdvice(text: text, until: text.isEmpty ? nil : day)
  }

  private static func check(_ change: OpenVault.PersonChange, isNew: Bool) throws(Failure) {
    let all = change.added.all
    let isEmpty = all.isEmpty && (isNew || change.removed == nil && change.advice == nil)
    guard !isEmpty else { throw .noName }
    guard all.count <= nameLimit else { throw .tooManyNames(limit: nameLimit) }
    for name in all where name.utf8.count > PersonNames.nameByteLimit {
      throw .nameTooLong(limit: PersonNames.nameByteLimit, found: name.utf8.count)
    }
    if let advice = change.advice, advice.text.utf8.count > PersonAdvice.textByteLimit {
      throw .adviceTooLong(limit: PersonAdvice.textByteLimit, found: advice.text.utf8.count)
    }
  }

  /// More than anybody goes by, and few enough to be stated at once.
  private static let nameLimit = 64

  /// Makes a person; when somebody of such a name is there, only if that is what is meant.
  private func newPerson(
    _ change: OpenVault.PersonChange, as identity: Identity, in surroundings: Surroundings
  ) throws(Failure) -> OpenVault.PersonReport {
    if let codename, PersonCodeName(reading: codename) == nil { throw .badPersonCodeName }
    let names = change.added.names + change.added.aliases + change.added.handles
    let known = try surroundings.withVault(as: identity) { vault throws(VaultError) in
      vault.knownPersons(named: names)
    }
    // The vault is not held while somebody thinks.
    if !known.isEmpty {
      guard surroundings.canAsk || surroundings.options.yes else { throw .maybeKnown(known) }
      try surroundings.confirmOrStop(.newAllTheSame, explaining: [.maybeKnown(known)])
    }
    return try surroundings.withVault(as: identity) { vault throws(VaultError) in
      try vault.newPerson(codename, change)
    }
  }

  /// The text with single blanks between its words; nothing when it has none.
  private static func words(_ text: String) -> String? {
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
