import Casework
import Sealing
import Statements
import SystemPackage
import Vault

// What a committee writes into a case: parties, corrections, links.

extension Failure {
  static func noSuchEntry(_ number: Int, _ codeName: CodeName) -> Failure {
    Failure(
      "\"\(codeName)\" has no entry \(number)",
      hint: """
        "conclave case show \(codeName.hyphenated)" numbers them; what came late has no number and \
        is not corrected
        """,
      status: .usage)
  }

  static func reportedIsReader(_ name: String) -> Failure {
    Failure(
      "somebody reported bears the name of \(name), who would read the case",
      hint: """
        hide it from them with --hidden-from \(Line.argument(name)); with --yes it is somebody else \
        of that name
        """,
      status: .refused)
  }

  static var reportedIsOpener: Failure {
    Failure(
      "somebody reported bears your own name, and nobody handles their own case",
      hint: "ask a colleague to open it; with --yes it is somebody else of that name",
      status: .refused)
  }

  static func handOverNotRecorded(_ path: FilePath) -> Failure {
    Failure(
      "\"\(path)\" was written, but that could not be recorded in the case",
      hint: "remove the file, and try again", status: .storageFailed)
  }

  static var formOfReportOnly: Failure {
    Failure("only a report has an intake form", hint: "leave --form out", status: .usage)
  }

  static var noAnswerAssigned: Failure {
    Failure(
      "an answer is given as FIELD=VALUE", hint: "for instance: anonymous=yes", status: .usage)
  }

  /// Why a question was not found by its token.
  static func unknownQuestion(_ error: ValueError, known: [String]) -> Failure {
    var hint: Line = "the questions are: \(Line.list(known))"
    if case .unknown(_, let closest?) = error { hint = "did you mean \"\(closest)\"? \(hint)" }
    return Failure("there is no such question", hint: hint, status: .usage)
  }

  static func answerTwice(_ token: String) -> Failure {
    Failure("\"\(token)\" is answered twice", hint: "answer it once", status: .usage)
  }

  static func linkWouldTell(_ name: String, _ codeName: CodeName) -> Failure {
    Failure(
      "\(name) would learn of \"\(codeName)\", which is hidden from whoever does not read it",
      hint: "the two cases must have the same readers", status: .refused)
  }

  static func linkedCaseNotOpen(_ codeName: CodeName) -> Failure {
    Failure(
      "it is linked to \"\(codeName)\", which is not open to you and may be hidden from others",
      hint: "ask somebody who reads both to admit them", status: .refused)
  }
}

extension Line {
  static func question(_ token: String) -> Line { "\"\(token)\"" }

  static var contactOption: Line { "--contact" }
  static var correctsOption: Line { "--corrects" }

  static func partyAdded(_ added: OpenVault.AddedParty) -> Line {
    switch added.party.role {
    case .reporter: "the reporter's name stands in \"\(added.shown)\", for those who read it alone"
    case .reported, .witness, .harmed, .other:
      "the name stands in \"\(added.shown)\", for those who read it alone"
    }
  }

  static func namesakeReads(_ name: String, _ shown: String, since: Line) -> Line {
    """
    that is the name of \(name), a member who reads "\(shown)" since \(since): whoever is in a case \
    must be out of it
    """
  }

  static func recuseNamesake(_ name: String, _ shown: String) -> Line {
    "take \(name) out of \"\(shown)\" now?"
  }

  static func nextIsRecusal(_ name: String, _ shown: String) -> Line {
    """
    if that is who is meant, "conclave recuse \(caseArgument(shown)) --member \(argument(name))" \
    takes them out
    """
  }

  static func nextIsOwnRecusal(_ shown: String) -> Line {
    """
    if that is you, "conclave recuse \(caseArgument(shown))" takes you out; ask a colleague to go on
    """
  }

  static func linked(_ one: String, _ other: String) -> Line {
    "\"\(one)\" and \"\(other)\" name each other, for those who read them"
  }

  static func corrects(_ number: Int) -> Line { "corrects \(number)" }

  static func correctedBy(_ numbers: [Int]) -> Line {
    "corrected by \(sentence(numbers.map(String.init)))"
  }

  static func wouldCorrect(_ number: Int) -> Line { "came too late to correct \(number)" }

  static var correctsUnknown: Line { "corrects an entry that is not here, or came late" }

  static var searchArgument: Line { "TEXT" }

  static func place(_ place: OpenVault.SearchHit.Place) -> Line {
    switch place {
    case .entry(let number): "entry \(number)"
    case .lateEntry: "late entry"
    case .party(let role): "\(role.token)"
    case .link: "link"
    case .assessment(let question): "assessment: \(question)"
    case .closing: "closing"
    }
  }

  static func searched(_ hits: Int, cases: Int) -> Line {
    """
    \(count(hits, "place", "places")) in \(count(cases, "case", "cases")) searched, all that are \
    open to you
    """
  }

  static func handOverTitle(_ shown: String) -> Line { "The case \"\(shown)\", as it stands" }

  static func handOverBy(_ name: String, _ moment: Line) -> Line {
    "written out by \(name), \(moment)"
  }

  static var handOverIsConfidential: Line {
    "confidential, and in clear: for whoever takes the case over, and for nobody whom it concerns"
  }

  static var handOverReaders: Line { "who could read it, and from when to when" }

  static func isInClear(_ path: FilePath) -> Line {
    """
    "\(path)" is in clear: whoever has it reads the whole case, and this program cannot take it back
    """
  }

  static func handedOver(_ shown: String) -> Line {
    "the case notes that it was handed over; \"\(shown)\" stays open to those who read it"
  }

  static var nextIsGiving: Line {
    """
    give the file in person, or sealed for one recipient, to those of the board whom the case does \
    not concern; then erase it
    """
  }

  static var reportedOption: Line { "--reported" }
  static var reporterOption: Line { "--reporter" }
  static var askReported: Line { "who is reported: a real name" }
  static var askReporter: Line { "who reports: their real name" }
  static var isSomebodyElse: Line { "is the person reported somebody else of that name?" }

  static func leftOut(_ names: [String]) -> Line {
    """
    \(sentence(names)) \(names.count == 1 ? "bears" : "bear" as Line) a reported name and \
    \(names.count == 1 ? "was" : "were" as Line) not let in; the sheet shows them the code name
    """
  }

  static func known(_ name: KnownName) -> Line {
    guard let unread = name.unreadCount else {
      return "\(name.name): not compared; ask a holder of the person identity key"
    }
    let rest: Line = unread == 0 ? "" : "; \(unread) on the sheet could not be compared"
    guard !name.persons.isEmpty else {
      return "\(name.name): not in the person identity key\(rest)"
    }
    let persons = name.persons.map { known in
      """
      "\(known.person.shown)" (\(strength(known.match.strength)), \
      \(reportedBefore(known.person.reportCount, caseCount: known.person.rows.count)))
      """ as Line
    }
    return "\(name.name): may be \(joined(persons, separator: " or "))\(rest)"
  }

  /// What to do about a reported name, for a holder of the person identity key.
  static func nextIsIdentity(_ name: KnownName, _ codeName: CodeName) -> [Line] {
    guard name.unreadCount != nil else { return [] }
    guard let first = name.persons.first else {
      return [
        "\"conclave person add --new\" makes a person of \(name.name), for \"conclave person link\""
      ]
    }
    return [
      """
      if it is the same person, "conclave person link \(codeName.hyphenated) \
      \(first.person.entry.codeName.hyphenated)" says so
      """
    ]
  }
}
