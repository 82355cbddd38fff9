import Foundation

/// A folder that some people share, a home for each, and the real program.
///
/// Nothing of the machine's owner is seen or touched: the environment holds only what a session
/// needs, and there is no terminal, so that nothing can wait for an answer.
final class Session {
  private let root: URL
  private let shared: URL

  /// What a command printed, and how it ended.
  struct Outcome {
    let output: [String]
    let error: [String]
    let exitCode: Int32
  }

  init() throws {
    root = FileManager.default.temporaryDirectory
      .appendingPathComponent("conclave-session-\(UUID().uuidString)")
      .resolvingSymlinksInPath()
    shared = root.appendingPathComponent("session")
    try FileManager.default.createDirectory(at: shared, withIntermediateDirectories: true)
  }

  deinit {
    // A folder of the system's temporary files that stays behind does no harm.
    try? FileManager.default.removeItem(at: root)
  }

  /// Runs what a person types.
  func run(_ step: Transcript.Step) async throws -> Outcome {
    let home = root.appendingPathComponent("home").appendingPathComponent(step.person)
    if !FileManager.default.fileExists(atPath: home.path) {
      try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
      try Data("the passphrase of \(step.person)\n".utf8)
        .write(to: home.appendingPathComponent("passphrase"))
    }
    let outputFile = root.appendingPathComponent("output")
    let errorFile = root.appendingPathComponent("error")
    for file in [outputFile, errorFile] { try Data().write(to: file) }

    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // A session of its own has no terminal: a question for a passphrase fails instead of waiting.
    process.arguments = ["setsid", "--wait", "sh", "-c", Self.script(step)]
    process.currentDirectoryURL = shared
    process.environment = [
      "HOME": home.path,
      "PATH": "\(Self.programFolder):/usr/local/bin:/usr/bin:/bin",
      "LC_ALL": "C.UTF-8",
      "TZ": "CET-1",
      "CONCLAVE_TEST_STRENGTH": "weak",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in ended.resume() }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        ended.resume(throwing: error)
      }
    }
    return Outcome(
      output: try lines(of: outputFile), error: try lines(of: errorFile),
      exitCode: process.terminationStatus)
  }

  private static func script(_ step: Transcript.Step) -> String {
    guard step.answersPassphrases else { return step.command }
    return """
      conclave() { command conclave --passphrase-file ~/passphrase "$@"; }
      \(step.command)
      """
  }

  private func lines(of file: URL) throws -> [String] {
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      .replacingOccurrences(of: root.path, with: "")
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Where the program was built: beside the tests.
  private static let programFolder = URL(fileURLWithPath: "/proc/self/exe")
    .resolvingSymlinksInPath().deletingLastPathComponent().path
}
