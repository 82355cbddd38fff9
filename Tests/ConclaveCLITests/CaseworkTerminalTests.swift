import Foundation
import Sealing
import SystemPackage
import Testing

@testable import ConclaveCLI

/// Cases, the sheet and persons, when somebody sits at the terminal.
struct CaseworkTerminalTests {
  private let home: FilePath
  private let vault: String
  private static let passphrase = ScriptedConsole.Answer.types("quiet river stone")

  /// A home with an identity, and a vault with its owner alone.
  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("conclave-casework-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    home = FilePath(folder.path)
    vault = home.appending("vault").string
    let console = ScriptedConsole([Self.passphrase, Self.passphrase])
    try #require(
      Program.run(
        ["init", vault, "--name", "Maya Lindqvist", "--policy", "django"],
        in: .scripted(console, home: home)) == .done)
  }

  /// Runs a command at a terminal whose person types the passphrase and then `answers`.
  private func run(
    _ arguments: [String], typing answers: String..., columns: Int? = nil
  ) -> (status: ConclaveCLI.ExitStatus, console: ScriptedConsole) {
    let console = ScriptedConsole(
      [Self.passphrase] + answers.map(ScriptedConsole.Answer.types), columns: columns)
    let status = Program.run(
      arguments + ["--vault", vault], in: .scripted(console, home: home))
    return (status, console)
  }

  @Test func `without options a case is asked for line by line, and again what is not understood`()
  {
    let (status, console) = run(
      ["case", "open"],
      typing: "homeshelf", "home shelf", "yesterday 21:30", "harasment", "harassment", "", "",
      "yes", "", "Sam Example", "Jo Example", "", "Kim Example",
      "", "", "yes", "Somebody shouted.")
    #expect(status == .done)
    #expect(console.unusedAnswerCount == 0)
    #expect(console.error.contains("a code name is two words"))
    #expect(console.error.contains("did you mean \"harassment\"?"))
    #expect(console.error.contains("end it with Ctrl-D"))
    #expect(console.output.contains("received  Tue 2026-03-03 21:30 UTC"))
    let shown = run(["case", "show", "home-shelf"]).console.output
    #expect(shown.contains("   Somebody shouted."))
    #expect(shown.contains("safety    yes"))
    #expect(shown.contains("reported  Sam Example\nreported  Jo Example\nreporter  Kim Example"))
    #expect(!shown.contains("origin"))
  }

  @Test func `whoever bears a reported name opens no case about it, unless that is somebody else`()
  {
    let reported = ["case", "open", "--code-name", "home-shelf", "--reported", "lindqvist, maya"]
    let (refused, console) = run(reported, typing: "n")
    #expect(refused == .refused)
    #expect(console.error.contains("somebody else of that name?"))
    #expect(run(["case", "list"]).console.output.isEmpty)
    #expect(run(reported, typing: "y").status == .done)
    #expect(run(["case", "show", "home-shelf"]).status == .done)
  }

  @Test func `the assessment is asked question by question, and safety only once`() {
    #expect(run(["case", "open", "--code-name", "home-shelf"]).status == .done)
    let (status, console) = run(
      ["case", "assess", "home-shelf"],
      typing: "Somebody shouted", "perhaps", "yes", "", "", "", "", "", "", "", "", "", "", "",
      "no", "", "maybe", "", "")
    #expect(status == .done)
    #expect(console.unusedAnswerCount == 0)
    #expect(console.error.contains("it takes: yes, no, undetermined"))
    #expect(console.error.components(separatedBy: "safety at risk").count == 2)
    #expect(!console.error.contains("does the reporter belong to a marginalised group"))
    let shown = run(["case", "show", "home-shelf"]).console.output
    #expect(shown.contains("safety    no\nrepeat    maybe"))
    #expect(shown.contains("what       Somebody shouted"))
    let again = run(
      ["case", "assess", "home-shelf"], typing: "", "", "", "", "", "", "", "", "", "", "", "", "",
      "", "", "", "", "", "")
    #expect(again.status == .refused)
    #expect(again.console.error.contains("(yes, no, unknown) [no]"))
  }

  @Test func `how a case ended is asked line by line, its days only where something lasts`() {
    #expect(run(["case", "open", "--code-name", "home-shelf"]).status == .done)
    let (status, console) = run(
      ["case", "close", "home-shelf"],
      typing: "", "banned", "first suspension", "2026-03-05", "2026-05-03", "no contact", "wg", "",
      "asked to stay away")
    #expect(status == .done)
    #expect(console.unusedAnswerCount == 0)
    #expect(console.output.contains("60 days, level 2 of the ladder, short-term"))
    #expect(run(["case", "reopen", "home-shelf", "--because", "appeal"]).status == .done)
    let short = run(
      ["case", "close", "home-shelf"], typing: "no-violation", "not a violation", "", "", "")
    #expect(short.status == .done)
    #expect(short.console.unusedAnswerCount == 0)
    let sheet = run(["sheet"]).console.output
    #expect(!sheet.contains("first-suspension") && !sheet.contains("asked to stay away"))
  }

  @Test(arguments: [("y", true), ("n", false)])
  func `a member who bears a party's name is taken out when the person says so`(
    _ answer: String, _ isOut: Bool
  ) throws {
    let lee = try Identity(name: "Lee Park", address: "")
    #expect(run(["onboard", "add", lee.card.text, "--yes"]).status == .done)
    #expect(run(["case", "open", "--code-name", "home-shelf", "--with", "Lee"]).status == .done)
    let (status, console) = run(
      ["case", "party", "home-shelf", "--role", "witness", "--name", "Lee Park"], typing: answer)
    #expect(status == .done)
    #expect(console.error.contains("take Lee Park out of \"home shelf\" now?"))
    let shown = run(["case", "show", "home-shelf"]).console.output
    #expect(shown.contains("kept out  Lee Park") == isOut)
  }

  @Test func `with an option nothing is asked`() {
    let (status, console) = run(["case", "open", "--safety", "no"], typing: "home shelf")
    #expect(status == .done)
    #expect(console.unusedAnswerCount == 1)
  }

  @Test func `members who must not know and who may read are asked for with commas`() {
    let (status, console) = run(
      ["case", "open"], typing: "", "", "", "", "", "", "", "", "", "Nobody Known, Lee", "", "n")
    #expect(status == .missing)
    #expect(console.error.contains("no member \"Nobody Known\""))
    #expect(run(["case", "list"]).console.output.isEmpty)
  }

  @Test func `an entry is typed, and how to end it is said`() {
    #expect(run(["case", "open", "--code-name", "home-shelf"]).status == .done)
    let (status, console) = run(["case", "add", "home", "note", "--file", "-"], typing: "We met.")
    #expect(status == .done)
    #expect(console.error.contains("end it with Ctrl-D on a line of its own"))
    #expect(run(["case", "show", "home"]).console.output.contains("   We met."))
  }

  @Test func `without a file an entry is written in the editor, and only what was written`() {
    #expect(run(["case", "open", "--code-name", "home-shelf"]).status == .done)
    let (status, console) = run(["case", "add", "home", "note"], typing: "We met.")
    #expect(status == .done)
    #expect(console.error.contains("vi -N -u NONE"))
    #expect(run(["case", "show", "home"]).console.output.contains("   We met."))
    // Left as it was, left with an error, emptied, killed.
    for typed in [":q!", ":cq", "", " \n"] {
      let left = run(["case", "add", "home", "note"], typing: typed)
      #expect(left.status != .done, "\(typed)")
      #expect(left.console.error.contains("nothing was recorded"), "\(typed)")
    }
    #expect(run(["case", "add", "home", "note"]).status == .refused)
    #expect(!run(["case", "show", "home"]).console.output.contains("2  note"))
  }

  @Test func `a correction begins with the text that it corrects`() {
    #expect(run(["case", "open", "--code-name", "home-shelf"]).status == .done)
    #expect(run(["case", "add", "home", "note"], typing: "We met.").status == .done)
    let unchanged = run(["case", "add", "home", "note", "--corrects", "1"], typing: "We met.")
    #expect(unchanged.status == .refused)
    let changed = run(["case", "add", "home", "note", "--corrects", "1"], typing: "We met twice.")
    #expect(changed.status == .done)
  }

  @Test func `where no folder is in memory nothing is edited, and it says what to do`() {
    #expect(run(["case", "open", "--code-name", "home-shelf"]).status == .done)
    let console = ScriptedConsole([Self.passphrase, .types("We met.")])
    var surroundings = Surroundings.scripted(console, home: home)
    surroundings.settings.memoryPlaces = [home, FilePath("/nowhere"), FilePath("dev/shm")]
    let status = Program.run(
      ["case", "add", "home", "note", "--vault", vault], in: surroundings)
    #expect(status == .unavailable)
    #expect(console.error.contains("--file -"))
    #expect(console.unusedAnswerCount == 1)
  }

  @Test func `of an editor that is not known it says so`() {
    #expect(run(["case", "open", "--code-name", "home-shelf"]).status == .done)
    let console = ScriptedConsole([Self.passphrase, .types("We met.")])
    var surroundings = Surroundings.scripted(console, home: home)
    surroundings.settings.editor = "some-editor --wait"
    let status = Program.run(
      ["case", "add", "home", "note", "--vault", vault], in: surroundings)
    #expect(status == .done)
    #expect(console.error.contains("what \"some-editor\" keeps of a text"))
    #expect(console.error.contains("some-editor --wait /dev/shm/"))
  }

  @Test func `a person is asked for, name by name`() {
    let (status, console) = run(
      ["person", "add"], typing: "Sam Dóe", "Samuel Dóe", "", "Sammy", "", "@samd", "",
      "tall, red jacket", "")
    #expect(status == .done)
    #expect(console.unusedAnswerCount == 0)
    let found = run(["person", "find"], typing: "doe, sam").console
    #expect(found.output.contains("Sam Dóe, Samuel Dóe"))
    #expect(found.output.contains("Sammy, @samd"))
    #expect(found.output.contains("tall, red jacket"))
  }

  @Test func `somebody nobody knows is described, without a name`() {
    let (status, console) = run(["person", "add"], typing: "", "", "", "tall, red jacket", "")
    #expect(status == .done)
    #expect(console.unusedAnswerCount == 0)
    #expect(console.output.contains("described  tall, red jacket"))
    #expect(run(["person", "add"], typing: "", "", "", "").status == .usage)
  }

  @Test func `linking asks for each other name of the case whether it is the person's`() {
    #expect(
      run([
        "case", "open", "--code-name", "home-shelf", "--reported", "Samwise", "--reported",
        "Kim Roe", "--reported", "doe, sam",
      ]).status == .done)
    #expect(run(["person", "add", "blue-jay", "--new", "--name", "Sam Dóe"]).status == .done)
    let (status, console) = run(["person", "link", "home-shelf", "blue-jay"], typing: "y", "n")
    #expect(status == .done)
    #expect(console.unusedAnswerCount == 0)
    #expect(console.error.contains("the case names \"Samwise\" as reported"))
    #expect(console.error.contains("the case names \"Kim Roe\" as reported"))
    let shown = run(["person", "show", "blue-jay"]).console.output
    #expect(shown.contains("alias    Samwise"))
    #expect(!shown.contains("Kim Roe"))
  }

  @Test(arguments: ["n", ""])
  func `a second entry for one name is made only when the person says so`(_ answer: String) {
    #expect(run(["person", "add", "--new", "--name", "Sam Dóe"]).status == .done)
    let (status, console) = run(["person", "add", "--new", "--name", "Doe, Sam"], typing: answer)
    #expect(status == .refused)
    #expect(console.error.contains("Sam Dóe"))
    #expect(
      run(["person", "find", "Sam Doe", "--json"]).console.output.components(
        separatedBy: "\"person\":"
      ).count == 2)
  }

  @Test func `a narrow terminal gets the sheet row by row, a wide one as a table`() {
    #expect(
      run([
        "case", "open", "--code-name", "home-shelf", "--kind", "intimidation-stalking", "--place",
        "event:PyCon Sample 2026", "--origin", "escalated", "--safety", "unknown",
      ]).status == .done)
    let narrow = run(["sheet"], columns: 40).console.output
    #expect(narrow.contains("\nplace     event:PyCon Sample 2026\n"))
    let wide = run(["sheet"], columns: 160).console.output
    #expect(wide.hasPrefix("case        status   received"))
    #expect(wide.split(separator: "\n").count == 2)
    let middle = run(["sheet"], columns: 80).console.output
    #expect(middle.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(middle.split(separator: "\n").count == 2)
  }
}
