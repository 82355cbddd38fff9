import ArgumentParser
import Casework
import Vault

/// Shows one person.
struct PersonShow: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the names behind a person code name, and what the sheet says.",
    discussion: """
      For key holders. Reports are the entries of kind report of the cases you read, and one for \
      each other case: several reports can be in one case. What followed, and whether the person is \
      flagged or banned now, is taken from the sheet.

      Example:
        conclave person show blue-jay
      """)

  @Argument(help: "The person's code name.") var person: String

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let found = try surroundings.withVault { vault throws(VaultError) in try vault.person(person) }
    try surroundings.show(PersonReport(person: found, day: surroundings.today))
    surroundings.sayNext(.nextIsLink(found.entry.codeName))
  }
}
