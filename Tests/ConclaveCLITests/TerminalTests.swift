import Foundation
import SystemPackage
import Testing

@testable import ConclaveCLI

/// What happens when somebody sits at the terminal.
struct TerminalTests {
  private let home: FilePath

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("conclave-terminal-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    home = FilePath(folder.path)
  }

  private func run(_ arguments: String..., on console: ScriptedConsole) -> ConclaveCLI.ExitStatus {
    Program.run(arguments, in: .scripted(console, home: home))
  }

  private func createIdentity(passphrase: String = "quiet river stone") {
    let console = ScriptedConsole([.types(passphrase), .types(passphrase)])
    #expect(run("identity", "create", "--name", "Maya", on: console) == .done)
  }

  @Test func `six words are drawn when return is pressed, and open the identity`() {
    let creating = ScriptedConsole([.types(""), .copiesWordsShown])
    #expect(run("identity", "create", "--name", "Maya", on: creating) == .done)
    let shown = creating.error.split(separator: "\n").last { $0.hasPrefix("  ") } ?? ""
    #expect(shown.split(separator: " ").count == 6)
    #expect(!creating.output.contains(shown.dropFirst(2)))

    let typed = String(shown.dropFirst(2))
    let changing = ScriptedConsole([
      .types(typed), .types("another river"), .types("another river"),
    ])
    #expect(run("identity", "passphrase", on: changing) == .done)
  }

  @Test func `a new passphrase is typed twice and asked for again when the two differ`() {
    let console = ScriptedConsole([
      .types("quiet river stone"), .types("quiet river store"),
      .types("quiet river stone"), .types("quiet river stone"),
    ])
    #expect(run("identity", "create", "--name", "Maya", on: console) == .done)
    #expect(console.error.contains("the two differ"))
    #expect(console.unusedAnswerCount == 0)
  }

  @Test func `after three passphrases that differ nothing is written`() {
    let pair: [ScriptedConsole.Answer] = [.types("one"), .types("two")]
    let console = ScriptedConsole(pair + pair + pair)
    #expect(run("identity", "create", "--name", "Maya", on: console) == .usage)
    #expect(run("identity", "card", on: ScriptedConsole(hasPerson: false)) == .missing)
  }

  @Test func `a mistyped passphrase is asked for again, three times in all`() {
    createIdentity()
    let forgiven = ScriptedConsole([
      .types("wrong"), .types("quiet river stone"), .types("another river"),
      .types("another river"),
    ])
    #expect(run("identity", "passphrase", on: forgiven) == .done)
    let wrong = ScriptedConsole([.types("a"), .types("b"), .types("c"), .types("another river")])
    #expect(run("identity", "passphrase", on: wrong) == .notAllowed)
    #expect(wrong.unusedAnswerCount == 1)
  }

  @Test func `without an identity the card command offers to make one`() {
    let console = ScriptedConsole([
      .types("yes"), .types("Maya Lindqvist"), .types(""), .types("quiet river stone"),
      .types("quiet river stone"),
    ])
    #expect(run("identity", "card", on: console) == .done)
    #expect(console.output.hasPrefix("conclave-card-1."))
  }

  @Test(arguments: ["", "n", "maybe"])
  func `anything but a yes is a no`(_ answer: String) {
    let console = ScriptedConsole([.types(answer), .types("Maya"), .types("")])
    #expect(run("identity", "card", on: console) == .missing)
    #expect(console.unusedAnswerCount == 2)
  }

  @Test func `with json nothing is asked`() {
    let console = ScriptedConsole([.types("yes"), .types("Maya")])
    #expect(run("identity", "card", "--json", on: console) == .missing)
    #expect(console.unusedAnswerCount == 2)
    #expect(console.error.hasPrefix(#"{"error": {"exit": 66"#))
  }

  @Test func `an interrupted question ends with 130 and writes nothing`() {
    let console = ScriptedConsole([.pressesInterrupt])
    #expect(run("identity", "create", "--name", "Maya", on: console) == .interrupted)
    #expect(run("identity", "card", on: ScriptedConsole(hasPerson: false)) == .missing)
  }

  @Test func `the end of input is no answer`() {
    #expect(run("identity", "create", on: ScriptedConsole()) == .refused)
  }
}
