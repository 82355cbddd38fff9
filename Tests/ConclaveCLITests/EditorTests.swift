import Foundation
import Testing

@testable import ConclaveCLI

/// A text written in a real editor, and where it lies afterwards.
@Suite(.serialized) struct EditorTests {
  /// An editor, what its program is called, and the keys that write a text and leave.
  struct Keys: CustomTestStringConvertible, Sendable {
    let command: String
    /// Each typed after a while, as people do.
    let typed: [String]
    var testDescription: String { command }

    static let all = [
      Keys(command: "vi", typed: ["i\(EditorTests.canary)", "\\033", ":wq\\r"]),
      Keys(command: "vim", typed: ["i\(EditorTests.canary)", "\\033", ":wq\\r"]),
      Keys(command: "nano", typed: [EditorTests.canary, "\\017", "\\r", "\\030"]),
      Keys(command: "emacs -nw", typed: [EditorTests.canary, "\\030\\023", "\\030\\003"]),
    ]

    /// Those that are there; `Scripts/test` brings all but Emacs.
    static let installed = all.filter { keys in
      let isThere = EditorTests.isThere(keys.command)
      if !isThere { print("not installed, and passed over: \(keys.command)") }
      return isThere
    }
  }

  private static func isThere(_ command: String) -> Bool {
    let name = command.split(separator: " ").first.map(String.init) ?? command
    return FileManager.default.isExecutableFile(atPath: "/usr/bin/\(name)")
  }

  static let canary = "ferrets" + "gather" + "quietly"

  /// A home whose editors keep all they can, with a vault and a case in it.
  private func home() async throws -> URL {
    let home = FileManager.default.temporaryDirectory.appendingPathComponent(
      "conclave-editor-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      at: memory(of: home), withIntermediateDirectories: false)
    try Data("the passphrase\n".utf8).write(to: home.appendingPathComponent("passphrase"))
    for folder in ["undo", "backup"] {
      try FileManager.default.createDirectory(
        at: home.appendingPathComponent(folder), withIntermediateDirectories: false)
    }
    try Data(
      """
      set nocompatible undofile undodir=~/undo backup backupdir=~/backup viminfo='100,<50,s10

      """.utf8
    ).write(to: home.appendingPathComponent(".vimrc"))
    try Data("set backup\nset backupdir \"~/backup\"\nset historylog\nset positionlog\n".utf8)
      .write(to: home.appendingPathComponent(".nanorc"))
    try Data("(savehist-mode 1)\n(setq backup-directory-alist '((\".\" . \"~/backup\")))\n".utf8)
      .write(to: home.appendingPathComponent(".emacs"))
    let made = try await run(
      """
      conclave init vault --name Maya --quiet > /dev/null && cd vault &&
      conclave case open --code-name home-shelf --quiet > /dev/null
      """, in: home, editor: "vi")
    try #require(made.status == 0)
    return home
  }

  /// A folder in memory for this home's editors alone.
  private func memory(of home: URL) -> URL {
    URL(fileURLWithPath: "/dev/shm").appendingPathComponent(home.lastPathComponent)
  }

  private func remove(_ home: URL) {
    for folder in [home, memory(of: home)] { try? FileManager.default.removeItem(at: folder) }
  }

  private func run(
    _ script: String, in home: URL, editor: String
  ) async throws -> (status: Int32, output: String) {
    let process = Process()
    let pipe = Pipe()
    let programs = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().path
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "setsid", "--wait", "sh", "-c",
      "conclave() { command conclave --passphrase-file ~/passphrase \"$@\"; }\n\(script)",
    ]
    process.currentDirectoryURL = home
    process.environment = [
      "HOME": home.path, "PATH": "\(programs):/usr/bin:/bin", "LC_ALL": "C.UTF-8",
      "TERM": "xterm", "EDITOR": editor, "XDG_RUNTIME_DIR": memory(of: home).path,
      "CONCLAVE_TEST_STRENGTH": "weak",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in ended.resume() }
      do { try process.run() } catch { ended.resume(throwing: error) }
    }
    let output = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
    return (process.terminationStatus, output)
  }

  /// A script that types `keys` at a terminal on which `command` runs.
  private func typing(_ keys: [String], at command: String) -> String {
    let strokes = keys.map { "sleep 1.5; printf '\($0)'" }.joined(separator: "; ")
    return "(\(strokes); sleep 2) | script -qec '\(command)' /dev/null > /dev/null"
  }

  private static let add =
    "conclave --vault vault --passphrase-file passphrase case add home-shelf note"

  /// Everything that people may find the text in: their home, and files for the moment.
  private func places(in home: URL) async throws -> String {
    try await run(
      """
      grep -rls '\(Self.canary)' ~ 2> /dev/null
      find /tmp /var/tmp /dev/shm -xdev -maxdepth 3 -newer ~/passphrase -type f -size -64k \
        -not -path '*/.build*' -exec grep -ls '\(Self.canary)' {} + 2> /dev/null
      find "$XDG_RUNTIME_DIR" -mindepth 1
      true
      """, in: home, editor: "vi"
    ).output
  }

  @Test(arguments: Keys.installed)
  func `what is written in an editor lies in the vault and nowhere else`(_ keys: Keys) async throws
  {
    let home = try await home()
    defer { remove(home) }
    _ = try await run(typing(keys.typed, at: Self.add), in: home, editor: keys.command)
    let shown = try await run(
      "cd vault; conclave case show home-shelf", in: home, editor: keys.command)
    #expect(shown.output.contains("1  note"))
    #expect(shown.output.contains(Self.canary))
    #expect(try await places(in: home).isEmpty)
  }

  @Test(arguments: Keys.installed)
  func `an editor that is killed leaves nothing, in the vault or elsewhere`(
    _ keys: Keys
  ) async throws {
    let home = try await home()
    defer { remove(home) }
    // The program is told to end while the editor is open and holds the text.
    let session = typing([keys.typed[0]], at: Self.add)
    _ = try await run(
      """
      (sleep 2.5; find "$XDG_RUNTIME_DIR" -name text > ~/seen; for process in $(pgrep -x conclave); do
         tr '\\0' '\\n' < /proc/$process/environ | grep -qxF "HOME=$HOME" && kill -TERM $process
       done) 2> /dev/null &
      \(session)
      wait
      """, in: home, editor: keys.command)
    let shown = try await run(
      "cd vault; conclave case show home-shelf", in: home, editor: keys.command)
    #expect(!shown.output.contains("1  note"))
    #expect(try await places(in: home).isEmpty)
    // The control: the text's file was there when the signal came.
    let seen = try await run("cat ~/seen", in: home, editor: keys.command)
    #expect(seen.output.hasSuffix("/text\n"))
  }

  @Test func `control: without our arguments vim keeps the text in a person's home`() async throws {
    guard Self.isThere("vim") else { return }
    let home = try await home()
    defer { remove(home) }
    try FileManager.default.createDirectory(
      at: home.appendingPathComponent("elsewhere"), withIntermediateDirectories: false)
    _ = try await run(
      typing(
        ["iother\\033:w\\r", "cc\(Self.canary)\\033yy", ":w\\r", "ccgone\\033", ":wq\\r"],
        at: "vim elsewhere/text"), in: home, editor: "vim")
    #expect(!(try await places(in: home)).isEmpty)
  }
}
