import POSIX
import SystemPackage

extension Surroundings {
  /// Prints what a command found out: the one thing that goes to standard output.
  func show(_ report: some Report) throws(Failure) {
    guard !options.json else {
      try put(report.json.document + "\n")
      return
    }
    let columns = console.isTerminal(.output) ? console.columnCount(of: .output) : nil
    try show(report.lines(in: Layout(columns: columns, zone: zone, now: now)))
  }

  /// Shows somebody at the terminal what they are about to be asked about.
  func tell(_ report: some Report) {
    for line in report.lines(in: Layout(columns: nil, zone: zone, now: now)) { tell(line) }
  }

  /// Prints lines to standard output.
  func show(_ lines: [Line]) throws(Failure) {
    try put(lines.map { $0.text + "\n" }.joined())
  }

  private func put(_ text: String) throws(Failure) {
    do throws(Errno) {
      try console.write(Array(text.utf8), to: .output)
    } catch .brokenPipe {
      // Whoever reads has read enough, as `head` does.
      return
    } catch {
      throw .outputNotWritten(error)
    }
  }

  /// Says what is now true, on standard error; not with `--quiet` or `--json`.
  func say(_ lines: Line...) { say(lines) }

  func say(_ lines: [Line]) {
    guard !options.quiet, !options.json else { return }
    for line in lines { putError(line.text) }
  }

  /// Says what to type next: one sentence for each way to go on, its command in quotation marks.
  func sayNext(_ ways: Line...) { sayNext(ways) }

  func sayNext(_ ways: [Line]) {
    for (index, way) in ways.enumerated() { say("\(index == 0 ? "next" : "  or"): \(way)") }
  }

  func warn(_ line: Line) {
    guard !options.json else {
      putError(JSON.object(["warning": ["message": .string(line.text)]]).line)
      return
    }
    putError("conclave: \(coloured("warning:", "33")) \(line.text)")
  }

  /// Says why the command did not do what it was asked.
  func report(_ failure: Failure) {
    guard !options.json else {
      let error: JSON = [
        "message": .string(failure.message.text), "hint": JSON(failure.hint?.text),
        "exit": .integer(Int(failure.status.rawValue)),
      ]
      putError(JSON.object(["error": error]).line)
      return
    }
    putError("conclave: \(coloured("error:", "31")) \(failure.message.text)")
    if let hint = failure.hint { putError("conclave: \(coloured("hint:", "36")) \(hint.text)") }
  }

  /// A line for a person at the terminal, whatever else was asked for.
  func tell(_ line: Line) { putError(line.text) }

  /// Progress of long work; shown on a terminal only.
  func progress() -> Progress {
    let isWanted = !options.quiet && !options.json && !options.noProgress
    return Progress(console: console, isShown: isWanted && console.isTerminal(.error))
  }

  private func putError(_ line: String) {
    // There is nobody left to tell that telling failed.
    do { try console.write(Array((line + "\n").utf8), to: .error) } catch {}
  }

  private func coloured(_ word: String, _ code: String) -> String {
    settings.allowsColour && console.isTerminal(.error) ? "\u{1B}[1;\(code)m\(word)\u{1B}[0m" : word
  }
}
