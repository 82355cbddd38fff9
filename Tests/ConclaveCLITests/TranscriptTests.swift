import Foundation
import Testing

/// Sessions in `Transcripts`, played with the real program.
///
/// With `CONCLAVE_UPDATE_TRANSCRIPTS=1` the files are rewritten to what came, lines that agreed keep
/// their placeholders, and the tests still fail where something changed. `CONCLAVE_TRANSCRIPTS=a,b`
/// plays only those.
struct TranscriptTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Transcripts")

  static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?
    .filter { $0.hasSuffix(".txt") && isWanted($0) }.sorted() ?? []

  private static func isWanted(_ name: String) -> Bool {
    guard let wanted = ProcessInfo.processInfo.environment["CONCLAVE_TRANSCRIPTS"] else {
      return true
    }
    return wanted.split(separator: ",").contains { name == "\($0).txt" }
  }

  @Test(arguments: names)
  func `a session goes as it is written down`(_ name: String) async throws {
    let file = Self.folder.appendingPathComponent(name)
    let text = try String(contentsOf: file, encoding: .utf8)
    let played = try await PlayedTranscript(Transcript(reading: text))
    for difference in played.differences {
      Issue.record("\(name):\(difference)")
    }
    if ProcessInfo.processInfo.environment["CONCLAVE_UPDATE_TRANSCRIPTS"] != nil {
      try played.updated.text.write(to: file, atomically: true, encoding: .utf8)
    }
  }

  @Test func `there are sessions to play`() {
    #expect(!Self.names.isEmpty)
  }
}
