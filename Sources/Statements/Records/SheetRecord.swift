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

    init(id: RowID, codeName: CodeName, opened: Int64, order: Int) {
      self.id = id
      self.codeName = codeName
      self.opened = opened
      self.order = order
      values = [:]
    }

    mutating func set(_ changes: [String: [String]]) {
      for (field, value) in changes { values[field] = value.isEmpty ? nil : value }
    }

    package var row: SheetRow { SheetRow(codeName: codeName, stored: values) }
  }

  package private(set) var rows: [RowID: Row] = [:]

  /// Adds the rows of the sheet, or the row a hidden case keeps to itself.
  package mutating func add(_ state: CompartmentState) {
    for statement in state.counted {
      guard case .row(let change) = statement.content else { continue }
      // A case can keep a row for itself only.
      if case .matter = state.founding, change.matter != state.id { continue }
      let id = RowID(matter: change.matter, person: change.person)
      var row =
        rows[id]
        ?? Row(id: id, codeName: change.codeName, opened: statement.time, order: rows.count)
      row.set(change.values)
      rows[id] = row
    }
    identify()
  }

  package init() {}

  /// The row without a person goes as soon as somebody is identified; what it says stays with every
  /// row of the case that does not say otherwise.
  private mutating func identify() {
    for (id, common) in rows where id.person == nil {
      let identified = rows.keys.filter { $0.matter == id.matter && $0.person != nil }
      guard !identified.isEmpty else { continue }
      for key in identified {
        guard var row = rows[key] else { continue }
        let own = row.values
        row.set(common.values)
        row.set(own)
        rows[key] = row
      }
      rows[id] = nil
    }
  }

  /// The rows by the time their cases were opened, then by code name.
  package var sorted: [Row] {
    rows.values.sorted {
      ($0.opened, $0.codeName.text, $0.order) < ($1.opened, $1.codeName.text, $1.order)
    }
  }
}
