/// A transcript after its commands have been run.
struct PlayedTranscript {
  /// One for each step that went otherwise: where, what was typed, and both versions.
  private(set) var differences: [String] = []
  /// The transcript as it would have to be.
  private(set) var updated: Transcript

  init(_ transcript: Transcript) async throws {
    updated = transcript
    let session = try Session()
    var bindings: LinePattern.Bindings = [:]
    for (index, element) in transcript.elements.enumerated() {
      guard case .step(var step) = element else { continue }
      let outcome = try await session.run(step)
      let output = LineComparison(
        expected: step.output, actual: outcome.output, bindings: bindings)
      let error = LineComparison(
        expected: step.error, actual: outcome.error, bindings: output.bindings)
      bindings = error.bindings
      guard !output.agrees || !error.agrees || outcome.exitCode != step.exitCode else { continue }
      var report = ["\(step.lineNumber): \(step.typed.joined(separator: "\n"))"]
      report += output.report
      report += error.report.map { "\($0.prefix(2))! \($0.dropFirst(2))" }
      if outcome.exitCode != step.exitCode {
        report += ["- ? \(step.exitCode)", "+ ? \(outcome.exitCode)"]
      }
      differences.append(report.joined(separator: "\n"))
      step.output = output.updated
      step.error = error.updated
      step.exitCode = outcome.exitCode
      updated.elements[index] = .step(step)
    }
  }
}
