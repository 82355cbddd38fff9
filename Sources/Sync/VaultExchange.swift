import Sealing
package import Storage

/// What moved between two copies.
package struct CopyReport: Hashable, Sendable {
  package var pulled = 0
  package var pushed = 0
  package var removed = 0
  package var quarantined = 0
  package var byteCount = 0
  /// Objects whose bytes are not those their names stand for: left where they are.
  package var damaged: [ObjectName] = []
  package var strangeCount = 0

  package init() {}
}

/// Moves objects between two copies of a vault, believing neither.
///
/// Objects are written once and never changed, so bringing two copies together is a union. Every
/// object is compared with its name on its way; one that is damaged stays behind and blocks nothing.
package struct VaultExchange {
  package let from: any ObjectStore
  package let to: any ObjectStore

  package init(from: any ObjectStore, to: any ObjectStore) {
    self.from = from
    self.to = to
  }

  /// Copies everything `to` lacks.
  package func copyAll(
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(StorageError) -> CopyReport {
    try copy(where: { _, _ in true }, progress: progress)
  }

  /// Copies what `to` lacks and `isWanted` admits, a group at a time, one flush for each.
  package func copy(
    where isWanted: (ObjectName, Area) -> Bool,
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(StorageError) -> CopyReport {
    var report = CopyReport()
    var wanted: [(ObjectName, Area)] = []
    // Keys before what lies under them, so that an interrupted copy opens as far as it goes.
    for area in [Area.recovery, .grants, .objects] {
      let source = try from.names(in: area)
      report.strangeCount += source.strangeCount
      let there = Set(try to.names(in: area).names)
      for name in source.names where !there.contains(name) && isWanted(name, area) {
        wanted.append((name, area))
      }
    }
    var group: [StoredObject] = []
    var groupByteCount = 0
    for (done, (name, area)) in wanted.enumerated() {
      progress(done, wanted.count)
      guard let bytes = try read(name, in: area), ObjectDigest.of(bytes) == name.bytes else {
        report.damaged.append(name)
        continue
      }
      group.append(StoredObject(name, in: area, bytes: bytes))
      groupByteCount += bytes.count
      report.byteCount += bytes.count
      report.pulled += 1
      if groupByteCount > VaultExchange.groupByteCount {
        try to.put(group, durably: true)
        group = []
        groupByteCount = 0
      }
    }
    try to.put(group, durably: true)
    progress(wanted.count, wanted.count)
    return report
  }

  /// One object; nil when it is there in name only, which is the object's fault and not the copy's.
  private func read(_ name: ObjectName, in area: Area) throws(StorageError) -> [UInt8]? {
    do throws(StorageError) {
      return try from.read(name, in: area, limit: VaultExchange.objectByteLimit)
    } catch .missing, .notRegular, .notAFolder, .tooLarge {
      return nil
    }
  }

  package static let objectByteLimit = 80 << 20
  private static let groupByteCount = 64 << 20
}
