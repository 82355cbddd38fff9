package import Casework
package import Sealing

/// The status sheet as its statements tell it: for each case and person, the newest value of every
/// field.
package struct SheetRecord: Sendable {
  package struct RowID: Hashable, Sendable {
    package let matter: CompartmentID
    package let person: PersonCodeName?

    package init(matter: CompartmentID, person: PersonCodeName?) {
      self.matter = matter
      self.person = person
    }
  }

  package struct Row: Sendable {
    package let id: RowID
    package let codeName: CodeName
    package let opened: Int64
    package let order: Int
    package private(set) var values: [String: [String]]

    package init(
      id: RowID, codeName: CodeName, opened: Int64, order: Int, values: [String: [String]] = [:]
    ) {
      self.id = id
      self.codeName = codeName
      self.opened = opened
      self.order = order
      self.values = values
    }

    mutating func set(_ changes: [String: [String]]) {
      for (field, value) in changes { values[field] = value.isEmpty ? nil : value }
    }

    package var row: SheetRow { SheetRow(codeName: codeName, stored: values) }
  }

  /// The rows as they were stated, the one without a person beside those of the persons.
  package private(set) var stated: [RowID: Row] = [:]

  package init() {}

  /// The record of rows folded before.
  package init(stated rows: some Sequence<Row>) {
    for row in rows { stated[row.id] = row }
  }

  /// Adds the rows of the sheet, or the row a hidden case keeps to itself.
  package mutating func add(_ state: CompartmentState) {
    for statement in state.counted {
      guard case .row(let change) = statement.content else { continue }
      // A case can keep a row for itself only.
      if case .matter = state.founding, change.matter != state.id { continue }
      apply(change, at: statement.time, order: stated.count)
    }
  }

  /// Applies the newest change; `order` is where a row it begins stands among those of one time and
  /// code name.
  package mutating func apply(_ change: RowChange, at time: Int64, order: Int) {
    let id = RowID(matter: change.matter, person: change.person)
    var row = stated[id] ?? Row(id: id, codeName: change.codeName, opened: time, order: order)
    row.set(change.values)
    stated[id] = row
  }

  /// The rows as they are read.
  ///
  /// The row without a person goes as soon as somebody is identified; what it says stays with every
  /// row of the case that does not say otherwise.
  package var rows: [RowID: Row] {
    var rows = stated
    var identified: [CompartmentID: [RowID]] = [:]
    for id in stated.keys where id.person != nil { identified[id.matter, default: []].append(id) }
    for (matter, ids) in identified {
      guard let common = rows.removeValue(forKey: RowID(matter: matter, person: nil)) else {
        continue
      }
      for id in ids {
        let own = rows[id]?.values ?? [:]
        rows[id]?.set(common.values)
        rows[id]?.set(own)
      }
    }
    return rows
  }

  /// The rows by the time their cases were opened, then by code name.
  package var sorted: [Row] {
    rows.values.sorted {
      ($0.opened, $0.codeName.text, $0.order) < ($1.opened, $1.codeName.text, $1.order)
    }
  }
}
