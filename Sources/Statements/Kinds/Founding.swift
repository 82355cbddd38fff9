package import Casework
package import Sealing

/// The first statement of a compartment.
///
/// Its id is the compartment's, so nothing that exists can be founded again.
package enum Founding: Hashable, Sendable {
  /// The roster of a new vault: its first chair, who is also its first key holder.
  case roster(chair: Card, policy: String)
  case sheet
  /// A case, opened by the author of the statement.
  case matter(CaseFounding)
  /// One person's entry in the person identity key.
  case person(PersonFounding)
  /// One question to one member.
  case question(QuestionFounding)

  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case roster, sheet, matter = "case", person, question
  }

  package var kind: Kind {
    switch self {
    case .roster: .roster
    case .sheet: .sheet
    case .matter: .matter
    case .person: .person
    case .question: .question
    }
  }

  var body: [String: JSONValue] {
    var body: [String: JSONValue] = ["of": .string(kind.rawValue)]
    switch self {
    case .roster(let chair, let policy):
      body["card"] = .string(chair.bytes.lowercaseHex)
      body["policy"] = .string(policy)
    case .sheet: break
    case .matter(let founding):
      body["admitted"] = .ids(founding.admitted)
      body["barred"] = .ids(founding.barred)
      body["code_name"] = .string(founding.codeName.description)
    case .person(let founding):
      body["admitted"] = .ids(founding.admitted)
      body["barred"] = .ids(founding.barred)
      body["code_name"] = .string(founding.codeName.description)
    case .question(let founding):
      body["asked"] = .id(founding.asked)
      body["askers"] = .ids(founding.askers)
    }
    return body
  }

  init?(_ fields: inout Fields) {
    guard let kind = fields.takeString("of").flatMap(Kind.init(rawValue:)) else { return nil }
    switch kind {
    case .roster:
      guard let bytes = fields.takeBytes("card"), let card = try? Card(decoding: bytes),
        let policy = fields.takeString("policy", limit: 64)
      else { return nil }
      self = .roster(chair: card, policy: policy)
    case .sheet: self = .sheet
    case .matter:
      guard let admitted: [MemberID] = fields.takeIDs("admitted"),
        let barred: [MemberID] = fields.takeIDs("barred"),
        let text = fields.takeString("code_name", limit: 64),
        let codeName = CodeName(reading: text),
        codeName.description == text
      else { return nil }
      self = .matter(
        CaseFounding(codeName: codeName, admitted: Set(admitted), barred: Set(barred)))
    case .person:
      guard let admitted: [MemberID] = fields.takeIDs("admitted"),
        let barred: [MemberID] = fields.takeIDs("barred"),
        let text = fields.takeString("code_name", limit: 64),
        let codeName = PersonCodeName(reading: text), codeName.description == text
      else { return nil }
      self = .person(
        PersonFounding(codeName: codeName, admitted: Set(admitted), barred: Set(barred)))
    case .question:
      guard let asked: MemberID = fields.takeID("asked"),
        let askers: [MemberID] = fields.takeIDs("askers")
      else { return nil }
      self = .question(QuestionFounding(askers: Set(askers), asked: asked))
    }
  }
}

/// How a case begins: readable by its opener and whoever is `admitted`, never by the `barred`.
///
/// Nobody is barred for a stated reason; there is no field for one.
package struct CaseFounding: Hashable, Sendable {
  package let codeName: CodeName
  package let admitted: Set<MemberID>
  package let barred: Set<MemberID>

  package init(codeName: CodeName, admitted: Set<MemberID>, barred: Set<MemberID>) {
    self.codeName = codeName
    self.admitted = admitted
    self.barred = barred
  }

  /// A case hidden from somebody keeps its sheet row to itself.
  package var isHidden: Bool { !barred.isEmpty }
}

/// How a person's entry begins: with its own list of the barred, which names no case.
package struct PersonFounding: Hashable, Sendable {
  package let codeName: PersonCodeName
  package let admitted: Set<MemberID>
  package let barred: Set<MemberID>

  package init(codeName: PersonCodeName, admitted: Set<MemberID>, barred: Set<MemberID>) {
    self.codeName = codeName
    self.admitted = admitted
    self.barred = barred
  }
}
