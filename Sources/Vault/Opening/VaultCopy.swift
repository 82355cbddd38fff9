import Defences
import POSIX
import Sealing
import Sodium
import Statements
import Storage
import SystemPackage

/// One copy of a vault, and this machine's memory of it: from files to keys and objects.
///
/// Holds the folder's lock, so another command waits or gives up. Judges nothing: it finds which
/// object belongs to which compartment and hands out bytes whose names are right.
final class VaultCopy {
  let folder: VaultFolder
  let id: VaultID
  let holder: any KeyHolder
  let region = KeyRegion()
  let memory: Memory
  let now: @Sendable () -> Int64
  var index: MemoryIndex
  var objects: FolderIndex
  /// Compartments whose objects or keys changed since this machine last looked.
  private(set) var touched: Set<CompartmentID> = []
  /// Grants that are not what their names say, found while looking.
  private(set) var damaged: [DamagedObject] = []
  /// Whether something was remembered of a compartment that the disk may not have yet.
  private var hasNews = false
  /// Whether objects were sealed that did not reach the vault: what this command believes of them is
  /// not to be remembered.
  var hasFailedToWrite = false
  private let folderLock: VaultLock
  private let memoryLock: VaultLock

  init(
    at path: FilePath, for holder: any KeyHolder, rememberingIn root: FilePath, isNew: Bool,
    waiting patience: Double, onWait: () -> Void, now: @escaping @Sendable () -> Int64
  ) throws(VaultError) {
    do throws(StorageError) {
      folder = try VaultFolder(opening: path, now: now)
      folderLock = try folder.lock(waiting: patience, onWait: onWait)
    } catch {
      throw .storage(error, .vault)
    }
    guard let marker = Marker(folder.marker) else { throw .unknownFormat(path) }
    id = marker.vault
    self.holder = holder
    self.now = now
    memory = try Memory(
      in: root, of: marker.vault, for: holder.member,
      key: holder.memoryKey(for: marker.vault, in: region))
    // Two copies of one vault share this memory.
    memoryLock = try memory.lock(waiting: patience, onWait: onWait)
    let remembered = memory.recall("index").flatMap(MemoryIndex.init(decoding:))
    guard
      isNew || remembered != nil || memory.recall("joined") != nil
        || !Defence.vaultIsJoined.stands
    else {
      throw .notJoined(marker.vault)
    }
    index = remembered ?? MemoryIndex()
    objects = FolderIndex(
      of: folder, at: try Self.absolute(folder.path, .vault).string, in: memory,
      isEmpty: remembered == nil)
    try finishOutbox()
  }

  /// The path from the root, so that a folder has one name however it is typed.
  static func absolute(
    _ path: FilePath, _ place: VaultError.Place
  ) throws(VaultError) -> FilePath {
    guard path.isRelative else { return path.lexicallyNormalized() }
    do throws(Errno) {
      return try Environment.workingFolder().pushing(path).lexicallyNormalized()
    } catch {
      throw .storage(.missing, place)
    }
  }

  /// Looks at grants and objects that arrived since the last time, and at what went away.
  func discover() throws(VaultError) {
    let hasNewKeys = try openNewGrants()
    var heads: [ObjectName: [UInt8]] = hasNewKeys ? objects.unopened : [:]
    let changes = try objects.changes(in: .objects)
    touched.formUnion(changes.robbed.intersection(index.entries.keys))
    for name in changes.fresh {
      let head = try? folder.readPrefix(
        name, in: .objects, byteCount: SealedObject.headByteCount)
      heads[name] = head ?? []
    }
    find(heads)
  }

  /// Finds by their heads which compartments objects belong to.
  private func find(_ heads: [ObjectName: [UInt8]]) {
    guard !heads.isEmpty else { return }
    let locators = index.entries.flatMap { id, entry in
      entry.locatorKeys.map { (id, $0.key, $0.value) }
    }
    let named = heads.sorted { $0.key < $1.key }
    let found =
      onAllCores(named) { name, bytes -> (CompartmentID, EpochID)? in
        guard let head = SealedObject.Head(bytes) else { return nil }
        return locators.first { head.isFound(by: $0.2) }.map { ($0.0, $0.1) }
      } as [(CompartmentID, EpochID)?]
    for ((name, head), place) in zip(named, found) {
      if let (compartment, epoch) = place {
        objects.add(name, in: .objects, of: compartment)
        arrived[compartment, default: [:]][name] = epoch
        touched.insert(compartment)
      } else {
        objects.leaveUnopened(name, head: head)
      }
    }
  }

  /// Objects found since the last time, not yet part of a compartment's memory.
  private var arrived: [CompartmentID: [ObjectName: EpochID]] = [:]
  /// Keys granted since the last time, likewise.
  private var granted: [CompartmentID: [EpochID: EpochKey]] = [:]

  private func openNewGrants() throws(VaultError) -> Bool {
    var hasNewKeys = false
    for name in try objects.changes(in: .grants).fresh {
      for key in open(name) {
        hold(key)
        hasNewKeys = true
      }
    }
    return hasNewKeys
  }

  /// The keys in a grant that is for this member; none when it is not, or is damaged.
  private func open(_ name: ObjectName) -> [GrantedKey] {
    guard let bytes = try? folder.read(name, in: .grants, limit: Grant.byteLimit),
      ObjectDigest.of(bytes) == name.bytes || !Defence.objectName.stands
    else {
      damaged.append(DamagedObject(name: name, reason: .wrongName))
      objects.lookAgain(at: name, in: .grants)
      return []
    }
    guard let grant = try? Grant(bytes) else { return [] }
    return (try? holder.open(grant, in: id, into: region)) ?? []
  }

  /// Keeps a key for trying; whether it is ever written under is for the statements to say.
  private func hold(_ key: GrantedKey) {
    granted[key.compartment, default: [:]][key.epoch] = key.key
    index.entries[key.compartment, default: MemoryIndex.Entry()].locatorKeys[key.epoch] =
      key.key.locatorKey
    touched.insert(key.compartment)
  }

  func holdFirst(_ key: GrantedKey) { hold(key) }

  /// Takes the keys of a compartment that was closed to this member from the grants again, to see
  /// whether it still is: something arrived for it.
  func takeKeysAgain(of compartments: Set<CompartmentID>) throws(VaultError) {
    let names: [ObjectName]
    do throws(StorageError) {
      names = try folder.names(in: .grants).names
    } catch {
      throw .storage(error, .vault)
    }
    for name in names {
      for key in open(name) where compartments.contains(key.compartment) { hold(key) }
    }
    // What was left unopened when they were closed.
    find(objects.unopened)
  }

  /// What is remembered of a compartment, with what arrived since.
  func recall(_ compartment: CompartmentID) -> CompartmentMemory {
    var memory = memory.recall(compartment, into: region) ?? CompartmentMemory()
    memory.keys.merge(granted[compartment] ?? [:]) { old, _ in old }
    memory.places[objects.place, default: [:]].merge(arrived[compartment] ?? [:]) { $1 }
    return memory
  }

  func remember(_ memory: CompartmentMemory, of compartment: CompartmentID) throws(VaultError) {
    try self.memory.remember(memory, of: compartment)
    hasNews = true
    granted[compartment] = nil
    arrived[compartment] = nil
    touched.remove(compartment)
  }

  /// Drops everything remembered of a compartment: keys, verified and kept statements.
  ///
  /// Its locator keys stay. They open nothing, and tell when something arrives that could show that
  /// it is open to this member after all. What lies there is no longer theirs to push, but for
  /// `own`, the objects that hold only what they wrote.
  func close(_ compartment: CompartmentID, keeping own: [ObjectName]) throws(VaultError) {
    let remembered = recall(compartment)
    let places = remembered.places[objects.place] ?? [:]
    let pieces = remembered.pieces[objects.place] ?? [:]
    for name in Set(places.keys).union(pieces.keys).union(own) {
      guard
        let head = try? folder.readPrefix(
          name, in: .objects, byteCount: SealedObject.headByteCount)
      else { continue }
      objects.leaveUnopened(name, head: head)
    }
    for name in own { index.toPush[MemoryIndex.ObjectID(name.bytes), default: []] = [] }
    let keys = index.entries[compartment]?.locatorKeys ?? [:]
    index.entries[compartment] = MemoryIndex.Entry(locatorKeys: keys, isClosed: true)
    granted[compartment] = nil
    arrived[compartment] = nil
    touched.remove(compartment)
    try remembered.kept.forget(compartment, in: memory)
    try memory.forget(Memory.name(of: compartment))
  }

  func reader() -> CompartmentReader { CompartmentReader(vault: id, folder: folder) }

  /// Writes down what this machine has seen, so that the next command need not look again.
  func save() throws(VaultError) {
    for compartment in touched where index.entries[compartment]?.isClosed == false {
      // Keys or objects that made no whole compartment yet: kept until the rest arrives.
      try memory.remember(recall(compartment), of: compartment)
    }
    // What is noted as looked at must not reach the disk before what was seen.
    if hasNews || !touched.isEmpty { try memory.flush() }
    try memory.remember(index.encoded(), as: "index")
    if memory.recall("joined") == nil { try memory.remember([1], as: "joined") }
    try objects.save(at: now())
  }
}
