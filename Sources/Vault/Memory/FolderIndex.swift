import Sealing
import Storage
import SystemPackage

/// What this machine knows of one copy of the vault: which objects it has looked at already, so that
/// a command looks only at what is new.
///
/// Costs one look at each of at most 512 folders; a folder is listed only when it has changed.
struct FolderIndex {
  /// Objects no key of ours opens, with the heads by which a later key may find them.
  private(set) var unopened: [ObjectName: [UInt8]]
  private(set) var strange: [StrangeFile] = []

  private let folder: VaultFolder
  private let memory: Memory
  private let key: String
  private let isEmpty: Bool
  private var stamps: [Area: [UInt8: ShardStamp]]
  private var known: [Area: [UInt8: Set<ObjectName>]] = [:]
  private var changed: [Area: Set<UInt8>] = [:]
  private var unopenedChanged = false

  /// With `isEmpty` nothing remembered of the folder is used, and everything in it counts as new.
  init(of folder: VaultFolder, in memory: Memory, isEmpty: Bool) {
    self.folder = folder
    self.memory = memory
    self.isEmpty = isEmpty
    key = folder.path.string
    stamps = [:]
    unopened = [:]
    guard !isEmpty else { return }
    for area in [Area.objects, .grants] {
      stamps[area] = memory.recall("stamps/\(area.rawValue)/" + key).flatMap(FolderIndex.stamps)
    }
    unopened = memory.recall("unopened/" + key).flatMap(FolderIndex.heads) ?? [:]
  }

  /// Looks at everything again, as if nothing were remembered of the folder.
  mutating func startOver() { self = FolderIndex(of: folder, in: memory, isEmpty: true) }

  /// The name under which a compartment's objects in this folder are remembered.
  var place: String { key }

  /// The objects that were not there, or not looked at, the last time.
  mutating func newNames(in area: Area) throws(VaultError) -> [ObjectName] {
    var fresh: [ObjectName] = []
    do throws(StorageError) {
      let now = try folder.shardStamps(in: area)
      for (shard, stamp) in now where stamps[area]?[shard] != stamp {
        let listing = try folder.names(in: area, shard: shard)
        strange += listing.strange
        let old = names(in: area, shard)
        let found = Set(listing.names)
        fresh += found.subtracting(old)
        if found != old { note(found, in: area, shard) }
      }
      let gone = Set((stamps[area] ?? [:]).keys).subtracting(now.keys)
      for shard in gone { note([], in: area, shard) }
      stamps[area] = now
    } catch {
      throw .storage(error, .vault)
    }
    return fresh.sorted()
  }

  /// Every object in the folder that was looked at.
  mutating func allNames(in area: Area) -> Set<ObjectName> {
    var all: Set<ObjectName> = []
    for shard in (stamps[area] ?? [:]).keys { all.formUnion(names(in: area, shard)) }
    return all
  }

  mutating func add(_ name: ObjectName, in area: Area) {
    note(names(in: area, name.shard).union([name]), in: area, name.shard)
  }

  mutating func remove(_ name: ObjectName, in area: Area) {
    note(names(in: area, name.shard).subtracting([name]), in: area, name.shard)
    opened(name)
  }

  mutating func leaveUnopened(_ name: ObjectName, head: [UInt8]) {
    unopened[name] = head
    unopenedChanged = true
  }

  mutating func opened(_ name: ObjectName) {
    if unopened.removeValue(forKey: name) != nil { unopenedChanged = true }
  }

  /// Remembers everything for the next command; stamps too young to be trusted are left out.
  mutating func save(at now: Int64) throws(VaultError) {
    for (area, shards) in changed {
      for shard in shards {
        var writer = ByteWriter()
        for name in names(in: area, shard) { writer.write(fixed: name.bytes) }
        try memory.remember(writer.bytes, as: shardName(area, shard))
      }
    }
    changed = [:]
    for (area, shards) in stamps {
      var writer = ByteWriter()
      for (shard, stamp) in shards where stamp.isSettled(at: now) {
        writer.write(shard)
        writer.write(UInt64(bitPattern: stamp.modified))
        writer.write(stamp.inode)
      }
      try memory.remember(writer.bytes, as: "stamps/\(area.rawValue)/" + key)
    }
    if unopenedChanged {
      var writer = ByteWriter()
      for (name, head) in unopened {
        writer.write(fixed: name.bytes)
        writer.write(head)
      }
      try memory.remember(writer.bytes, as: "unopened/" + key)
      unopenedChanged = false
    }
  }

  private mutating func names(in area: Area, _ shard: UInt8) -> Set<ObjectName> {
    if let names = known[area]?[shard] { return names }
    var names: Set<ObjectName> = []
    if !isEmpty, let bytes = memory.recall(shardName(area, shard)), bytes.count.isMultiple(of: 32) {
      for start in stride(from: 0, to: bytes.count, by: 32) {
        names.insert(ObjectName(bytes: bytes[start..<start + 32]))
      }
    }
    known[area, default: [:]][shard] = names
    return names
  }

  private mutating func note(_ names: Set<ObjectName>, in area: Area, _ shard: UInt8) {
    known[area, default: [:]][shard] = names
    changed[area, default: []].insert(shard)
  }

  private func shardName(_ area: Area, _ shard: UInt8) -> String {
    "names/\(area.rawValue)/\(shard)/" + key
  }

  private static func stamps(_ bytes: [UInt8]) -> [UInt8: ShardStamp]? {
    var reader = ByteReader(bytes)
    var stamps: [UInt8: ShardStamp] = [:]
    while !reader.isAtEnd {
      guard let shard = try? reader.takeUInt8(), let modified = try? reader.takeUInt64(),
        let inode = try? reader.takeUInt64()
      else { return nil }
      stamps[shard] = ShardStamp(modified: Int64(bitPattern: modified), inode: inode)
    }
    return stamps
  }

  private static func heads(_ bytes: [UInt8]) -> [ObjectName: [UInt8]]? {
    var reader = ByteReader(bytes)
    var heads: [ObjectName: [UInt8]] = [:]
    while !reader.isAtEnd {
      guard let name = try? reader.take(32), let head = try? reader.takeField(limit: 64) else {
        return nil
      }
      heads[ObjectName(bytes: name)] = head
    }
    return heads
  }
}
