import Defences
import Sealing
import Storage
import SystemPackage

/// What this machine knows of one copy of the vault: which objects it has looked at already, so that
/// a command looks only at what is new.
///
/// Costs one look at each of at most 512 folders; a folder is listed only when it has changed.
struct FolderIndex {
  /// What changed in an area since the last look.
  struct Changes {
    var fresh: [ObjectName] = []
    /// Compartments that lay in objects which are there no more.
    var robbed: Set<CompartmentID> = []
  }

  /// Objects no key of ours opens, with the heads by which a later key may find them.
  ///
  /// A head that is too short is read again each time: the object may still be arriving.
  private(set) var unopened: [ObjectName: [UInt8]] = [:]
  private(set) var strange: [StrangeFile] = []

  private let folder: VaultFolder
  private let memory: Memory
  private let key: String
  private let isEmpty: Bool
  private var stamps: [Area: [UInt8: ShardStamp]] = [:]
  private var known: [Area: [UInt8: [ObjectName: CompartmentID]]] = [:]
  private var changed: [Area: Set<UInt8>] = [:]
  private var unopenedChanged = false

  /// Stands for the compartment of an object that is in none we know.
  private static let nowhere = CompartmentID([UInt8](repeating: 0, count: 32))

  /// Stands for a stamp that no folder has.
  private static let never = ShardStamp(modified: 0, inode: 0)

  /// With `isEmpty` nothing remembered of the folder is used, and everything in it counts as new.
  ///
  /// `place` names the folder in the memory: its absolute path, however it was typed.
  init(of folder: VaultFolder, at place: String, in memory: Memory, isEmpty: Bool) {
    self.folder = folder
    self.memory = memory
    self.isEmpty = isEmpty
    key = place
    guard !isEmpty else { return }
    for area in [Area.objects, .grants] {
      stamps[area] = memory.recall("stamps/\(area.rawValue)/" + key).flatMap(FolderIndex.stamps)
    }
    unopened = memory.recall("unopened/" + key).flatMap(FolderIndex.heads) ?? [:]
  }

  /// Looks at everything again, as if nothing were remembered of the folder.
  mutating func startOver() { self = FolderIndex(of: folder, at: key, in: memory, isEmpty: true) }

  /// The name under which a compartment's objects in this folder are remembered.
  var place: String { key }

  mutating func changes(in area: Area) throws(VaultError) -> Changes {
    var changes = Changes()
    do throws(StorageError) {
      let now = try folder.shardStamps(in: area)
      for (shard, stamp) in now where stamps[area]?[shard] != stamp {
        let listing = try folder.names(in: area, shard: shard)
        strange += listing.strange
        compare(Set(listing.names), with: shard, of: area, &changes)
      }
      for shard in Set((stamps[area] ?? [:]).keys).subtracting(now.keys) {
        compare([], with: shard, of: area, &changes)
      }
      stamps[area] = now
    } catch {
      throw .storage(error, .vault)
    }
    if area == .objects {
      changes.fresh += unopened.filter { $0.value.count < SealedObject.headByteCount }.keys
    }
    changes.fresh = Set(changes.fresh).sorted()
    return changes
  }

  private mutating func compare(
    _ found: Set<ObjectName>, with shard: UInt8, of area: Area, _ changes: inout Changes
  ) {
    let old = names(in: area, shard)
    changes.fresh += found.subtracting(old.keys)
    for (name, compartment) in old where !found.contains(name) {
      if compartment != FolderIndex.nowhere { changes.robbed.insert(compartment) }
      remove(name, in: area)
    }
    for name in found where old[name] == nil { note(name, FolderIndex.nowhere, in: area) }
  }

  /// Notes in which compartment an object lies.
  mutating func add(_ name: ObjectName, in area: Area, of compartment: CompartmentID? = nil) {
    note(name, compartment ?? FolderIndex.nowhere, in: area)
    if unopened.removeValue(forKey: name) != nil { unopenedChanged = true }
  }

  mutating func remove(_ name: ObjectName, in area: Area) {
    _ = names(in: area, name.shard)
    known[area]?[name.shard]?[name] = nil
    changed[area, default: []].insert(name.shard)
    if unopened.removeValue(forKey: name) != nil { unopenedChanged = true }
  }

  /// Has an object looked at again as if it had just arrived: it was damaged, or half of it there.
  mutating func lookAgain(at name: ObjectName, in area: Area) {
    guard Defence.brokenIsLookedAtAgain.stands else { return }
    switch area {
    case .objects: leaveUnopened(name, head: [])
    case .grants, .recovery:
      remove(name, in: area)
      stamps[area]?[name.shard] = nil
    }
  }

  mutating func leaveUnopened(_ name: ObjectName, head: [UInt8]) {
    note(name, FolderIndex.nowhere, in: .objects)
    unopened[name] = head
    unopenedChanged = true
  }

  /// Remembers everything for the next command; stamps too young to be trusted stand for nothing.
  mutating func save(at now: Int64) throws(VaultError) {
    for (area, shards) in changed {
      for shard in shards {
        var writer = ByteWriter()
        for (name, compartment) in names(in: area, shard) {
          writer.write(fixed: name.bytes)
          writer.write(fixed: compartment.bytes)
        }
        try memory.remember(writer.bytes, as: shardName(area, shard))
      }
    }
    changed = [:]
    for (area, shards) in stamps {
      var writer = ByteWriter()
      // A folder that cannot be told apart from what it is next time is looked at again, and missed
      // should it vanish.
      let written = (known[area] ?? [:]).filter { shards[$0.key] == nil && !$0.value.isEmpty }
      let all = shards.merging(written.mapValues { _ in FolderIndex.never }) { old, _ in old }
      for (shard, taken) in all {
        let stamp = taken.isSettled(at: now) ? taken : FolderIndex.never
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

  private mutating func names(in area: Area, _ shard: UInt8) -> [ObjectName: CompartmentID] {
    if let names = known[area]?[shard] { return names }
    var names: [ObjectName: CompartmentID] = [:]
    if !isEmpty, let bytes = memory.recall(shardName(area, shard)) {
      var reader = ByteReader(bytes)
      while let name = try? reader.take(32), let place = try? reader.take(32) {
        names[ObjectName(bytes: name)] = CompartmentID(place)
      }
    }
    known[area, default: [:]][shard] = names
    return names
  }

  private mutating func note(_ name: ObjectName, _ place: CompartmentID, in area: Area) {
    guard names(in: area, name.shard)[name] != place else { return }
    known[area]?[name.shard]?[name] = place
    changed[area, default: []].insert(name.shard)
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
