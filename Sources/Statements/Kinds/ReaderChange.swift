package import Sealing

/// A change of who reads a case or a person's entry, proposed for a majority to decide.
package enum ReaderChange: Hashable, Sendable {
  case admit(Set<MemberID>)
  case recuse(MemberID)

  var body: [String: JSONValue] {
    switch self {
    case .admit(let members): ["admit": .ids(members)]
    case .recuse(let member): ["recuse": .id(member)]
    }
  }

  init?(_ fields: inout Fields) {
    if fields.has("admit") {
      guard let members: [MemberID] = fields.takeIDs("admit") else { return nil }
      self = .admit(Set(members))
    } else {
      guard let member: MemberID = fields.takeID("recuse") else { return nil }
      self = .recuse(member)
    }
  }
}
