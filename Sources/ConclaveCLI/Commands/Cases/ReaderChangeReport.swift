import Casework
import Sealing
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
    switch outcome {
    case .done: rows.append(["state", "done"])
    case .waiting(let act, let needed):
      rows.append(["state", "waiting for \(needed) more"])
      rows.append(["act", "\(act.short)"])
    }
    if !persons.isEmpty { rows.append(["persons", .list(persons.map(\.text))]) }
    return Table(rows: rows).lines(columns: nil)
  }

  var json: JSON {
    var members: [String: JSON] = [
      "case": .string(codeName.text), "members": JSON(self.members),
      "persons": JSON(persons.map(\.text)),
    ]
    switch outcome {
    case .done(let act):
      members["act"] = .string(act.hex)
      members["needed"] = 0
      members["state"] = "done"
    case .waiting(let act, let needed):
      members["act"] = .string(act.hex)
      members["needed"] = .integer(needed)
      members["state"] = "waiting"
    }
    return .object(members)
  }
}
