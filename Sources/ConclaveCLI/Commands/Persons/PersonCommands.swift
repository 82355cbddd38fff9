import ArgumentParser

/// The commands about the person identity key.
struct PersonCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person",
    abstract: "The person identity key: who stands behind a person code name.",
    discussion: """
      Real names stand here and nowhere else; only key holders read them, and nobody who was \
      recused from a case of the person. On the sheet a person is two words, like "Blue Jay".

      Example:
        conclave person add --new
        conclave person link home-shelf blue-jay
        conclave person find
        conclave person screen attendees.csv
      """,
    subcommands: [
      PersonAdd.self, PersonLink.self, PersonList.self, PersonShow.self, PersonFind.self,
      PersonScreen.self,
    ])
}
