import Casework
import Statements
import Vault

/// A person: the names behind the code name, and what the sheet says.
struct PersonReport: Report {
  let person: OpenVault.PersonReport

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [["person", "\(person.shown)"]]
    for (index, name) in person.entry.names.enumerated() {
      rows.append([index == 0 ? "name" : "", "\(name)"])
    }
    for (index, alias) in (person.entry.aliases + person.entry.handles).enumerated() {
      rows.append([index == 0 ? "alias" : "", "\(alias)"])
    }
    rows.append(["readers", .list(person.readers)])
    if !person.barred.isEmpty { rows.append(["kept out", .list(person.barred)]) }
    rows.append(["reports", "\(person.rows.count)"])
    if let highest = person.highest { rows.append(["highest", "\(highest.text)"]) }
    if !person.rows.isEmpty { rows.append(["cases", .list(person.rows.map(\.codeName.text))]) }
    return Table(rows: rows).lines(columns: nil)
  }

  var json: JSON {
    [
      "aliases": JSON(person.entry.aliases + person.entry.handles),
      "cases": JSON(person.rows.map(\.codeName.text)),
      "highest": JSON(person.highest?.text),
      "kept_out": JSON(person.barred),
      "names": JSON(person.entry.names),
      "person": .string(person.shown),
      "readers": JSON(person.readers),
      "reports": .integer(person.rows.count),
    ]
  }
}

/// Several persons, one a line.
struct PersonListReport: Report {
  let persons: [OpenVault.PersonReport]
  /// How many entries could not be compared; nil where nothing was.
  var notCompared: Int?

  func lines(in layout: Layout) -> [Line] {
    var lines: [Line] = []
    if !persons.isEmpty {
      let heading: [Line] = ["person", "names", "aliases", "reports", "highest"]
      lines = Table(
        heading: heading,
        rows: persons.map { person in
          [
            "\(person.shown)", .list(person.entry.names),
            .list(person.entry.aliases + person.entry.handles), "\(person.rows.count)",
            "\(person.highest?.text ?? "")",
          ]
        }
      ).lines(columns: layout.columns)
    }
    if let notCompared, notCompared > 0 { lines.append(.notCompared(notCompared)) }
    return lines
  }

  var json: JSON {
    var members: [String: JSON] = [
      "persons": .array(persons.map { PersonReport(person: $0).json })
    ]
    if let notCompared { members["not_compared"] = .integer(notCompared) }
    return .object(members)
  }
}
