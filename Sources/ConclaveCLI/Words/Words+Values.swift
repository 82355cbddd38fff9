import Casework

// Values that a person types: words of a list, times, code names.

extension Failure {
  /// Why what was typed for `what`, an option or a field, was not accepted.
  init(_ error: ValueError, for what: Line) {
    let message: Line
    let hint: Line?
    switch error {
    case .empty: (message, hint) = ("\(what) is empty", nil)
    case .unknown(let known, let closest):
      let words: Line = "it takes: \(known.joined(separator: ", "))"
      message = "\(what) does not take that word"
      if let closest {
        hint = "did you mean \"\(closest)\"? \(words)"
      } else {
        hint = words
      }
    case .tooLong(let limit, let found):
      message = "the text for \(what) has \(found) bytes; at most \(limit) fit"
      hint = "put it into the case, with \"conclave case add CODE note\""
    case .tooMany(let limit, let found):
      (message, hint) = ("\(what) has \(found) items; at most \(limit) fit", nil)
    case .notACodeName:
      (message, hint) = ("\(what) takes a person code name", "it is two words, like \"Blue Jay\"")
    case .time(let error):
      self.init(error, for: what)
      return
    case .dayOnly:
      message = "\(what) takes a day, without a time"
      hint = "write it as 2026-03-04"
    case .textMissing(let word):
      message = "\(what) needs a text after \"\(word):\""
      hint = "write \"\(word):NAME\""
    }
    self.init(message, hint: hint, status: .usage)
  }

  /// Why a time was not understood.
  init(_ error: ReadableTimeError, for what: Line) {
    let forms: Line = "write \"2026-03-04 21:30\", \"yesterday 21:30\" or \"today\""
    switch error {
    case .unreadable:
      self.init("\(what) is no time that is understood", hint: forms, status: .usage)
    case .noSuchDay: self.init("\(what): the calendar has no such day", hint: forms, status: .usage)
    case .skippedByClockChange:
      self.init(
        "\(what): clocks were set forward and never showed that time",
        hint: "give the time an hour later, or a zone, as in \"02:30 UTC\"", status: .usage)
    case .anotherWeekday(let weekday):
      self.init(
        "\(what): that day is a \(weekday)", hint: "leave the weekday out, or mend the day",
        status: .usage)
    case .unknownZone:
      self.init(
        "\(what): the zone is not known", hint: "write \"UTC\", or an offset such as \"+01:00\"",
        status: .usage)
    }
  }

  static var badCodeName: Failure {
    Failure(
      "a code name is two words of the letters a to z",
      hint: "leave --code-name out and one is drawn by chance", status: .usage)
  }

  static func presentTooLong(limit: Int, found: Int) -> Failure {
    Failure(
      "--present has \(found) bytes; at most \(limit) fit", hint: "put the list into the text",
      status: .usage)
  }
}
