package import Casework
package import Sealing

/// How a question begins: who asks, and the one member who is asked.
///
/// What is asked stands in a statement of its own, so that it can be erased once it is answered.
package struct QuestionFounding: Hashable, Sendable {
  /// Who may apply the answer besides the author of the founding statement.
  package let askers: Set<MemberID>
  package let asked: MemberID

  package init(askers: Set<MemberID>, asked: MemberID) {
    self.askers = askers
    self.asked = asked
  }
}

/// What a member is asked, before they are shown any detail.
package enum ConflictQuestion: Hashable, Sendable {
  package static let nameByteLimit = 500
  package static let itemLimit = 20_000

  /// Whether they have a conflict of interest in one case: its code name and the reported names,
  /// never the reporter's or a witness's.
  ///
  /// With `admits` whoever answers that they have none is let in by the asker's client.
  case about(CompartmentID, CodeName, reported: [String], admits: Bool)
  /// In which of these a newcomer has one.
  case list(ListKind, items: [String])

  package enum ListKind: String, VocabularyWord {
    case codes, names
  }

  var body: [String: JSONValue] {
    switch self {
    case .about(let matter, let codeName, let reported, let admits):
      [
        "admits": .boolean(admits), "case": .id(matter), "code_name": .string(codeName.text),
        "reported": .array(reported.map(JSONValue.string)),
      ]
    case .list(let kind, let items):
      ["items": .array(items.map(JSONValue.string)), "list": .string(kind.rawValue)]
    }
  }

  init?(_ fields: inout Fields) {
    if fields.has("list") {
      guard let kind = fields.takeString("list").flatMap(ListKind.init(rawValue:)),
        let items = fields.takeStrings("items", limit: ConflictQuestion.nameByteLimit),
        items.count <= ConflictQuestion.itemLimit
      else { return nil }
      self = .list(kind, items: items)
    } else {
      guard let matter: CompartmentID = fields.takeID("case"),
        let text = fields.takeString("code_name", limit: 64),
        let codeName = CodeName(reading: text), codeName.text == text,
        let reported = fields.takeStrings("reported", limit: ConflictQuestion.nameByteLimit),
        let admits = fields.takeBoolean("admits")
      else { return nil }
      self = .about(matter, codeName, reported: reported, admits: admits)
    }
  }
}

/// What the member asked says: clear, or in conflict.
///
/// Silence is the third state. There is no reason, and no place for one.
package enum ConflictAnswer: String, VocabularyWord {
  case clear, conflict

  var body: [String: JSONValue] { ["answer": .string(rawValue)] }

  init?(_ fields: inout Fields) {
    guard let answer = fields.takeString("answer").flatMap(ConflictAnswer.init(rawValue:)) else {
      return nil
    }
    self = answer
  }
}

/// What a newcomer says about the list they were shown: where they have a conflict, and with whom
/// else they would have one.
///
/// Both empty: they have none.
package struct ConflictDeclaration: Hashable, Sendable {
  package static let peopleLimit = 5_000

  /// Items of the list.
  package let items: [String]
  /// People who may be on no list; only the askers read them.
  package let people: [String]

  package init(items: [String], people: [String]) {
    self.items = items
    self.people = people
  }

  var body: [String: JSONValue] {
    [
      "items": .array(items.map(JSONValue.string)),
      "people": .array(people.map(JSONValue.string)),
    ]
  }

  init?(_ fields: inout Fields) {
    guard let items = fields.takeStrings("items", limit: ConflictQuestion.nameByteLimit),
      let people = fields.takeStrings("people", limit: ConflictQuestion.nameByteLimit),
      items.count <= ConflictQuestion.itemLimit, people.count <= ConflictDeclaration.peopleLimit
    else { return nil }
    self.init(items: items, people: people)
  }
}

/// Conflicts a newcomer declared in cases the one who let them in cannot read.
///
/// Stands in the roster, where the readers of those cases find it; it keeps out and lets nobody in.
package struct DeclaredConflict: Hashable, Sendable {
  package let member: MemberID
  package let cases: Set<CompartmentID>

  package init(member: MemberID, cases: Set<CompartmentID>) {
    self.member = member
    self.cases = cases
  }

  var body: [String: JSONValue] { ["cases": .ids(cases), "member": .id(member)] }

  init?(_ fields: inout Fields) {
    guard let member: MemberID = fields.takeID("member"),
      let cases: [CompartmentID] = fields.takeIDs("cases")
    else { return nil }
    self.init(member: member, cases: Set(cases))
  }
}
