import Casework
import Statements

/// One row of the status sheet.
struct SheetRowReport: Report {
  let row: SheetRecord.Row
  /// What the case goes by for whoever reads it: its code name, unless two cases have one name.
  var shown: String?
  /// Whether the case stands before the fields.
  var namesCase = true

  var name: String { shown ?? row.codeName.text }

  /// The columns in the order in which the committee reads them.
  static let fields: [SheetField] = [
    .person, .status, .received, .incident, .origin, .place, .kind, .safety, .repetition, .actions,
    .resolution, .consequences, .from, .until, .outcome, .source, .resolved, .review,
  ]

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = namesCase ? [["case", "\(name)"]] : []
    for field in Self.fields {
      guard let value = row.row[field] else { continue }
      rows.append(["\(field.token)", Self.cell(value, in: layout, isShort: false)])
    }
    for (token, texts) in row.row.unknown.sorted(by: { $0.key < $1.key }) {
      rows.append(["\(token)", .list(texts)])
    }
    return Table(rows: rows).lines(columns: nil)
  }

  /// A value for people; in a table a moment is its day.
  static func cell(_ value: SheetValue?, in layout: Layout, isShort: Bool) -> Line {
    switch value {
    case nil: ""
    case .time(.moment(let instant))? where isShort: layout.day(instant.secondsSince1970)
    case .time(.moment(let instant))?: layout.moment(instant.secondsSince1970)
    case .time(.day(let day))? where isShort: "\(day)"
    case .day(let day)? where isShort: "\(day)"
    case let value?: "\(value.display(in: layout.zone))"
    }
  }

  /// Every field, `null` where nothing stands; what a later version wrote under `unknown`.
  var json: JSON {
    var members: [String: JSON] = ["case": .string(name)]
    for field in Self.fields { members[field.token] = Self.json(row.row[field], of: field) }
    members["opened"] = JSON(moment: row.opened)
    members["unknown"] = .object(row.row.unknown.mapValues { JSON($0) })
    return .object(members)
  }

  private static func json(_ value: SheetValue?, of field: SheetField) -> JSON {
    switch field {
    case .incident, .consequences: JSON(value?.stored ?? [])
    default: JSON(value?.text)
    }
  }
}
