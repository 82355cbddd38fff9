package import Casework
package import Sealing

/// What an act does to the roster.
package enum RosterChange: Hashable, Sendable {
  case appoint(Card, Role)
  case remove(MemberID)
  case role(MemberID, Role)
  case keyHolder(MemberID, Bool)
  /// Whether they vote on motions; who governs depends on the role alone.
  case voting(MemberID, Bool)
  /// All their titles from now on.
  case titles(MemberID, Set<Title>)
  /// Removal of the old card and appointment of the new one in one act.
  case rekey(MemberID, Card)
  /// Leaving: the leaver's own signature stands in place of any authority.
  case depart(MemberID, signature: [UInt8])

  /// Who is changed, when that is somebody already on the roster.
  package var target: MemberID? {
    switch self {
    case .appoint: nil
    case .remove(let member), .role(let member, _), .keyHolder(let member, _),
      .voting(let member, _), .titles(let member, _),
      .rekey(let member, _), .depart(let member, _):
      member
    }
  }

  var json: JSONValue {
    switch self {
    case .appoint(let card, let role):
      .object([
        "card": .string(card.bytes.lowercaseHex), "do": .string("appoint"),
        "role": .string(role.rawValue),
      ])
    case .remove(let member): .object(["do": .string("remove"), "member": .id(member)])
    case .role(let member, let role):
      .object(["do": .string("role"), "member": .id(member), "role": .string(role.rawValue)])
    case .keyHolder(let member, let holds):
      .object(["do": .string("key_holder"), "holds": .boolean(holds), "member": .id(member)])
    case .voting(let member, let votes):
      .object(["do": .string("voting"), "member": .id(member), "votes": .boolean(votes)])
    case .titles(let member, let titles):
      .object([
        "do": .string("titles"), "member": .id(member),
        "titles": .array(titles.map(\.rawValue).sorted().map(JSONValue.string)),
      ])
    case .rekey(let member, let card):
      .object([
        "card": .string(card.bytes.lowercaseHex), "do": .string("rekey"), "member": .id(member),
      ])
    case .depart(let member, let signature):
      .object([
        "do": .string("depart"), "member": .id(member),
        "signature": .string(signature.lowercaseHex),
      ])
    }
  }

  init?(_ members: [String: JSONValue]) {
    var fields = Fields(members)
    func card(_ fields: inout Fields) -> Card? {
      fields.takeBytes("card").flatMap { try? Card(decoding: $0) }
    }
    func role(_ fields: inout Fields) -> Role? {
      fields.takeString("role").flatMap(Role.init(rawValue:))
    }
    guard let verb = fields.takeString("do") else { return nil }
    let change: RosterChange?
    switch verb {
    case "appoint":
      guard let card = card(&fields), let role = role(&fields) else { return nil }
      change = .appoint(card, role)
    case "remove":
      change = fields.takeID("member").map(RosterChange.remove)
    case "role":
      guard let member: MemberID = fields.takeID("member"), let role = role(&fields) else {
        return nil
      }
      change = .role(member, role)
    case "key_holder":
      guard let member: MemberID = fields.takeID("member"),
        let holds = fields.takeBoolean("holds")
      else { return nil }
      change = .keyHolder(member, holds)
    case "voting":
      guard let member: MemberID = fields.takeID("member"), let votes = fields.takeBoolean("votes")
      else { return nil }
      change = .voting(member, votes)
    case "titles":
      guard let member: MemberID = fields.takeID("member"),
        let texts = fields.takeStrings("titles", limit: 32), texts == Set(texts).sorted()
      else { return nil }
      let titles = texts.compactMap(Title.init(rawValue:))
      guard titles.count == texts.count else { return nil }
      change = .titles(member, Set(titles))
    case "rekey":
      guard let member: MemberID = fields.takeID("member"), let card = card(&fields) else {
        return nil
      }
      change = .rekey(member, card)
    case "depart":
      guard let member: MemberID = fields.takeID("member"),
        let signature = fields.takeBytes("signature"), signature.count == 64
      else { return nil }
      change = .depart(member, signature: signature)
    default: change = nil
    }
    guard let change, fields.isEmpty else { return nil }
    self = change
  }
}
