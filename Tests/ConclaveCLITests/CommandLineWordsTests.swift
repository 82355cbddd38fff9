import ArgumentParser
import Testing

@testable import ConclaveCLI

struct CommandLineWordsTests {
  @Test func `options for everything may stand before the command`() throws {
    let words = try CommandLineWords([
      "--vault", "identity", "--json", "identity", "card", "--out", "f",
    ])
    #expect(words.arranged == ["identity", "card", "--vault", "identity", "--json", "--out", "f"])
    #expect(words.line.text == "conclave identity card")
  }

  @Test func `what follows the command is left alone`() throws {
    let arguments = ["identity", "fingerprint", "crad", "--", "idenity"]
    #expect(try CommandLineWords(arguments).arranged == arguments)
  }

  @Test func `json asked for after two hyphens is text`() {
    #expect(CommandLineWords.wantsJSON(["a", "--json"]))
    #expect(!CommandLineWords.wantsJSON(["a", "--", "--json"]))
  }

  /// Every command there is, found from the root.
  private static func commands(
    under command: any ParsableCommand.Type
  ) -> [any ParsableCommand.Type] {
    [command] + command.configuration.subcommands.flatMap { commands(under: $0) }
  }

  @Test func `every command says what it is for and shows an example`() {
    for command in Self.commands(under: Conclave.self) {
      #expect(!command.configuration.abstract.isEmpty, "\(command)")
      #expect(command.configuration.discussion.contains("Example:\n  conclave "), "\(command)")
    }
  }

  @Test func `every command that does something takes the options for everything`() {
    for command in Self.commands(under: Conclave.self)
    where command.configuration.subcommands.isEmpty {
      #expect(command is any ConclaveCommand.Type, "\(command)")
      for name in GlobalOptions.valued {
        #expect(command.helpMessage().contains(name), "\(command)")
      }
    }
  }
}
