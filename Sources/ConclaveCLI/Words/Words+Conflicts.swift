import Casework
import Statements
import Vault

// Questions about conflicts of interest, and newcomers.

extension Failure {
  init(question error: VaultError) {
    switch error {
    case .neverAsked(let name, let codeName):
      self.init(
        "\(name) is a party of \"\(codeName)\", or kept from it, and is never asked about it",
        hint: """
          if only the name is the same, let them in without asking: \
          "conclave case admit \(codeName.hyphenated) NAME"
          """,
        status: .refused)
    case .askedAlready(let name):
      self.init(
        "\(name) has been asked already", hint: "\"conclave conflict list\" shows the answers",
        status: .refused)
    case .nobodyToAsk(let codeName):
      self.init(
        "there is nobody to ask about \"\(codeName)\"",
        hint: "everybody who could be let in reads it, was asked, or is kept from it",
        status: .refused)
    case .nothingAsked(let text):
      // The same for a case that is not there and for one that nobody asked about.
      self.init(
        "no question about \"\(text)\" is put to you",
        hint: "\"conclave conflict list\" shows those that are", status: .notAllowed)
    case .nobodyClear(let codeName):
      self.init(
        "nobody whom you asked about \"\(codeName)\" has answered \"clear\" yet",
        hint: "\"conclave conflict list\" shows the answers", status: .refused)
    case .notACandidate(let name):
      self.init(
        name.isEmpty ? "no list is put to you" : "\(name) is not being onboarded",
        hint: "\"conclave onboard start CARD\" begins it", status: .refused)
    case .notDeclaredYet(let name):
      self.init(
        "\(name) has not said yet where they have a conflict, as far as this copy knows",
        hint: """
          ask them to run "conclave onboard declare"; if you know their conflicts otherwise, have \
          them declare --clear and give --conflict yourself
          """,
        status: .refused)
    case .notOnTheList(let text):
      self.init(
        "\"\(text)\" is not on the list you were given",
        hint: "\"conclave conflict list\" shows it; --people takes names that are on no list",
        status: .badData)
    case .stillCandidate(let name):
      self.init(
        "\(name) is being onboarded, and first declares their conflicts",
        hint: "\"conclave onboard finish \(Line.argument(name))\" makes them a member",
        status: .refused)
    case .tooManyPeople(let limit, let found):
      self.init(
        "\(found) people are on the list, and \(limit) are allowed", hint: "leave some out",
        status: .badData)
    case .declaredCaseUnknown(let text):
      self.init(
        "\"\(text)\", where they have a conflict, is on no row of the sheet that you read",
        hint: "sync, and try again; nobody was let in", status: .badData)
    default:
      self.init("the question cannot be put or answered", status: .refused)
    }
  }

  static var namesOrClear: Failure {
    Failure(
      "say whom to admit: names, or --clear and no name",
      hint: "--clear stands for everybody who answered that they have no conflict", status: .usage)
  }

  static var clearAndConflict: Failure {
    Failure(
      "--clear says that there is no conflict, so it goes with nothing else",
      hint: "leave out --clear, or the others", status: .usage)
  }

  static var nothingDeclared: Failure {
    Failure(
      "say where you have a conflict, or that you have none",
      hint:
        "give --conflict NAME, --people FILE, or --clear; \"conclave conflict list\" shows the list",
      status: .usage)
  }

  static func planChanged(_ name: String) -> Failure {
    Failure(
      "what \(name) declared, or the cases, changed while you were asked",
      hint: "nothing was done; type the command again", status: .busy)
  }
}

extension Line {
  static var conflictAnswerArgument: Line { "ANSWER" }
  static var listOption: Line { "--list" }
  static var nobodyNamed: Line { "nobody is named yet" }
  static var noAnswerYet: Line { "none yet" }

  /// What the committee's rules count as a conflict.
  static func conflictList(of policy: Policy) -> [Line] {
    ["", "you have a conflict if"] + policy.conflicts.map { "  - \($0)" }
      + ["nobody will ask which of these it is"]
  }

  static var pasteHeading: Line { "to paste into your channel; it names no case and nobody:" }

  static var pasteForQuestion: Line {
    """
    There is a question about conflicts of interest to answer. Please run "conclave conflict list" \
    today, whether or not one is put to you.
    """
  }

  static func conflictAsked(_ asked: OpenVault.Asked) -> Line {
    let what: Line =
      asked.admits
      ? "whoever answers \"clear\" is let in by your own client, at your next command"
      : "nobody is let in before you say so"
    return
      "\(sentence(asked.names)) \(asked.names.count == 1 ? "is" : "are" as Line) asked; \(what)"
  }

  static func conflictAnswered(
    _ name: CodeName, _ answer: ConflictAnswer, admits: Bool
  ) -> Line {
    switch answer {
    case .conflict: "you stay out of \"\(name)\"; nobody will ask why"
    case .clear where admits:
      "you can read \"\(name)\" once whoever asked has run their next command"
    case .clear: "whoever asked may let you into \"\(name)\" now"
    }
  }

  static var noQuestions: Line { "no question is put to you, and none of yours is open" }

  static func listHeading(_ kind: ConflictQuestion.ListKind, by name: String) -> Line {
    switch kind {
    case .codes: "the cases there are, from \(name); in which of them do you have a conflict?"
    case .names:
      "the people reported, from \(name); with which of them do you have a conflict?"
    }
  }

  static func listOf(_ kind: ConflictQuestion.ListKind) -> Line {
    switch kind {
    case .codes: "list of code names"
    case .names: "list of names"
    }
  }

  static func listOf(_ kind: ConflictQuestion.ListKind, count: Int) -> Line {
    switch kind {
    case .codes: self.count(count, "code name", "code names")
    case .names: self.count(count, "name", "names")
    }
  }

  static var declaredAlready: Line { "you have declared; a chair finishes your onboarding" }
  static var notDeclaredYet: Line { "you have not declared yet" }

  static func declared(_ declaration: ConflictDeclaration) -> Line {
    declaration.items.isEmpty && declaration.people.isEmpty
      ? "you have declared that you have no conflict; a chair opens the cases to you"
      : "your conflicts are declared, and only the chairs read them; a chair opens the other cases to you"
  }

  static func candidateStarted(
    _ name: String, _ list: ConflictQuestion.ListKind, _ count: Int
  ) -> Line {
    "\(name) is a candidate: their keys open the roster and \(listOf(list, count: count)), nothing else"
  }

  static func finishQuestion(_ name: String, opening count: Int) -> Line {
    "make \(name) a member, and open \(self.count(count, "case", "cases")) to them?"
  }

  static func entriesNotCompared(_ count: Int) -> Line {
    count == 0 ? "none" : "\(self.count(count, "person", "persons")) whose names you do not read"
  }

  static func newcomerNotCompared(_ count: Int) -> Line {
    """
    \(self.count(count, "person", "persons")) on the sheet could not be compared with what was \
    declared: somebody who reads those names should look before the cases open
    """
  }

  static func questionsToMe(_ count: Int) -> Line {
    "\(self.count(count, "question", "questions")) about conflicts of interest to answer"
  }

  static func clearIn(_ names: [CodeName]) -> Line {
    "somebody answered \"clear\" and waits to be let into \(quotedList(names.map(\.text)))"
  }

  static func declared(_ names: [String]) -> Line {
    "\(sentence(names)) declared their conflicts: their onboarding can be finished"
  }

  static var nextIsQuestions: Line { "\"conclave conflict list\" shows what you are asked" }

  static func newcomersOutside(_ names: [String], of shown: String) -> Line {
    """
    \(sentence(names)) joined after "\(shown)" was opened, which no chair reads: ask about conflicts, \
    or leave it shut
    """
  }

  static var nextIsConflictList: Line { "\"conclave conflict list\" shows the answers" }

  static func nextIsAdmittingClear(_ name: CodeName) -> Line {
    "\"conclave case admit \(name.hyphenated) --clear\" lets in whoever answered \"clear\""
  }

  static func nextIsRecusing(_ name: CodeName) -> Line {
    "\"conclave recuse \(name.hyphenated) --member NAME\" keeps somebody out"
  }

  static func nextIsAnswer(_ name: CodeName) -> Line {
    "\"conclave conflict answer \(name.hyphenated) clear\", or \"conflict\" in place of \"clear\""
  }

  static var nextIsDeclaring: Line {
    "\"conclave onboard declare --clear\", or --conflict NAME, or --people FILE"
  }

  static var nextIsTheirDeclaration: Line {
    "\"conclave onboard declare\" is what they type then"
  }

  static func nextIsFinishing(_ name: String) -> Line {
    "\"conclave onboard finish \(argument(name))\" makes them a member, once they have declared"
  }

  static func nextIsAsking(_ shown: String) -> Line {
    "\"conclave conflict ask \(caseArgument(shown))\" asks who has a conflict"
  }
}
