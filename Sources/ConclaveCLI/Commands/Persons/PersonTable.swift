import Casework
import Vault

/// Several persons, one a line; columns in which nothing stands are left out.
struct PersonTable {
  let persons: [OpenVault.PersonReport]
  let day: Day
  /// Columns behind the code name, by their titles.
  var extra: [(title: Line, cells: [Line])] = []

  func lines(in layout: Layout) -> [Line] {
    guard !persons.isEmpty else { return [] }
    var columns: [(title: Line, cells: [Line])] = [
      ("person", persons.map { "\($0.shown)" })
    ]
    columns += extra
    columns.append(("names", persons.map { .list($0.entry.names) }))
    columns.append(("aliases", persons.map { .list($0.entry.aliases + $0.entry.handles) }))
    columns.append(("described", persons.map { .list($0.entry.descriptions) }))
    columns.append(("reports", persons.map { "\($0.reportCount)" }))
    columns.append(("highest", persons.map { "\($0.highest?.consequence.text ?? "")" }))
    columns.append(("now", persons.map { $0.standing(on: day).map(Line.standing) ?? "" }))
    columns.removeAll { $0.cells.allSatisfy { $0 == "" } }
    return Table(
      heading: columns.map(\.title),
      rows: persons.indices.map { row in columns.map { $0.cells[row] } }
    ).lines(columns: layout.columns)
  }
}

/// The persons open to the person who asks.
struct PersonListReport: Report {
  let persons: [OpenVault.PersonReport]
  let day: Day

  func lines(in layout: Layout) -> [Line] {
    PersonTable(persons: persons, day: day).lines(in: layout)
  }

  var json: JSON {
    ["persons": .array(persons.map { PersonReport(person: $0, day: day).json })]
  }
}

/// The persons a name may mean, the surest first.
struct PersonFindReport: Report {
  let search: OpenVault.FoundPersons
  let day: Day

  func lines(in layout: Layout) -> [Line] {
    let lines = PersonTable(
      persons: search.found.map(\.person), day: day,
      extra: [
        ("match", search.found.map { .strength($0.match.strength) }),
        ("of", search.found.map { "\($0.match.matched)" }),
      ]
    ).lines(in: layout)
    return lines + (search.unreadCount > 0 ? [.notCompared(search.unreadCount)] : [])
  }

  var json: JSON {
    [
      "not_compared": .integer(search.unreadCount),
      "persons": .array(
        search.found.map { known in
          let match: [String: JSON] = [
            "match": .string(known.match.strength.rawValue),
            "matched": .string(known.match.matched),
          ]
          return .object(
            PersonReport(person: known.person, day: day).members.merging(match) { $1 })
        }),
    ]
  }
}
