import Defences
import Sealing
import Storage

/// Writing is all or nothing: what a command adds is first written whole into the memory, then into
/// the vault. Killed in between, the next command finishes; killed before, nothing happened.
extension VaultCopy {
  /// Adds objects and grants to the vault.
  ///
  /// The order in which they appear is of no consequence: each is whole, and `put` flushes once.
  func put(_ added: [StoredObject]) throws(VaultError) {
    guard !added.isEmpty else { return }
    guard added.count > 1 else { return try write(added) }
    try memory.remember(encode(added), as: outbox, durably: true)
    do {
      try write(added)
    } catch {
      // The store puts nothing under its name before all of it is written: then nothing happened, and
      // nothing must happen later. When some of it is there, the next command finishes.
      let hasBegun = added.contains { (try? folder.contains($0.name, in: $0.area)) == true }
      if !hasBegun { try memory.forget(outbox) }
      throw error
    }
    try memory.forget(outbox)
  }

  /// Adds objects that count for nothing until a later one commits them.
  func putUncommitted(_ added: [StoredObject]) throws(VaultError) { try write(added) }

  /// Waits until pieces that were written without waiting are on the disk.
  func flushPieces() throws(VaultError) {
    do throws(StorageError) {
      try folder.flush()
    } catch {
      throw .storage(error, .vault)
    }
  }

  private func write(_ added: [StoredObject]) throws(VaultError) {
    do throws(StorageError) {
      try folder.put(added, durably: true)
    } catch {
      hasFailedToWrite = true
      throw .storage(error, .vault)
    }
    for object in added {
      objects.add(object.name, in: object.area)
      index.superseded.remove(MemoryIndex.ObjectID(object.name.bytes))
    }
  }

  /// Finishes what a killed command had decided to write.
  func finishOutbox() throws(VaultError) {
    guard Defence.outboxIsFinished.stands, let bytes = memory.recall(outbox) else { return }
    // An outbox that does not decode was never whole, and its command never took effect.
    if let added = decode(bytes) {
      do throws(StorageError) {
        try folder.put(added, durably: true)
      } catch {
        throw .storage(error, .vault)
      }
    }
    try memory.forget(outbox)
  }

  private var outbox: String { "outbox/" + objects.place }

  /// Where objects taken out of the vault lie for thirty days.
  var quarantine: Quarantine { memory.quarantine(at: now) }

  /// Whether a day has gone by since things too old to keep were last looked for.
  var isSweepDue: Bool { now() >= index.lastSwept + 86_400 }

  /// Forgets what has been in quarantine for too long; looks once a day.
  func sweepQuarantine() throws(VaultError) {
    guard isSweepDue else { return }
    do throws(StorageError) {
      try quarantine.forgetExpired()
    } catch {
      throw .storage(error, .memory)
    }
    index.lastSwept = now()
  }

  /// Takes superseded objects out of the vault, into the quarantine.
  func takeOut(_ names: [ObjectName]) throws(VaultError) {
    guard !names.isEmpty else { return }
    do throws(StorageError) {
      try quarantine.take(names, in: .objects, from: folder)
    } catch {
      throw .storage(error, .vault)
    }
    for name in names {
      objects.remove(name, in: .objects)
      index.superseded.insert(MemoryIndex.ObjectID(name.bytes))
    }
  }

  /// Removes objects for good: what was erased does not go into the quarantine.
  func destroy(_ names: [ObjectName]) throws(VaultError) {
    guard !names.isEmpty else { return }
    do throws(StorageError) {
      try folder.remove(names, in: .objects)
      try quarantine.forget(Set(names), in: .objects)
    } catch {
      throw .storage(error, .vault)
    }
    for name in names {
      objects.remove(name, in: .objects)
      index.superseded.insert(MemoryIndex.ObjectID(name.bytes))
    }
  }

  private func encode(_ added: [StoredObject]) -> [UInt8] {
    var writer = ByteWriter()
    for object in added {
      writer.write(object.area.rawValue)
      writer.write(object.bytes)
    }
    return writer.bytes
  }

  private func decode(_ bytes: [UInt8]) -> [StoredObject]? {
    var reader = ByteReader(bytes)
    var added: [StoredObject] = []
    while !reader.isAtEnd {
      guard let text = try? reader.takeText(limit: 32), let area = Area(rawValue: text),
        let bytes = try? reader.takeField(limit: CompartmentReader.objectByteLimit)
      else { return nil }
      added.append(StoredObject(ObjectName(bytes: ObjectDigest.of(bytes)), in: area, bytes: bytes))
    }
    return added
  }
}
