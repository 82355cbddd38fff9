import Casework
import Vault

/// A change of who reads a case: done, or waiting for a majority.
struct ReaderChangeReport: Report {
  let codeName: CodeName
  let members: [String]
  let outcome: ActOutcome
  /// Entries of the person identity key that it was carried over to.
  var persons: [PersonCodeName] = []

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [
      ["case", "\(codeName)"],
      [members.count == 1 ? "member" : "members", .list(members)],
    ]
    rows += outcome.rows
    if !persons.isEmpty { rows.append(["names", .namesShut(persons.map(\.text))]) }
    return Table(rows: rows).lines(columns: nil)
  }

  var json: JSON {
    var members = outcome.members
    members["case"] = .string(codeName.text)
    members["members"] = JSON(self.members)
    members["persons"] = JSON(persons.map(\.text))
    return .object(members)
  }
}
