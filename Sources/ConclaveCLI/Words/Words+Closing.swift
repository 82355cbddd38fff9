import Casework
import Statements
import Vault

// How a case is assessed, closed and taken up again.

extension Failure {
  static func alreadyClosed(_ codeName: CodeName, _ person: PersonCodeName?) -> Failure {
    Failure(
      "\(Line.row(codeName, person)) is closed already",
      hint: "\"conclave case reopen \(codeName.hyphenated) --because GROUND\" takes it up again",
      status: .refused)
  }

  static func notClosed(_ codeName: CodeName, _ person: PersonCodeName?) -> Failure {
    Failure("\(Line.row(codeName, person)) is not closed", status: .refused)
  }

  static var nothingAnswered: Failure {
    Failure("no question was answered; nothing was recorded", status: .refused)
  }

  static var endsBeforeItBegins: Failure {
    Failure("--until is before --from", hint: "without --from it begins today", status: .usage)
  }

  static var nothingLasts: Failure {
    Failure(
      "--from, --until and --conditions belong to a consequence that lasts",
      hint: "those are: other:TEXT, first-suspension, second-suspension, ban", status: .usage)
  }

  static var banHasNoEnd: Failure {
    Failure(
      "a ban has no end", hint: "with one it is first-suspension or second-suspension",
      status: .usage)
  }
}

extension Line {
  static func row(_ codeName: CodeName, _ person: PersonCodeName?) -> Line {
    person.map { "what concerns \"\($0)\" in \"\(codeName)\"" } ?? "\"\(codeName)\""
  }

  static var assessmentHeading: Line { "assessment" }
  static var answerArgument: Line { "FIELD=VALUE" }
  static var positionArgument: Line { "the answer" }
  static var fromOption: Line { "--from" }
  static var untilOption: Line { "--until" }
  static var conditionsOption: Line { "--conditions" }
  static var outcomeOption: Line { "--outcome" }
  static var consequenceOption: Line { "--consequence" }
  static var becauseOption: Line { "--because" }

  static var askingForAssessment: Line {
    "the assessment; press return to leave an answer as it is"
  }

  /// A question of the assessment, with the words it takes and the answer that stands.
  static func ask(for field: AssessmentField, answered known: String?) -> Line {
    var question = field.question
    if let words = field.words { question = "\(question) (\(list(words)))" }
    return known.map { "\(question) [\($0)]" } ?? question
  }

  static func reportedElsewhere(_ person: PersonCodeName, _ cases: Int) -> Line {
    "the sheet: \"\(person)\" is reported in \(count(cases, "other case", "other cases")) as well"
  }

  static func assessed(_ assessed: OpenVault.Assessed) -> Line {
    let columns = assessed.columns.map(\.token)
    guard !columns.isEmpty else { return "the answers stand in \"\(assessed.shown)\"" }
    return """
      the answers stand in \"\(assessed.shown)\", and \(quotedList(columns)) on the sheet as well
      """
  }

  static func columnsLeft(_ assessed: OpenVault.Assessed) -> Line {
    """
    your role does not write the sheet: ask a chair or member to set \
    \(quotedList(assessed.columnsLeft.map(\.token))) there
    """
  }

  static var askingForClosing: Line { "how it ended; press return to leave an answer open" }
  static var askFrom: Line { "from which day" }
  static var askUntil: Line { "until which day" }
  static var askConditions: Line { "under which conditions" }

  static func closed(_ closed: OpenVault.ClosedCase) -> Line {
    let what: Line =
      "\(row(closed.codeName, closed.person)) is closed, in the case and on the sheet"
    guard !closed.open.isEmpty else { return what }
    return
      "\(what); \(quotedList(closed.open.map(\.text))) \(closed.open.count == 1 ? "is" : "are" as Line) still open"
  }

  static func reopened(_ reopened: OpenVault.ClosedCase) -> Line {
    "\(row(reopened.codeName, reopened.person)) is ongoing again; what was decided stays in the case"
  }

  static func nextAfterClosing(_ closed: OpenVault.ClosedCase) -> [Line] {
    guard let person = closed.open.first else { return [.nextIsShow(closed.shown)] }
    return [
      """
      "conclave case close \(caseArgument(closed.shown)) --person \(person.hyphenated) --outcome \
      OUTCOME" closes the next
      """
    ]
  }

  /// What is unusual about a closing.
  static func warnings(about closing: Closing) -> [Line] {
    var warnings: [Line] = []
    for imposed in closing.consequences where imposed.consequence.isSuspension {
      guard let days = imposed.days else {
        warnings.append("no end is set for \"\(imposed.consequence.token)\"")
        continue
      }
      if days < LadderLevel.shortTermDays.lowerBound {
        warnings.append(
          """
          \(count(days, "day is", "days are")) less than the ladder's shortest suspension, 30 days
          """)
      }
    }
    if let highest = closing.consequences.map(\.consequence).max(by: { $0.rank < $1.rank }),
      !highest.usualOutcomes.contains(closing.outcome)
    {
      warnings.append(
        """
        "\(highest.token)" usually comes with \(choice(highest.usualOutcomes.map(\.token))), not \
        with "\(closing.outcome.token)"
        """)
    }
    return warnings
  }

  /// A consequence with the days for which it holds, and the level of the ladder it comes to.
  static func imposed(_ imposed: ImposedConsequence) -> Line {
    var text: Line = "\(imposed.consequence.text)"
    if let from = imposed.from { text = "\(text) from \(from)" }
    if let until = imposed.until { text = "\(text) until \(until)" }
    if let days = imposed.days { text = "\(text), \(count(days, "day", "days"))" }
    if imposed.consequence.isSuspension, let level = imposed.level {
      text = "\(text), \(level.words)"
    }
    if let conditions = imposed.conditions { text = "\(text), conditions: \(conditions)" }
    return text
  }
}

extension LadderLevel {
  var words: Line {
    switch self {
    case .warning: "level 1 of the ladder"
    case .shortTerm: "level 2 of the ladder, short-term"
    case .extended: "level 3 of the ladder, extended"
    case .permanentBan: "level 4 of the ladder"
    }
  }
}

extension AssessmentField {
  /// The question as people are asked it.
  var question: Line {
    switch self {
    case .what: "what happened"
    case .violation: "is it a violation of the code of conduct"
    case .responsible: "is it known who is responsible"
    case .threat: "is there an ongoing threat to somebody's physical safety"
    case .listed: "is the behaviour on the code's list"
    case .norms: "does it go against the community's norms"
    case .inScope: "is it within the committee's scope; private messages in our spaces are"
    case .visibility: "was it public or private"
    case .marginalised: "was it about belonging to a marginalised group"
    case .reporterMarginalised: "does the reporter belong to a marginalised group"
    case .harm: "what harm did it do"
    case .disengage: "did somebody withdraw from the community"
    case .leader: "does the reported person lead something"
    case .sexualHarassment: "was it sexual harassment"
    case .safety: "is somebody's safety at risk"
    case .mentalHealth: "is somebody's mental health at risk"
    case .repetition: "may it happen again"
    case .understands: "does the reported person understand what they did"
    case .pattern: "is it part of a pattern"
    }
  }
}
