import ArgumentParser
import Vault

/// Finds persons by name.
struct PersonFind: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Find a person by a name, an alias or a handle.",
    discussion: """
      Case, accents, hyphens and the order of names are ignored. A match is the "same" name or \
      handle, "likely" one with something left out or spelt otherwise, or "possible" by one name or \
      initials; nicknames are not guessed. It is a proposal: different people share names. A name on \
      the command line stays in your shell's history; leave it out at a terminal and you are asked, \
      or give "-" to read it from standard input.

      Example:
        conclave person find
        conclave person find "doe, sam"
        conclave person find - < name.txt
      """)

  @Argument(help: "The name; \"-\" reads it from standard input.") var text: String?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let identity = try surroundings.openIdentity()
    let wanted = try wanted(in: surroundings)
    let search = try surroundings.withVault(as: identity) { vault throws(VaultError) in
      try vault.findPersons(named: wanted)
    }
    try surroundings.show(PersonFindReport(search: search, day: surroundings.today))
    if search.found.isEmpty { surroundings.say(.nobodyFound) }
    surroundings.sayNext(search.found.isEmpty ? .nextIsNewPerson : .nextIsPersonShow)
  }

  private func wanted(in surroundings: Surroundings) throws(Failure) -> String {
    var wanted = text ?? ""
    if text == nil {
      wanted = try surroundings.ask(.askWhom, orGive: .textArgument)
    } else if text == "-" {
      wanted = try surroundings.readText(from: .standardInput)
    }
    let words = wanted.split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { throw .noName }
    return words.joined(separator: " ")
  }
}
