import Casework
import Vault

// The person identity key. Real names are said to key holders only, who asked for them.

extension Failure {
  static var newOrWhom: Failure {
    Failure(
      "it is not said whose names these are",
      hint: "give a person code name, or --new for somebody new", status: .usage)
  }

  static var noName: Failure {
    Failure(
      "no name was given", hint: "give --name, --alias, --handle or --description", status: .usage)
  }

  static func maybeKnown(_ persons: [OpenVault.KnownPerson]) -> Failure {
    let code = persons.first?.person.entry.codeName.hyphenated ?? "PERSON"
    return Failure(
      .maybeKnown(persons),
      hint: """
        "conclave person add \(code) --alias ALIAS" adds a name to that entry; with --yes a new \
        person is made all the same
        """,
      status: .usage)
  }

  static var wrongOfNobody: Failure {
    Failure(
      "a new person has nothing that could be wrong", hint: "leave --wrong out", status: .usage)
  }

  static var untilWithoutAdvice: Failure {
    Failure("--until is the last day of an advice", hint: "give --advice with it", status: .usage)
  }

  static var onlyOneFromInput: Failure {
    Failure(
      "names and advice cannot both come from standard input",
      hint: "add the names first, then the advice", status: .usage)
  }

  static func adviceTooLong(limit: Int, found: Int) -> Failure {
    Failure(
      "the advice has \(found) bytes; at most \(limit) fit", hint: "put the rest into the case",
      status: .usage)
  }

  static var listNotUTF8: Failure {
    Failure(
      "the list is not text in UTF-8",
      hint: """
        save it as CSV in UTF-8, or type \
        "iconv -f WINDOWS-1252 -t UTF-8 FILE | conclave person screen -"
        """,
      status: .badData)
  }

  static func nameTooLong(limit: Int, found: Int) -> Failure {
    Failure("a name has \(found) bytes; at most \(limit) fit", status: .usage)
  }

  static func tooManyNames(limit: Int) -> Failure {
    Failure("more than \(limit) names", hint: "add the rest with a second command", status: .usage)
  }

  static var badPersonCodeName: Failure {
    Failure(
      "a person code name is two words of the letters a to z",
      hint: "with --new alone one is drawn by chance", status: .usage)
  }
}

extension Line {
  static var textArgument: Line { "the name, or \"-\"" }
  static var askWhom: Line { "who" }
  static var askName: Line { "real name" }
  static var askAlias: Line { "another name they go by" }
  static var askHandle: Line { "an address or a handle" }
  static var askDescription: Line { "what they looked like, if nobody knows them" }
  static var oneMore: Line { "one more" }

  static func maybeKnown(_ persons: [OpenVault.KnownPerson]) -> Line {
    let known = persons.map { known in
      "\"\(known.person.shown)\" (\(strength(known.match.strength)): \(known.match.matched))"
        as Line
    }
    return "somebody of such a name is there already: \(joined(known, separator: ", "))"
  }

  static var newAllTheSame: Line { "make a new person all the same?" }

  static func namesAdded(_ person: OpenVault.PersonReport, isNew: Bool) -> Line {
    let readers = sentence(person.readers)
    return isNew
      ? "\"\(person.shown)\" is in the person identity key, readable by \(readers) alone"
      : "\"\(person.shown)\" is as shown in the person identity key, readable by \(readers)"
  }

  static func adviceWaits(_ person: OpenVault.PersonReport) -> Line {
    """
    the sheet does not say that "\(person.shown)" is flagged or banned: until it does, screening \
    shows no advice
    """
  }

  /// How surely a name on somebody's list is a person's.
  static func strength(_ strength: MatchStrength) -> Line {
    switch strength {
    case .same: "same"
    case .likely: "likely"
    case .possible: "possible"
    }
  }

  /// `banned until 2027-01-01`.
  static func standing(_ standing: PersonStanding) -> Line {
    let word: Line = standing.isBanned ? "banned" : "flagged"
    return standing.until.map { "\(word) until \($0)" } ?? word
  }

  /// `first-suspension, from 2026-01-01 until 2026-03-31`.
  static func consequence(_ consequence: Consequence, from: Day?, until: Day?) -> Line {
    switch (from, until) {
    case (nil, nil): "\(consequence.text)"
    case (let from?, nil): "\(consequence.text), from \(from)"
    case (nil, let until?): "\(consequence.text), until \(until)"
    case (let from?, let until?): "\(consequence.text), from \(from) until \(until)"
    }
  }

  static func reportedBefore(_ reportCount: Int, caseCount: Int) -> Line {
    guard caseCount > 0 else { return "not reported" }
    return """
      \(count(reportCount, "report", "reports")) in \(count(caseCount, "case", "cases"))
      """
  }

  static func screened(_ screening: OpenVault.Screening, on day: Day) -> Line {
    let lines = Set(screening.hits.map(\.listed.line)).count
    let names = count(screening.listedCount, "name", "names")
    return """
      \(lines) of \(names) may be somebody flagged or banned on \(day); the list was not kept
      """
  }

  static var nextIsPersonFind: Line {
    "\"conclave person find NAME\" shows whom a name may mean, and why"
  }

  static func notOpen(_ persons: [PersonCodeName]) -> Line {
    """
    not compared, because the names are not open to you: \(list(persons.map(\.text)))
    """
  }

  static func nameless(_ persons: [PersonCodeName]) -> Line {
    "not compared, because no name or handle is known: \(list(persons.map(\.text)))"
  }

  static func nextIsLink(_ person: PersonCodeName) -> Line {
    "\"conclave person link CASE \(person.hyphenated)\" says that they are reported in a case"
  }

  static func linked(_ person: PersonCodeName, to codeName: CodeName) -> Line {
    "\"\(person)\" is reported in \"\(codeName)\", on the sheet and in the case"
  }

  static func isTheirs(_ name: String, _ person: String) -> Line {
    "the case names \"\(name)\" as reported: is that \"\(person)\" too?"
  }

  static func otherNamesAdded(_ names: [String], to person: String) -> Line {
    "\(quotedList(names)) \(names.count == 1 ? "stands" : "stand") in the entry of \"\(person)\" now"
  }

  static func nextIsOtherName(_ person: PersonCodeName) -> Line {
    """
    "conclave person add \(person.hyphenated) --name -" adds a name that is theirs, read from \
    standard input
    """
  }

  static func nextIsSheetRow(_ codeName: CodeName) -> Line {
    "\"conclave sheet set \(codeName.hyphenated) FIELD=VALUE\" changes the row"
  }

  static var noPersonOpen: Line { "no person is open to you" }
  static var nobodyFound: Line { "nobody of that name is open to you" }

  static var nextIsNewPerson: Line { "\"conclave person add --new\" makes a new person" }
  static var nextIsPersonShow: Line { "\"conclave person show PERSON\" shows one of them" }

  static func notCompared(_ count: Int) -> Line {
    """
    \(self.count(count, "person", "persons")) on the sheet could not be compared: the names are not \
    open to you
    """
  }
}
