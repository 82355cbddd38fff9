import Casework
import Sealing
import Statements

/// The status sheet as this machine last folded it, so that a command about one case reads that
/// case's rows and not every statement of the sheet.
///
/// Kept in shards by case and by name. Good for one copy of the vault, at one act of the roster, and
/// only while nothing of the sheet has changed since; whoever finds it missing reads the sheet.
/// Holds no key.
struct SheetView {
  let sheet: CompartmentID
  /// The roster act at which it was folded.
  let act: StatementID
  /// The epoch a row is written into.
  let epoch: EpochID
  /// The parents of the next row.
  private(set) var heads: [StatementID]
  /// How many objects were added since the sheet was last read whole.
  private(set) var addedCount: UInt32
  /// How many statements of the sheet this machine had seen.
  private(set) var statementCount: UInt32
  private var rowCount: UInt32
  private let shardCount: UInt32

  private let place: String
  private let memory: Memory
  private var rows: [UInt32: [SheetRecord.RowID: SheetRecord.Row]] = [:]
  private var names: [UInt32: [String: Set<CompartmentID>]] = [:]
  private var changedRows: Set<UInt32> = []
  private var changedNames: Set<UInt32> = []

  /// After so many objects of one row each the sheet is read whole again, which merges them.
  static let addedLimit = 16

  /// Folds the sheet anew; nil when there is no epoch to write into.
  init?(_ sheet: Compartment, at act: StatementID, place: String, in memory: Memory) {
    guard let epoch = sheet.writable?.epoch else { return nil }
    var record = SheetRecord()
    record.add(sheet.state)
    let all = record.stated
    self.sheet = sheet.id
    self.act = act
    self.epoch = epoch
    self.place = place
    self.memory = memory
    heads = sheet.state.heads
    addedCount = 0
    statementCount = UInt32(sheet.memory.verified.count)
    rowCount = UInt32(all.count)
    shardCount = SheetView.shardCount(for: all.count)
    for shard in 0..<shardCount { (rows[shard], names[shard]) = ([:], [:]) }
    for (id, row) in all {
      rows[shard(of: id.matter), default: [:]][id] = row
      for name in SheetView.names(of: row) {
        names[shard(of: name), default: [:]][name, default: []].insert(id.matter)
      }
    }
    changedRows = Set(0..<shardCount)
    changedNames = changedRows
  }

  /// The rows of one case, as they were stated; nil when that part of the memory is lost.
  mutating func rows(of matter: CompartmentID) -> [SheetRecord.Row]? {
    rowShard(shard(of: matter))?.values.filter { $0.id.matter == matter }
  }

  /// Every row; nil when a part is lost.
  mutating func all() -> [SheetRecord.Row]? {
    var all: [SheetRecord.Row] = []
    for shard in 0..<shardCount {
      guard let rows = rowShard(shard) else { return nil }
      all += rows.values
    }
    return all
  }

  /// The cases whose rows bear a name, a case's own or a person's; nil when that part is lost.
  mutating func cases(named name: String) -> Set<CompartmentID>? {
    nameShard(shard(of: name)).map { $0[name] ?? [] }
  }

  /// Adds a row change that was stated on top of `heads`; false when a part is lost.
  mutating func add(_ change: RowChange, stated statement: Statement) -> Bool {
    let shard = shard(of: change.matter)
    guard let known = rowShard(shard) else { return false }
    var record = SheetRecord(stated: known.values)
    let before = record.stated.count
    record.apply(change, at: statement.time, order: Int(rowCount))
    rowCount += UInt32(record.stated.count - before)
    rows[shard] = record.stated
    changedRows.insert(shard)
    let id = SheetRecord.RowID(matter: change.matter, person: change.person)
    for name in record.stated[id].map(SheetView.names) ?? [] {
      let place = self.shard(of: name)
      guard let known = nameShard(place) else { return false }
      guard known[name]?.contains(change.matter) != true else { continue }
      names[place]?[name, default: []].insert(change.matter)
      changedNames.insert(place)
    }
    // A statement takes up the smallest heads only.
    heads = heads.sorted().dropFirst(Statement.parentLimit) + [statement.id]
    return true
  }

  /// Notes that rows stated since were written, as one object.
  mutating func wrote(_ count: Int) {
    addedCount += 1
    statementCount += UInt32(count)
  }

  private static func names(of row: SheetRecord.Row) -> [String] {
    [row.codeName.text] + (row.id.person.map { [$0.text] } ?? [])
  }
}

/// Where it lies in the memory.
extension SheetView {
  private static let version: UInt8 = 1

  /// What was folded at `act` for the copy at `place`; nil when nothing that is good was.
  init?(of sheet: CompartmentID, at act: StatementID, place: String, recalledFrom memory: Memory) {
    guard let bytes = memory.recall(SheetView.name(place)) else { return nil }
    do throws(Malformation) {
      var reader = ByteReader(bytes)
      let version = try reader.takeUInt8()
      guard version == SheetView.version else { throw .unknownVersion(Int(version)) }
      self.sheet = try reader.takeIdentifier()
      self.act = try reader.takeIdentifier()
      epoch = try reader.takeIdentifier()
      addedCount = try reader.takeUInt32()
      statementCount = try reader.takeUInt32()
      rowCount = try reader.takeUInt32()
      shardCount = try reader.takeUInt32()
      heads = []
      for _ in 0..<(try reader.takeUInt32()) { heads.append(try reader.takeIdentifier()) }
      try reader.expectEnd()
    } catch {
      return nil
    }
    self.place = place
    self.memory = memory
    guard self.sheet == sheet, self.act == act, shardCount > 0, !heads.isEmpty else { return nil }
  }

  /// Remembers what changed.
  ///
  /// The first line goes before anything else and comes back last: killed in between, the sheet is
  /// read whole the next time.
  mutating func save(around change: () throws(VaultError) -> Void) throws(VaultError) {
    try SheetView.forget(place, in: memory)
    try change()
    for shard in changedRows {
      var writer = ByteWriter()
      for row in (rows[shard] ?? [:]).values { writer.write(row) }
      try memory.remember(writer.bytes, as: SheetView.name("rows", shard, place))
    }
    for shard in changedNames {
      var writer = ByteWriter()
      for (name, cases) in names[shard] ?? [:] {
        writer.write(name)
        writer.writeSet(cases)
      }
      try memory.remember(writer.bytes, as: SheetView.name("names", shard, place))
    }
    (changedRows, changedNames) = ([], [])
    var writer = ByteWriter()
    writer.write(SheetView.version)
    for id in [sheet.bytes, act.bytes, epoch.bytes] { writer.write(fixed: id) }
    for count in [addedCount, statementCount, rowCount, shardCount, UInt32(heads.count)] {
      writer.write(count)
    }
    for head in heads { writer.write(fixed: head.bytes) }
    try memory.remember(writer.bytes, as: SheetView.name(place))
  }

  /// Forgets, without waiting for the disk.
  static func forget(_ place: String, in memory: Memory) throws(VaultError) {
    try memory.remember([0], as: name(place))
  }

  private static func name(_ place: String) -> String { "sheet/" + place }

  private static func name(_ what: String, _ shard: UInt32, _ place: String) -> String {
    "sheet/\(what)/\(shard)/" + place
  }

  /// A power of two that keeps a shard at some dozens of rows.
  private static func shardCount(for rowCount: Int) -> UInt32 {
    var count: UInt32 = 1
    while count < 256, Int(count) * 32 < rowCount { count *= 2 }
    return count
  }

  private func shard(of matter: CompartmentID) -> UInt32 {
    matter.bytes.first.map { UInt32($0) % shardCount } ?? 0
  }

  private func shard(of name: String) -> UInt32 {
    name.utf8.reduce(0) { ($0 &* 31) &+ UInt32($1) } % shardCount
  }

  private mutating func rowShard(
    _ shard: UInt32
  ) -> [SheetRecord.RowID: SheetRecord.Row]? {
    if let known = rows[shard] { return known }
    guard let bytes = memory.recall(SheetView.name("rows", shard, place)) else { return nil }
    var found: [SheetRecord.RowID: SheetRecord.Row] = [:]
    var reader = ByteReader(bytes)
    while !reader.isAtEnd {
      guard let row = try? reader.takeRow() else { return nil }
      found[row.id] = row
    }
    rows[shard] = found
    return found
  }

  private mutating func nameShard(_ shard: UInt32) -> [String: Set<CompartmentID>]? {
    if let known = names[shard] { return known }
    guard let bytes = memory.recall(SheetView.name("names", shard, place)) else { return nil }
    var found: [String: Set<CompartmentID>] = [:]
    var reader = ByteReader(bytes)
    while !reader.isAtEnd {
      guard let name = try? reader.takeText(limit: 256),
        let cases: Set<CompartmentID> = try? reader.takeSet()
      else { return nil }
      found[name] = cases
    }
    names[shard] = found
    return found
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ row: SheetRecord.Row) {
    write(fixed: row.id.matter.bytes)
    write(row.id.person?.text ?? "")
    write(row.codeName.text)
    write(UInt64(bitPattern: row.opened))
    write(UInt32(truncatingIfNeeded: row.order))
    write(UInt32(row.values.count))
    for (field, texts) in row.values {
      write(field)
      write(UInt32(texts.count))
      for text in texts { write(text) }
    }
  }
}

extension ByteReader {
  fileprivate mutating func takeRow() throws(Malformation) -> SheetRecord.Row {
    let matter: CompartmentID = try takeIdentifier()
    let person = try takeText(limit: 256)
    guard let codeName = CodeName(reading: try takeText(limit: 256)) else { throw .notCanonical }
    let opened = Int64(bitPattern: try takeUInt64())
    let order = Int(try takeUInt32())
    var values: [String: [String]] = [:]
    for _ in 0..<(try takeUInt32()) {
      let field = try takeText(limit: 64)
      values[field] = []
      for _ in 0..<(try takeUInt32()) {
        values[field]?.append(try takeText(limit: RowChange.valueByteLimit))
      }
    }
    let name = person.isEmpty ? nil : PersonCodeName(reading: person)
    return SheetRecord.Row(
      id: SheetRecord.RowID(matter: matter, person: name), codeName: codeName, opened: opened,
      order: order, values: values)
  }
}
