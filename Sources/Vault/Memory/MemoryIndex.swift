import Sealing
import Statements

/// The part of the memory every command reads: which compartments there are and by which locator
/// keys their objects are found.
struct MemoryIndex {
  struct Entry {
    /// Nil while only its keys have arrived.
    var kind: Founding.Kind?
    /// The code name of a case or person; empty for the others.
    var label = ""
    /// Locator keys by epoch.
    ///
    /// They find objects and open none.
    var locatorKeys: [EpochID: [UInt8]] = [:]
    var summary = Summary()
    /// Whether the compartment is closed to this member: only its locator keys are kept.
    var isClosed = false
    /// Whether no object of it opens any more, though nothing says that it is closed.
    var isAway = false

    /// Whether all of it was lost once and written again from this machine's memory.
    var wasBroughtBack = false

    var isPresent: Bool { !isClosed && !isAway }
  }

  /// What a list shows of a compartment without opening it.
  struct Summary: Equatable {
    var founded: Int64 = 0
    var last: Int64 = 0
    var entryCount: UInt32 = 0
    var readerCount: UInt32 = 0
    var contact: MemberID?
    var isHidden = false
    /// Whether something in it waits for a majority.
    var hasWaiting = false
    /// Whether it is a case that no chair reads.
    var isChairless = false
  }

  var entries: [CompartmentID: Entry] = [:]
  /// Roster acts on which this machine has seen a majority stand.
  var held: Set<StatementID> = []
  /// The newest roster act that every compartment has been reconciled with.
  var reconciled: StatementID?
  /// Objects this machine knows as superseded: never pulled again, removed where it may.
  var superseded: Set<ObjectID> = []
  /// Objects this machine wrote and can no longer open: pushed all the same.
  ///
  /// Each with the copies it was given to: once is enough, since whoever stays inside seals it anew.
  var toPush: [ObjectID: Set<String>] = [:]
  /// The copy this one was last synced with, or made from.
  var lastRemote: String?
  /// The roster act shown at the last `status`.
  var shown: StatementID?
  /// When this folder was last synced with another, seconds since 1970.
  var lastSync: Int64 = 0
  /// When what had been in quarantine for too long was last forgotten.
  var lastSwept: Int64 = 0

  typealias ObjectID = Identifier<ObjectTag>
  enum ObjectTag {}

  private static let version: UInt8 = 1

  func encoded() -> [UInt8] {
    var writer = ByteWriter(reserving: entries.count * 160)
    writer.write(MemoryIndex.version)
    writer.write(UInt64(bitPattern: lastSync))
    writer.write(UInt64(bitPattern: lastSwept))
    writer.write(reconciled?.bytes ?? [])
    writer.write(shown?.bytes ?? [])
    writer.writeSet(held)
    writer.writeSet(superseded)
    writer.write(UInt32(toPush.count))
    for (object, copies) in toPush {
      writer.write(fixed: object.bytes)
      writer.write(UInt32(copies.count))
      for copy in copies { writer.write(copy) }
    }
    writer.write(lastRemote ?? "")
    writer.write(UInt32(entries.count))
    for (id, entry) in entries {
      writer.write(fixed: id.bytes)
      writer.write(entry.kind?.rawValue ?? "")
      writer.write(entry.label)
      writer.write(
        UInt8(entry.summary.isHidden ? 2 : 0) | (entry.summary.hasWaiting ? 4 : 0)
          | (entry.isClosed ? 8 : 0) | (entry.isAway ? 16 : 0) | (entry.wasBroughtBack ? 32 : 0)
          | (entry.summary.isChairless ? 64 : 0))
      writer.write(UInt64(bitPattern: entry.summary.founded))
      writer.write(UInt64(bitPattern: entry.summary.last))
      writer.write(entry.summary.entryCount)
      writer.write(entry.summary.readerCount)
      writer.write(entry.summary.contact?.bytes ?? [])
      writer.write(UInt32(entry.locatorKeys.count))
      for (epoch, key) in entry.locatorKeys {
        writer.write(fixed: epoch.bytes)
        writer.write(fixed: key)
      }
    }
    return writer.bytes
  }

  init() {}

  /// Our own sealed bytes: whatever does not decode is as good as lost.
  init?(decoding bytes: [UInt8]) {
    do throws(Malformation) {
      try self.init(reading: bytes)
    } catch {
      return nil
    }
  }

  private init(reading bytes: [UInt8]) throws(Malformation) {
    var reader = ByteReader(bytes)
    let version = try reader.takeUInt8()
    guard version == MemoryIndex.version else { throw .unknownVersion(Int(version)) }
    lastSync = Int64(bitPattern: try reader.takeUInt64())
    lastSwept = Int64(bitPattern: try reader.takeUInt64())
    reconciled = try reader.takeOptionalIdentifier()
    shown = try reader.takeOptionalIdentifier()
    held = try reader.takeSet()
    superseded = try reader.takeSet()
    for _ in 0..<(try reader.takeUInt32()) {
      let object: ObjectID = try reader.takeIdentifier()
      toPush[object] = []
      for _ in 0..<(try reader.takeUInt32()) {
        toPush[object]?.insert(try reader.takeText(limit: 8192))
      }
    }
    let remote = try reader.takeText(limit: 8192)
    lastRemote = remote.isEmpty ? nil : remote
    for _ in 0..<(try reader.takeUInt32()) {
      let id: CompartmentID = try reader.takeIdentifier()
      let kind = Founding.Kind(rawValue: try reader.takeText(limit: 32))
      var entry = Entry(kind: kind, label: try reader.takeText(limit: 256))
      let flags = try reader.takeUInt8()
      entry.isClosed = flags & 8 != 0
      entry.isAway = flags & 16 != 0
      entry.wasBroughtBack = flags & 32 != 0
      entry.summary.isHidden = flags & 2 != 0
      entry.summary.hasWaiting = flags & 4 != 0
      entry.summary.isChairless = flags & 64 != 0
      entry.summary.founded = Int64(bitPattern: try reader.takeUInt64())
      entry.summary.last = Int64(bitPattern: try reader.takeUInt64())
      entry.summary.entryCount = try reader.takeUInt32()
      entry.summary.readerCount = try reader.takeUInt32()
      entry.summary.contact = try reader.takeOptionalIdentifier()
      for _ in 0..<(try reader.takeUInt32()) {
        let epoch: EpochID = try reader.takeIdentifier()
        entry.locatorKeys[epoch] = try reader.take(16)
      }
      entries[id] = entry
    }
    try reader.expectEnd()
  }
}

extension ByteWriter {
  mutating func writeSet<Tag>(_ set: Set<Identifier<Tag>>) {
    write(UInt32(set.count))
    for id in set { write(fixed: id.bytes) }
  }
}

extension ByteReader {
  mutating func takeOptionalIdentifier<Tag>() throws(Malformation) -> Identifier<Tag>? {
    let bytes = try takeField(limit: 32)
    guard !bytes.isEmpty else { return nil }
    guard bytes.count == 32 else { throw .truncated(expected: 32, found: bytes.count) }
    return Identifier(bytes)
  }

  mutating func takeSet<Tag>() throws(Malformation) -> Set<Identifier<Tag>> {
    var set: Set<Identifier<Tag>> = []
    for _ in 0..<(try takeUInt32()) { set.insert(try takeIdentifier()) }
    return set
  }
}
