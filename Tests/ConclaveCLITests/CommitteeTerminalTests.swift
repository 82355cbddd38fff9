import Foundation
import SystemPackage
import Testing

@testable import ConclaveCLI

/// What the commands about the committee ask when somebody sits at the terminal.
struct CommitteeTerminalTests {
  private let root: FilePath
  private let passphrase = "quiet river stone"

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("conclave-committee-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    root = FilePath(folder.path)
  }

  private func run(
    as person: String, _ arguments: String..., on console: ScriptedConsole
  ) -> ConclaveCLI.ExitStatus {
    var surroundings = Surroundings.scripted(console, home: root.appending(person))
    surroundings.settings.vault = root.appending("vault")
    return Program.run(arguments, in: surroundings)
  }

  /// Runs a command without a person, its passphrase from a file.
  @discardableResult
  private func quietly(as person: String, _ arguments: String...) throws -> String {
    let file = root.appending("passphrase").string
    try (passphrase + "\n").write(toFile: file, atomically: true, encoding: .utf8)
    let console = ScriptedConsole(hasPerson: false)
    var surroundings = Surroundings.scripted(console, home: root.appending(person))
    surroundings.settings.vault = root.appending("vault")
    let status = Program.run(["--passphrase-file", file] + arguments, in: surroundings)
    #expect(status == .done, "\(arguments): \(console.error)")
    return console.output
  }

  private var vault: String { root.appending("vault").string }

  private func makeCommittee() throws {
    try quietly(as: "maya", "init", vault, "--name", "Maya Lindqvist")
    try quietly(as: "lee", "identity", "create", "--name", "Lee Park")
    try quietly(as: "lee", "identity", "card", "--out", root.appending("card").string)
  }

  private var card: String { root.appending("card").string }

  @Test func `init asks for what was not given, and makes keys on the way`() throws {
    let console = ScriptedConsole([
      .types("django"), .types("Maya Lindqvist"), .types(""), .types(passphrase),
      .types(passphrase),
    ])
    #expect(run(as: "maya", "init", vault, on: console) == .done)
    #expect(console.unusedAnswerCount == 0)
    #expect(console.output.contains("django"))
  }

  @Test func `init with flags asks only for the passphrase`() throws {
    let console = ScriptedConsole([.types(passphrase), .types(passphrase), .types("no")])
    #expect(run(as: "maya", "init", vault, "--name", "Maya", on: console) == .done)
    #expect(console.unusedAnswerCount == 1)
  }

  @Test(arguments: ["", "no"])
  func `a card whose words were not confirmed lets nobody in`(_ answer: String) throws {
    try makeCommittee()
    let console = ScriptedConsole([.types(passphrase), .types(answer)])
    #expect(run(as: "maya", "onboard", "add", card, on: console) == .refused)
    #expect(console.error.contains("the words of Lee Park's card"))
    #expect(try !quietly(as: "maya", "member", "list").contains("Lee Park"))
  }

  @Test func `a card whose words were confirmed lets its owner in`() throws {
    try makeCommittee()
    let console = ScriptedConsole([.types(passphrase), .types("yes")])
    #expect(run(as: "maya", "onboard", "add", card, on: console) == .done)
    #expect(!console.error.contains("have not compared"))
    #expect(try quietly(as: "maya", "member", "list").contains("Lee Park"))
  }

  @Test func `nobody is called before the conflicts were said`() throws {
    try makeCommittee()
    try quietly(as: "maya", "case", "open", "--code-name", "home shelf")
    let console = ScriptedConsole([.types(passphrase), .types("yes")])
    #expect(run(as: "maya", "onboard", "add", card, on: console) == .usage)
    #expect(console.unusedAnswerCount == 1)
  }

  @Test(arguments: [("yes", true), ("no", false)])
  func `without an invitation the words of the vault decide`(
    _ answer: String, isJoined: Bool
  ) throws {
    try makeCommittee()
    try quietly(as: "maya", "onboard", "add", card)
    let console = ScriptedConsole([.types(answer), .types(passphrase)])
    #expect(run(as: "lee", "join", vault, on: console) == (isJoined ? .done : .refused))
    let words = try quietly(as: "maya", "verify").split(separator: "\n")
      .first { $0.hasPrefix("words") }?.dropFirst(7).trimmingPrefix { $0 == " " }
    #expect(console.error.contains(try #require(words)))
    let looking = ScriptedConsole([.types(passphrase)])
    #expect(run(as: "lee", "status", on: looking) == (isJoined ? .done : .notAllowed))
  }

  @Test(arguments: [("yes", true), ("", false)])
  func `offboarding says what it does and asks`(_ answer: String, isOut: Bool) throws {
    try makeCommittee()
    try quietly(as: "maya", "onboard", "add", card)
    let console = ScriptedConsole([.types(passphrase), .types(answer)])
    #expect(run(as: "maya", "offboard", "Lee Park", on: console) == (isOut ? .done : .refused))
    #expect(console.error.contains("nothing can take back"))
    #expect(try quietly(as: "maya", "member", "list").contains("Lee Park") != isOut)
  }

  @Test(arguments: [("yes", true), ("n", false)])
  func `leaving asks`(_ answer: String, isOut: Bool) throws {
    try makeCommittee()
    try quietly(as: "maya", "onboard", "add", card, "--role", "chair")
    let invitation = root.appending("invitation").string
    try quietly(as: "maya", "invitation", "Lee", "--out", invitation)
    try quietly(as: "lee", "join", vault, "--invitation", invitation)
    let console = ScriptedConsole([.types(passphrase), .types(answer)])
    #expect(run(as: "lee", "leave", on: console) == (isOut ? .done : .refused))
    #expect(try quietly(as: "maya", "member", "list").contains("Lee Park") != isOut)
  }

  @Test func `interrupted at a question, nothing is done`() throws {
    try makeCommittee()
    try quietly(as: "maya", "onboard", "add", card)
    let console = ScriptedConsole([.types(passphrase), .pressesInterrupt])
    #expect(run(as: "maya", "offboard", "Lee Park", on: console) == .interrupted)
    #expect(try quietly(as: "maya", "member", "list").contains("Lee Park"))
  }

  @Test func `with json nothing is asked and nothing is done`() throws {
    try makeCommittee()
    try quietly(as: "maya", "onboard", "add", card)
    let console = ScriptedConsole([.types(passphrase), .types("yes")])
    #expect(run(as: "maya", "offboard", "Lee Park", "--json", on: console) == .usage)
    #expect(try quietly(as: "maya", "member", "list").contains("Lee Park"))
  }
}
