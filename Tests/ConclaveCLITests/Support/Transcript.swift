/// A session as a person types it, with everything that is printed and how each command ends.
///
/// The format, line by line:
///
///     # a comment; a line printed that begins so is written `<~#~> a comment`
///     % passphrases             from here on nobody types a passphrase: `conclave` takes it from ~/passphrase
///     $ command                 run by `sh`, in the folder all people of the session share
///     maya$ command             the same, by Maya, who has a home of her own
///     ! a line                  expected on standard error
///     ? 77                      expected exit code; 0 when there is no such line
///     a line                    expected on standard output
///     ...                       any lines, or none (`! ...` on standard error)
///
/// A command goes on in the next line after `\` at its end, and up to the closing word after
/// `<<WORD`. Blank lines before the next command do not count. What varies is written as a
/// placeholder, see ``LinePattern``. Homes are printed as `/home/NAME`, the shared folder as
/// `/session`.
struct Transcript {
  var elements: [Element] = []

  /// A command and what is expected of it, or a line that is kept as it is.
  enum Element {
    case comment(String)
    case step(Step)
  }

  struct Step {
    let person: String
    /// The line or lines as they stand in the transcript.
    let typed: [String]
    let command: String
    let answersPassphrases: Bool
    let lineNumber: Int
    var output: [String] = []
    var error: [String] = []
    var exitCode: Int32 = 0
    /// How many blank lines follow.
    var blanks = 0
  }

  static let somebody = "somebody"

  init(reading text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    var answersPassphrases = false
    var step: Step?
    var lineNumber = 0
    func next() -> String? {
      lineNumber += 1
      return lines.popFirst()
    }
    func finish() {
      guard var ended = step else { return }
      while ended.output.last == "" {
        ended.output.removeLast()
        ended.blanks += 1
      }
      elements.append(.step(ended))
      step = nil
    }
    while let line = next() {
      if let (person, first) = Self.prompt(line) {
        finish()
        let start = lineNumber
        var typed = [line]
        var command = first
        while command.hasSuffix("\\"), let more = next() {
          typed.append(more)
          command = command.dropLast() + more
        }
        if let word = Self.heredocWord(command) {
          while let more = next() {
            typed.append(more)
            command += "\n" + more
            if more == word { break }
          }
        }
        step = Step(
          person: person, typed: typed, command: command, answersPassphrases: answersPassphrases,
          lineNumber: start)
      } else if line.hasPrefix("#") || line.hasPrefix("%") {
        finish()
        if line == "% passphrases" { answersPassphrases = true }
        elements.append(.comment(line))
      } else if step == nil {
        elements.append(.comment(line))
      } else if line == "!" || line.hasPrefix("! ") {
        step?.error.append(String(line.dropFirst(2)))
      } else if line.hasPrefix("? "), let code = Int32(line.dropFirst(2)) {
        step?.exitCode = code
      } else {
        step?.output.append(line)
      }
    }
    finish()
  }

  /// The transcript as text, standard output of each step before standard error.
  var text: String {
    var lines: [String] = []
    for element in elements {
      switch element {
      case .comment(let line): lines.append(line)
      case .step(let step):
        lines += step.typed + step.output
        lines += step.error.map { $0.isEmpty ? "!" : "! \($0)" }
        if step.exitCode != 0 { lines.append("? \(step.exitCode)") }
        lines += [String](repeating: "", count: step.blanks)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Who types, and what, when `line` begins a command.
  private static func prompt(_ line: String) -> (person: String, command: String)? {
    guard let dollar = line.firstIndex(of: "$"), line[dollar...].hasPrefix("$ ") else { return nil }
    let person = line[..<dollar]
    guard person.allSatisfy({ $0.isASCII && $0.isLowercase }) else { return nil }
    return (
      person.isEmpty ? somebody : String(person), String(line[line.index(dollar, offsetBy: 2)...])
    )
  }

  private static func heredocWord(_ command: String) -> String? {
    guard let found = command.firstMatch(of: /<<-?['"]?([A-Za-z]+)['"]?/) else { return nil }
    return String(found.1)
  }
}
