import ArgumentParser
import SystemPackage
import Testing

@testable import ConclaveCLI

struct OutputTests {
  private func surroundings(_ console: ScriptedConsole, _ options: String...) throws -> Surroundings
  {
    Surroundings.scripted(console, home: "/nowhere").with(try GlobalOptions.parse(options))
  }

  @Test func `progress is one line, cleared at the end`() throws {
    let console = ScriptedConsole(columns: 20)
    let progress = try surroundings(console).progress()
    progress.update("re-sealing", done: 1, of: 12_345)
    progress.finish()
    #expect(console.error == "\rre-sealing: 1 of 1…\u{1B}[K\r\u{1B}[K")
    #expect(console.output.isEmpty)
  }

  @Test(arguments: ["--quiet", "--no-progress", "--json"])
  func `progress is not shown when not wanted`(_ option: String) throws {
    let console = ScriptedConsole()
    let progress = try surroundings(console, option).progress()
    progress.update("re-sealing", done: 1, of: 2)
    progress.finish()
    #expect(console.error.isEmpty)
  }

  @Test func `progress is not shown without a terminal`() throws {
    let console = ScriptedConsole(hasPerson: false)
    try surroundings(console).progress().update("re-sealing", done: 1, of: 2)
    #expect(console.error.isEmpty)
  }

  @Test func `quiet leaves warnings and errors`() throws {
    let console = ScriptedConsole()
    let quiet = try surroundings(console, "--quiet")
    quiet.say("now")
    quiet.sayNext("then")
    quiet.warn("careful")
    quiet.report(Failure("it is so", hint: "do this", status: .refused))
    #expect(
      console.error
        == "conclave: warning: careful\nconclave: error: it is so\nconclave: hint: do this\n")
  }

  @Test func `with json warnings and errors are one object a line`() throws {
    let console = ScriptedConsole()
    let json = try surroundings(console, "--json")
    json.say("now")
    json.warn("careful")
    json.report(Failure("it is so", status: .busy))
    #expect(
      console.error == """
        {"warning": {"message": "careful"}}
        {"error": {"exit": 75, "hint": null, "message": "it is so"}}

        """)
  }

  @Test func `colour is for terminals that want it`() throws {
    let console = ScriptedConsole()
    var coloured = try surroundings(console)
    coloured.settings.allowsColour = true
    coloured.warn("careful")
    #expect(console.error == "conclave: \u{1B}[1;33mwarning:\u{1B}[0m careful\n")
    let file = ScriptedConsole(hasPerson: false)
    coloured.console = file
    coloured.warn("careful")
    #expect(file.error == "conclave: warning: careful\n")
  }

  @Test func `yes answers every question and without a terminal nothing else does`() throws {
    let nobody = ScriptedConsole(hasPerson: false)
    #expect(try surroundings(nobody, "--yes").confirm("go on?"))
    #expect(throws: Failure.cannotConfirm) { try surroundings(nobody).confirm("go on?") }
    let somebody = ScriptedConsole([.types("no")])
    #expect(throws: Failure.declined) { try surroundings(somebody).confirmOrStop("go on?") }
  }
}
