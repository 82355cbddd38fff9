import ArgumentParser
import Vault

/// Lists the persons whose names are open to the person running it.
struct PersonList: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the persons whose names are open to you.",
    discussion: """
      For key holders. It prints real names: mind who sees your screen.

      Example:
        conclave person list
      """)

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let persons = try surroundings.withVault { vault throws(VaultError) in try vault.persons() }
    try surroundings.show(PersonListReport(persons: persons, day: surroundings.today))
    if persons.isEmpty { surroundings.say(.noPersonOpen) }
    surroundings.sayNext(persons.isEmpty ? .nextIsNewPerson : .nextIsPersonShow)
  }
}
