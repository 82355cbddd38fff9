import Foundation
import Testing

/// The session in `README.md`, played with the real program like those in `Transcripts`.
///
/// It stands between a line "```session" and the next "```". Nobody types a passphrase in it.
struct ReadmeTests {
  static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("README.md")

  static let preamble = "% passphrases\n"

  @Test func `the session in the README goes as it is written down`() async throws {
    let text = try String(contentsOf: Self.file, encoding: .utf8)
    let opening = try #require(text.firstRange(of: "```session\n"))
    let closing = try #require(text[opening.upperBound...].firstRange(of: "```"))
    let session = opening.upperBound..<closing.lowerBound
    let transcript = Transcript(reading: Self.preamble + text[session])
    #expect(transcript.elements.contains { if case .step = $0 { true } else { false } })
    let played = try await PlayedTranscript(transcript)
    for difference in played.differences {
      Issue.record("README.md, line of the session \(difference)")
    }
    if ProcessInfo.processInfo.environment["CONCLAVE_UPDATE_TRANSCRIPTS"] != nil {
      let updated = played.updated.text.dropFirst(Self.preamble.count)
      try text.replacingCharacters(in: session, with: updated)
        .write(to: Self.file, atomically: true, encoding: .utf8)
    }
  }
}
