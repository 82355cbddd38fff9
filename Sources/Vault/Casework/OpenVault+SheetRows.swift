import Casework
import Sealing
package import Statements
import Storage

/// Rows of the status sheet without the rest of it: a command about one case costs what that case
/// costs, however long the sheet is.
///
/// Works from the fold this machine remembers (`SheetView`), and reads the sheet where there is none.
extension OpenVault {
  /// Rows stated on top of the remembered fold and not yet written.
  struct PendingRows {
    var memory: CompartmentMemory
    var statements: [Statement] = []
  }

  /// The rows of one case.
  func rows(of matter: Compartment) -> [SheetRecord.Row] {
    var record = stated { $0.rows(of: matter.id) }
    if isHidden(matter) { record.add(matter.state) }
    return record.sorted.filter { $0.id.matter == matter.id }
  }

  /// The rows that name a person, those of hidden cases open to this member among them.
  func rows(of person: PersonCodeName) -> [SheetRecord.Row] {
    var record = stated { view in
      guard let cases = view.cases(named: person.text) else { return nil }
      var rows: [SheetRecord.Row] = []
      for matter in cases {
        guard let some = view.rows(of: matter) else { return nil }
        rows += some
      }
      return rows
    }
    addHidden(to: &record)
    return record.sorted.filter { $0.id.person == person }
  }

  /// Whether a row bears the code name of a case or a person.
  func isOnSheet(_ name: String) -> Bool {
    if let cases = ask({ $0.cases(named: name) }), !cases.isEmpty { return true }
    var record = stated { $0.cases(named: name) == nil ? nil : [] }
    addHidden(to: &record)
    return record.rows.values.contains { $0.codeName.text == name || $0.id.person?.text == name }
  }

  /// The sheet's rows, and those that hidden cases open to this member keep to themselves.
  package func sheetRecord() -> SheetRecord {
    var record = stated { $0.all() }
    addHidden(to: &record)
    return record
  }

  /// The rows the remembered fold gives, or all of them when there is none.
  private func stated(_ question: (inout SheetView) -> [SheetRecord.Row]?) -> SheetRecord {
    if let rows = ask(question) { return SheetRecord(stated: rows) }
    var record = SheetRecord()
    if let sheet { record.add(sheet.state) }
    return record
  }

  private func addHidden(to record: inout SheetRecord) {
    let hidden = copy.index.entries.filter { $0.value.summary.isHidden && $0.value.isPresent }
    for matter in read(hidden.keys.sorted()) where matter.state.entitled.contains(memberID) {
      record.add(matter.state)
    }
  }

  func isHidden(_ matter: Compartment) -> Bool {
    if case .matter(let founding) = matter.state.founding { founding.isHidden } else { false }
  }

  /// What is remembered of the rows; nil when the sheet was read by this command, or must be.
  private var recalledView: SheetView? {
    guard let sheet = ids(of: .sheet).first, compartments[sheet] == nil,
      !copy.touched.contains(sheet)
    else { return nil }
    if let view = sheetView, view.act == state.act { return view }
    let view = SheetView(
      of: sheet, at: state.act, place: copy.objects.place, recalledFrom: copy.memory)
    // Another copy of the vault may have taught this machine more than was folded here.
    guard view?.statementCount == copy.index.entries[sheet]?.summary.entryCount else { return nil }
    return view
  }

  private func ask<T>(_ question: (inout SheetView) -> T?) -> T? {
    guard var view = recalledView else { return nil }
    let answer = question(&view)
    sheetView = view
    return answer
  }
}

/// Writing rows.
extension OpenVault {
  /// States a change of a row, on top of the remembered fold when there is one.
  func stateRow(_ change: RowChange) throws(VaultError) {
    guard var view = recalledView, view.addedCount < SheetView.addedLimit else {
      return try stateInSheet(change)
    }
    var rows = pendingRows ?? PendingRows(memory: copy.recall(view.sheet))
    guard rows.memory.keys[view.epoch] != nil else { return try stateInSheet(change) }
    let statement = try signed(
      .row(change), in: view.sheet, after: view.heads)
    guard view.add(change, stated: statement) else { return try stateInSheet(change) }
    rows.statements.append(statement)
    pendingRows = rows
    sheetView = view
  }

  private func stateInSheet(_ change: RowChange) throws(VaultError) {
    guard let sheet else { return }
    try state(.row(change), in: sheet)
  }

  /// Gives the sheet, which was read after all, the rows stated without it.
  func adoptPendingRows(into sheet: Compartment) {
    for statement in pendingRows?.statements ?? [] { sheet.add(statement, roster: roster) }
    (pendingRows, sheetView) = (nil, nil)
  }

  /// The rows stated since the last commit, as one object.
  func sealRows() throws(VaultError) -> StoredObject? {
    guard let rows = pendingRows else { return nil }
    guard let view = recalledView, let key = rows.memory.keys[view.epoch] else {
      // The roster went on in between: read whole, the sheet is written like any other.
      _ = sheet
      guard pendingRows == nil else { throw .sheetUnreadable }
      return nil
    }
    let pack = Pack(statements: rows.statements.map(\.record))
    let sealed = SealedObject(
      sealing: pack.encoded(),
      in: SealContext(kind: .pack, vault: id, compartment: view.sheet, epoch: view.epoch),
      with: key)
    return object(sealed.bytes, in: .objects)
  }

  /// Remembers rows that lie in the vault now.
  func rememberRows(in object: StoredObject) throws(VaultError) {
    guard var view = sheetView, var rows = pendingRows else { return }
    copy.objects.add(object.name, in: .objects, of: view.sheet)
    rows.memory.verified.formUnion(rows.statements.map(\.id))
    rows.memory.places[copy.objects.place, default: [:]][object.name] = view.epoch
    view.wrote(rows.statements.count)
    let sheet = view.sheet
    try view.save { () throws(VaultError) in
      try rows.memory.kept.append(rows.statements.map(\.record), of: sheet, in: copy.memory)
      try copy.remember(rows.memory, of: sheet)
    }
    copy.index.entries[sheet]?.summary.entryCount = view.statementCount
    (pendingRows, sheetView) = (nil, view)
  }

  /// Remembers the sheet, read whole by this command, and folds it for the commands to come.
  func rememberSheet(_ sheet: Compartment, isNews: Bool) throws(VaultError) {
    let place = copy.objects.place
    let known = SheetView(of: sheet.id, at: state.act, place: place, recalledFrom: copy.memory)
    let isFolded = known?.statementCount == UInt32(sheet.memory.verified.count)
    guard isNews || !isFolded else { return }
    let isWhole =
      sheet.pending.isEmpty && sheet.damaged.isEmpty && sheet.lost.isEmpty
      && sheet.staleEpochs.isEmpty && sheet.state.entitled.contains(memberID)
    let change = { () throws(VaultError) in
      try sheet.keep(in: self.copy.memory)
      try self.copy.remember(sheet.memory, of: sheet.id)
    }
    if isWhole, var view = SheetView(sheet, at: state.act, place: place, in: copy.memory) {
      return try view.save(around: change)
    }
    try SheetView.forget(place, in: copy.memory)
    try change()
  }
}
