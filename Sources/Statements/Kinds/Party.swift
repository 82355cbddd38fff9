package import Casework

/// Says who somebody is in a case: the reporter, a reported person, a witness, somebody harmed.
///
/// Real names stand here too, because a reader who is no key holder must still address a letter.
package struct Party: Hashable, Sendable {
  package static let nameByteLimit = 500

  package let role: PartyRole
  package let name: String
  /// How they can be reached, as written.
  package let contact: String?

  package init(role: PartyRole, name: String, contact: String? = nil) {
    self.role = role
    self.name = name
    self.contact = contact
  }

  var body: [String: JSONValue] {
    var body: [String: JSONValue] = ["name": .string(name), "role": .string(role.rawValue)]
    if let contact { body["contact"] = .string(contact) }
    return body
  }

  init?(_ fields: inout Fields) {
    guard let role = fields.takeString("role").flatMap(PartyRole.init(rawValue:)),
      let name = fields.takeText("name", limit: Party.nameByteLimit)
    else { return nil }
    var contact: String?
    if fields.has("contact") {
      guard let text = fields.takeText("contact", limit: Party.nameByteLimit) else { return nil }
      contact = text
    }
    self.init(role: role, name: name, contact: contact)
  }
}
