package import Casework
package import Sealing

/// States that a person is reported in a case.
///
/// Stands in the case, and in no person's entry.
package struct PersonLink: Hashable, Sendable {
  package let person: CompartmentID
  package let codeName: PersonCodeName

  package init(person: CompartmentID, codeName: PersonCodeName) {
    self.person = person
    self.codeName = codeName
  }

  var body: [String: JSONValue] {
    ["code_name": .string(codeName.description), "person": .id(person)]
  }

  init?(_ fields: inout Fields) {
    guard let person: CompartmentID = fields.takeID("person"),
      let text = fields.takeString("code_name", limit: 64),
      let codeName = PersonCodeName(reading: text),
      codeName.description == text
    else { return nil }
    self.init(person: person, codeName: codeName)
  }
}

/// Sets fields of one row of the status sheet: one case and one reported person, or nobody.
package struct RowChange: Hashable, Sendable {
  package static let valueByteLimit = 4096
  package static let fieldLimit = 64

  package let matter: CompartmentID
  package let codeName: CodeName
  /// Nil for the row of a case with nobody identified.
  package let person: PersonCodeName?
  /// Stored values by field token, tokens of later versions included; an empty list clears the
  /// field.
  package let values: [String: [String]]

  package init(
    matter: CompartmentID, codeName: CodeName, person: PersonCodeName?,
    values: [String: [String]]
  ) {
    self.matter = matter
    self.codeName = codeName
    self.person = person
    self.values = values
  }

  var body: [String: JSONValue] {
    [
      "case": .id(matter),
      "code_name": .string(codeName.description),
      "person": .string(person?.description ?? ""),
      "values": .object(values.mapValues { .array($0.map(JSONValue.string)) }),
    ]
  }

  init?(_ fields: inout Fields) {
    guard let matter: CompartmentID = fields.takeID("case"),
      let text = fields.takeString("code_name", limit: 64), let codeName = CodeName(reading: text),
      codeName.description == text, let personText = fields.takeString("person", limit: 64),
      let members = fields.takeObject("values"), members.count <= RowChange.fieldLimit
    else { return nil }
    var person: PersonCodeName?
    if !personText.isEmpty {
      guard let read = PersonCodeName(reading: personText), read.description == personText else {
        return nil
      }
      person = read
    }
    var values: [String: [String]] = [:]
    for (field, value) in members {
      guard case .array(let elements) = value else { return nil }
      values[field] = []
      for element in elements {
        guard case .string(let text) = element, text.utf8.count <= RowChange.valueByteLimit else {
          return nil
        }
        values[field]?.append(text)
      }
    }
    self.init(matter: matter, codeName: codeName, person: person, values: values)
  }
}
