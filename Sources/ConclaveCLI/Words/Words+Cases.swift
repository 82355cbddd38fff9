import Casework
import Sealing
import Statements
import Vault

// Cases and who reads them.

extension Failure {
  static func fullNameNeeded(_ name: String) -> Failure {
    Failure(
      "this takes full names", hint: "give \"\(name)\", if that is who is meant", status: .usage)
  }
}

extension Line {
  /// A working copy: colleagues learn of it at the next sync.
  static func recusalLiesHereOnly(_ place: String) -> Line {
    "this lies only in your own copy until you type \"conclave sync \(Line.argument(place))\""
  }

  /// The case's point of contact with its reporter reads it no more.
  static func contactIsOut(_ name: String, _ codeName: CodeName) -> Line {
    """
    \(name) was the contact of "\(codeName)": somebody who reads it must take over, with \
    "conclave case contact \(codeName.hyphenated) NAME"
    """
  }

  static var kind: Line { "KIND" }
  static var withOption: Line { "--with" }
  static var dateOption: Line { "--date" }

  static func option(_ field: SheetField) -> Line { "--\(field.token)" }

  static var askingForCase: Line { "a new case; press return to leave an answer open" }
  static var askCodeName: Line { "code name, two words; none, and one is drawn by chance" }
  static var askReaders: Line { "who else reads it: names with commas between them, or \"all\"" }
  static var askHiddenFrom: Line { "members who must not know of it, because it concerns them" }
  static var askForReport: Line { "is there a report to type or paste now?" }

  /// The question for one field of the sheet, with the words it takes.
  static func ask(for field: SheetField, under policy: Policy) -> Line {
    let question: Line =
      switch field {
      case .received: "when the report was received; none, and it is now"
      case .kind: "kind of behaviour"
      case .place: "where it happened"
      case .origin: "how the report came"
      case .safety: "is somebody's safety at risk"
      case .repetition: "may it happen again"
      default: "\(field.token)"
      }
    guard let words = field.words(under: policy) else { return question }
    return "\(question) (\(list(words)))"
  }

  static func caseOpened(_ opened: OpenVault.OpenedCase) -> Line {
    let readers: Line =
      opened.readers.count == 1
      ? "only you can read \"\(opened.codeName)\""
      : "\(sentence(opened.readers)) can read \"\(opened.codeName)\", and nobody else"
    guard !opened.hiddenFrom.isEmpty else { return readers }
    return
      "\(readers); its row is kept in the case, and for \(sentence(opened.hiddenFrom)) it does not exist"
  }

  static var noCaseOpen: Line { "no case is open to you" }
  static var nextIsOpening: Line { "\"conclave case open\" opens one, asking line by line" }

  static func nextIsEntry(_ name: CodeName) -> Line {
    "\"conclave case add \(name.hyphenated) discussion\" adds an entry"
  }

  static func nextIsAdmission(_ name: CodeName) -> Line {
    "\"conclave case admit \(name.hyphenated) NAME\" lets a colleague read it, once they have no conflict"
  }

  static func nextIsShow(_ shown: String) -> Line {
    "\"conclave case show \(caseArgument(shown))\" shows everything in it"
  }

  static var hiddenCase: Line { "yes; its row is kept in the case" }

  static func namesShut(_ persons: [String]) -> Line {
    "those behind \(quotedList(persons)) are shut to them as well"
  }

  static var lateHeading: Line {
    "late: written by somebody who could no longer read the case; kept, and changes nothing"
  }

  static func unknownStatements(_ count: Int) -> Line {
    "\(self.count(count, "statement", "statements")) of a later version, not shown"
  }

  static func entryAdded(_ number: Int, to shown: String) -> Line {
    "entry \(number) is in \"\(shown)\", sealed to those who read it; it is never edited"
  }

  static func contactSet(_ name: String, of shown: String) -> Line {
    "\(name) speaks with the reporter of \"\(shown)\""
  }

  static func admitted(_ names: [String], to codeName: CodeName) -> Line {
    "\(sentence(names)) can read \"\(codeName)\" now, from its first entry on"
  }

  static func admissionWaits(_ names: [String], for needed: Int) -> Line {
    "\(sentence(names)) cannot read it yet: \(voters(needed)) inside must agree"
  }

  static func recusalWaits(_ name: String, for needed: Int) -> Line {
    "\(name) still reads it: \(voters(needed)) inside must agree"
  }

  private static func voters(_ needed: Int) -> Line {
    needed == 1 ? "1 more chair or member" : "\(needed) more chairs or members"
  }

  static func nextIsEndorsement(_ act: StatementID) -> Line {
    "send those who must agree this line: \"conclave endorse \(act.short)\""
  }

  static func namingAgainMeans(_ name: String, _ codeName: CodeName) -> [Line] {
    [
      "\(name) was taken out of \"\(codeName)\", or kept from it, because of a conflict;",
      "they read it again when more than half of the chairs and members inside agree",
    ]
  }

  static func nameAgainQuestion(_ name: String) -> Line { "name \(name) again?" }

  static func recuseMeans(_ shown: String) -> [Line] {
    [
      "this takes your keys to \"\(shown)\" from this machine, and the names behind its persons;",
      "only more than half of the chairs and members inside can bring you back",
    ]
  }

  static func recuseQuestion(_ shown: String) -> Line { "step out of \"\(shown)\"?" }

  static func outOfCase(_ codeName: CodeName) -> Line {
    """
    you are out of "\(codeName)"; your keys to it are gone, and the next reader's client replaces \
    its key
    """
  }

  static func tookOut(_ name: String, of codeName: CodeName) -> Line {
    """
    \(name) is out of "\(codeName)": it has a new key, and what lies in the vault no longer opens \
    for them
    """
  }

  static func nextIsHistory(_ codeName: CodeName) -> Line {
    "\"conclave access \(codeName.hyphenated) --history\" says from when to when they could read it"
  }
}
