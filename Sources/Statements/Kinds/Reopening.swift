package import Casework

/// Takes a closed case up again, or what concerns one of the people reported in it.
package struct Reopening: Hashable, Sendable {
  package let because: ReopeningGround
  /// Whose row is taken up again; nil for every row of the case.
  package let person: PersonCodeName?

  package init(because: ReopeningGround, person: PersonCodeName? = nil) {
    self.because = because
    self.person = person
  }

  var body: [String: JSONValue] {
    ["because": .string(because.rawValue), "person": .string(person?.description ?? "")]
  }

  init?(_ fields: inout Fields) {
    guard let because = fields.takeString("because").flatMap(ReopeningGround.init(rawValue:)),
      let person = fields.takeOptionalPerson("person")
    else { return nil }
    self.init(because: because, person: person)
  }
}

extension Fields {
  /// A person code name or the empty string: the outer optional says whether it was well formed.
  mutating func takeOptionalPerson(_ name: String) -> PersonCodeName?? {
    guard let text = takeString(name, limit: 64) else { return nil }
    guard !text.isEmpty else { return .some(nil) }
    guard let read = PersonCodeName(reading: text), read.description == text else { return nil }
    return .some(read)
  }

  /// A day, with all its digits.
  mutating func takeDay(_ name: String) -> Day? {
    takeString(name, limit: 10).flatMap(Day.init(reading:))
  }
}
