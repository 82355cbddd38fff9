package import Casework
package import Sealing

/// Says that another case belongs to this one; stated in both.
package struct CaseLink: Hashable, Sendable {
  package let matter: CompartmentID
  package let codeName: CodeName

  package init(matter: CompartmentID, codeName: CodeName) {
    self.matter = matter
    self.codeName = codeName
  }

  var body: [String: JSONValue] {
    ["case": .id(matter), "code_name": .string(codeName.description)]
  }

  init?(_ fields: inout Fields) {
    guard let matter: CompartmentID = fields.takeID("case"),
      let text = fields.takeString("code_name", limit: 64), let codeName = CodeName(reading: text),
      codeName.description == text
    else { return nil }
    self.init(matter: matter, codeName: codeName)
  }
}
