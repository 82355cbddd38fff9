import Casework

// The status sheet.

extension Failure {
  static var readsNoSheet: Failure {
    Failure(
      "your role reads no sheet", hint: "\"conclave case list\" shows the cases open to you",
      status: .notAllowed)
  }

  static var noAssignment: Failure {
    Failure(
      "a field is set as FIELD=VALUE", hint: "for instance: status=resolved", status: .usage)
  }

  static func unknownField(_ error: ValueError) -> Failure {
    let known = SheetField.tokens.filter { $0 != SheetField.person.token }
    var hint: Line = "the fields are: \(Line.list(known))"
    if case .unknown(_, let closest?) = error { hint = "did you mean \"\(closest)\"? \(hint)" }
    return Failure("the sheet has no such field", hint: hint, status: .usage)
  }

  static func fieldTwice(_ field: SheetField) -> Failure {
    Failure("\"\(field.token)\" is set twice", hint: "give it once", status: .usage)
  }

  static var personNotSet: Failure {
    Failure(
      "the person of a row is not set here",
      hint: "\"conclave person link CASE PERSON\" says who is reported in a case", status: .usage)
  }

  static func whoseRow(_ persons: [String], of codeName: CodeName) -> Failure {
    Failure(
      "several people are reported in \"\(codeName)\"",
      hint: "say whose row with --person: \(Line.choice(persons))", status: .usage)
  }
}

extension Line {
  static func field(_ field: SheetField) -> Line { "\"\(field.token)\"" }

  static var sheetEmpty: Line { "nothing is on the sheet yet" }
  static var nextIsSheet: Line { "\"conclave sheet\" shows all rows" }

  static var nextIsSheetSet: Line {
    "\"conclave sheet set CODE FIELD=VALUE\" changes a row of a case you read"
  }

  static func rowSet(_ fields: [String], of codeName: CodeName) -> Line {
    "\(quotedList(fields)) of \"\(codeName)\" \(fields.count == 1 ? "is" : "are" as Line) as shown"
  }
}
