package import Casework

/// Closes a case, or what concerns one of the people reported in it.
package struct Closing: Hashable, Sendable {
  package static let textByteLimit = 4096
  package static let consequenceLimit = 64

  package let outcome: Outcome
  /// Whose row is closed; nil for the row of a case with nobody identified.
  package let person: PersonCodeName?
  package let consequences: [ImposedConsequence]
  /// Who resolved it.
  package let source: String?
  package let review: Day?
  /// What was done, vague on purpose: it stands on the sheet as well.
  package let resolution: String?

  package init(
    outcome: Outcome, person: PersonCodeName? = nil, consequences: [ImposedConsequence] = [],
    source: String? = nil, review: Day? = nil, resolution: String? = nil
  ) {
    self.outcome = outcome
    self.person = person
    self.consequences = consequences
    self.source = source
    self.review = review
    self.resolution = resolution
  }

  var body: [String: JSONValue] {
    var body: [String: JSONValue] = [
      "consequences": .array(consequences.map(\.value)),
      "outcome": .string(outcome.rawValue),
      "person": .string(person?.description ?? ""),
    ]
    if let source { body["source"] = .string(source) }
    if let review { body["review"] = .string(review.text) }
    if let resolution { body["resolution"] = .string(resolution) }
    return body
  }

  init?(_ fields: inout Fields) {
    guard let outcome = fields.takeString("outcome").flatMap(Outcome.init(rawValue:)),
      let person = fields.takeOptionalPerson("person"),
      let elements = fields.takeArray("consequences"), elements.count <= Closing.consequenceLimit
    else { return nil }
    var consequences: [ImposedConsequence] = []
    for element in elements {
      guard let imposed = ImposedConsequence(element) else { return nil }
      consequences.append(imposed)
    }
    var source: String?
    if fields.has("source") {
      guard let text = fields.takeText("source", limit: Closing.textByteLimit) else { return nil }
      source = text
    }
    var review: Day?
    if fields.has("review") {
      guard let day = fields.takeDay("review") else { return nil }
      review = day
    }
    var resolution: String?
    if fields.has("resolution") {
      guard let text = fields.takeText("resolution", limit: Closing.textByteLimit) else {
        return nil
      }
      resolution = text
    }
    self.init(
      outcome: outcome, person: person, consequences: consequences, source: source,
      review: review, resolution: resolution)
  }
}

extension ImposedConsequence {
  fileprivate var value: JSONValue {
    var members: [String: JSONValue] = ["what": .string(consequence.text)]
    if let from { members["from"] = .string(from.text) }
    if let until { members["until"] = .string(until.text) }
    if let conditions { members["conditions"] = .string(conditions) }
    return .object(members)
  }

  fileprivate init?(_ value: JSONValue) {
    guard case .object(let members) = value else { return nil }
    var fields = Fields(members)
    guard let text = fields.takeText("what", limit: Closing.textByteLimit),
      let consequence = Consequence(stored: text)
    else { return nil }
    var from: Day?
    if fields.has("from") {
      guard let day = fields.takeDay("from") else { return nil }
      from = day
    }
    var until: Day?
    if fields.has("until") {
      guard let day = fields.takeDay("until") else { return nil }
      until = day
    }
    var conditions: String?
    if fields.has("conditions") {
      guard let text = fields.takeText("conditions", limit: Closing.textByteLimit) else {
        return nil
      }
      conditions = text
    }
    guard fields.isEmpty else { return nil }
    self.init(consequence, from: from, until: until, conditions: conditions)
  }
}

extension Consequence {
  /// Reads exactly what `text` writes.
  fileprivate init?(stored: String) {
    do throws(ValueError) {
      let read = try Consequence(reading: stored)
      guard read.text == stored, !stored.contains(",") else { return nil }
      self = read
    } catch {
      return nil
    }
  }
}
