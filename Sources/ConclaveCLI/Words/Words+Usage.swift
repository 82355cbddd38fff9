import POSIX
import SystemPackage

// The command line itself, the terminal, and asking.

extension Failure {
  static func unknownCommand(
    _ word: String, after path: Line, suggestion: String?
  ) -> Failure {
    let hint: Line =
      if let suggestion {
        "did you mean \"\(path) \(suggestion)\"?"
      } else {
        "\"\(path) --help\" lists the commands"
      }
    return Failure("no command \"\(path) \(word)\"", hint: hint, status: .usage)
  }

  /// What the argument parser refused, in our form: its first sentence is the error, what follows
  /// the hint, and its apostrophes around words are quotation marks.
  init(refusedByParser message: String, of path: Line) {
    let sentences = Self.sentences(
      of: message.replacing(/\B'|'\B/.wordBoundaryKind(.simple), with: "\""))
    let rest = sentences.dropFirst().map { "\($0)" as Line }
    self.init(
      "\(sentences.first ?? "the command line is not understood")",
      hint: rest.isEmpty
        ? "\"\(path) --help\" shows what it takes" : Line.joined(rest, separator: ", "),
      status: .usage)
  }

  /// The sentences of `text`, beginning in lower case and without full stops.
  private static func sentences(of text: String) -> [String] {
    var sentences: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      var rest = line[...]
      while let stop = rest.firstIndex(of: "."),
        let next = rest[stop...].dropFirst().first, next == " ",
        rest[stop...].dropFirst(2).first?.isUppercase == true
      {
        sentences.append(String(rest[..<stop]))
        rest = rest[stop...].dropFirst(2)
      }
      sentences.append(String(rest.last == "." ? rest.dropLast() : rest))
    }
    return sentences.map { sentence in
      let trimmed = sentence.drop(while: \.isWhitespace)
      return trimmed.prefix(1).lowercased() + trimmed.dropFirst()
    }
  }

  static func cannotAsk(for option: Line) -> Failure {
    Failure(
      "\(option) is missing, and there is no terminal to ask on", hint: "give \(option)",
      status: .usage)
  }

  static var cannotConfirm: Failure {
    Failure(
      "this asks before it goes on, and there is no terminal to ask on",
      hint: "with --yes it goes on without asking", status: .usage)
  }

  static var declined: Failure { Failure("stopped; nothing was done", status: .refused) }

  static var noAnswer: Failure { Failure("no answer came; nothing was done", status: .refused) }

  static var interrupted: Failure { Failure("interrupted", status: .interrupted) }

  static func outputNotWritten(_ error: Errno) -> Failure {
    Failure("the output could not be written: \(error)", status: .storageFailed)
  }

  static func unreadableInput(_ error: Errno) -> Failure {
    switch error {
    case .fileTooLarge: Failure("standard input is too long for this", status: .badData)
    default: Failure("standard input could not be read: \(error)", status: .storageFailed)
    }
  }
}

extension Line {
  static var notHardened: Line {
    "this system does not let conclave shield its memory from other programs of yours"
  }
}
