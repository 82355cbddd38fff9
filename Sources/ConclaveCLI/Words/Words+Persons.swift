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
    Failure("no name was given", hint: "give --name or --alias", status: .usage)
  }

  static func maybeKnown(_ persons: [OpenVault.PersonReport]) -> Failure {
    Failure(
      .maybeKnown(persons),
      hint: "add names with the code name in place of --new, or make a new person with --yes",
      status: .usage)
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
  static var askAlias: Line { "another name, an address or a handle" }
  static var oneMore: Line { "one more" }

  static func maybeKnown(_ persons: [OpenVault.PersonReport]) -> Line {
    let known = persons.map { person in
      "\"\(person.shown)\" (\(list(person.entry.names + person.entry.aliases)))" as Line
    }
    return "somebody of such a name is there already: \(joined(known, separator: ", "))"
  }

  static var newAllTheSame: Line { "make a new person all the same?" }

  static func namesAdded(_ person: OpenVault.PersonReport, isNew: Bool) -> Line {
    let readers = sentence(person.readers)
    return isNew
      ? "\"\(person.shown)\" is in the person identity key, readable by \(readers) alone"
      : "\"\(person.shown)\" has these names now, readable by \(readers)"
  }

  static func nextIsLink(_ person: PersonCodeName) -> Line {
    "\"conclave person link CASE \(person.hyphenated)\" says that they are reported in a case"
  }

  static func linked(_ person: PersonCodeName, to codeName: CodeName) -> Line {
    "\"\(person)\" is reported in \"\(codeName)\", on the sheet and in the case"
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
