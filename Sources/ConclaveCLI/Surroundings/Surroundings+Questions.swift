import POSIX
import SystemPackage

extension Surroundings {
  /// Whether questions can be asked at all.
  var canAsk: Bool { console.hasPerson && !options.json }

  /// Asks for one line, again until it is not empty.
  ///
  /// Without a terminal the command fails, and the hint says which `option` would have answered.
  func ask(_ question: Line, orGive option: Line) throws(Failure) -> String {
    guard canAsk else { throw .cannotAsk(for: option) }
    while true {
      if let answer = try answer(to: "\(question): "), !answer.isEmpty { return answer }
    }
  }

  /// Asks for one line that may stay empty.
  func askOptional(_ question: Line) throws(Failure) -> String? {
    guard canAsk else { return nil }
    let answer = try answer(to: "\(question) (may be empty): ")
    return answer.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Asks whether to go on; `--yes` answers, and anything but a yes is a no.
  ///
  /// Without a terminal and without `--yes` the command fails.
  func confirm(_ question: Line) throws(Failure) -> Bool {
    guard !options.yes else { return true }
    guard canAsk else { throw .cannotConfirm }
    let answer = try answer(to: "\(question) [y/N] ")
    return ["y", "yes"].contains(answer?.lowercased())
  }

  /// Goes on only when the person agrees; otherwise fails, saying that nothing was done.
  func confirmOrStop(_ question: Line) throws(Failure) {
    guard try confirm(question) else { throw .declined }
  }

  private func answer(to question: Line) throws(Failure) -> String? {
    do throws(Errno) {
      try console.write(Array(question.text.utf8), to: .error)
      guard let line = try console.readLine() else { throw Errno.noData }
      return line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    } catch .interrupted {
      throw .interrupted
    } catch {
      throw .noAnswer
    }
  }
}
