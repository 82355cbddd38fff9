import POSIX
import Synchronization
import SystemPackage

extension VaultFolder {
  /// Up to this many objects are flushed one by one.
  ///
  /// Flushing a file system also waits for what other programs have written, flushing a file does
  /// not, but takes its time for each.
  static let fewObjects = 4

  /// Stores objects, each of them whole or not at all, even if the power fails.
  ///
  /// An object that is there already is left as it is, unless its size is another: then what is there
  /// is half an object, or none, and is replaced. A folder in the way is set aside.
  ///
  /// When this throws, some of the objects may have been stored, and the others have left nothing.
  /// When it returns and `durably` holds, all of them survive a power failure; otherwise that may
  /// take until the system next writes its caches. Nothing is promised about the order in which they
  /// appear: what must come after the others is put after the others, on its own.
  package func put(_ objects: [StoredObject], durably: Bool) throws(StorageError) {
    let oneByOne = objects.count <= Self.fewObjects
    var written: [WrittenObject] = []
    do throws(Errno) {
      let places = Dictionary(grouping: objects) { Place(area: $0.area, shard: $0.name.shard) }
      for (place, objects) in places {
        try write(objects, at: place, flushing: oneByOne, durably: durably, noting: &written)
      }
      if !oneByOne && !written.isEmpty { try flushFileSystem() }
      while let object = written.last {
        try name(object)
        written.removeLast()
      }
      guard durably else { return }
      if oneByOne {
        for place in places.keys { try flushFolders(of: place) }
      } else {
        try flushFileSystem()
      }
    } catch {
      removeTemporaries(of: written)
      throw StorageError(error, while: .writing)
    }
  }

  /// Stores an object without waiting for the disk; several threads may do so at once.
  ///
  /// It is whole or not there, unless the power fails before ``flush()`` returns.
  package func putUnflushed(_ object: StoredObject) throws(StorageError) {
    let place = Place(area: object.area, shard: object.name.shard)
    var written: [WrittenObject] = []
    do throws(Errno) {
      try write([object], at: place, flushing: false, durably: false, noting: &written)
      while let object = written.last {
        try name(object)
        written.removeLast()
      }
    } catch {
      removeTemporaries(of: written)
      throw StorageError(error, while: .writing)
    }
  }

  /// Waits until everything stored is on the disk.
  package func flush() throws(StorageError) {
    do throws(Errno) {
      try flushFileSystem()
    } catch {
      throw StorageError(error, while: .flushing)
    }
  }

  /// Where objects lie that are written together.
  private struct Place: Hashable {
    let area: Area
    let shard: UInt8
  }

  /// An object that lies under a temporary name.
  private struct WrittenObject {
    let name: ObjectName
    let place: Place
    let byteCount: Int
    let temporaryName: FileName
  }

  private func write(
    _ objects: [StoredObject], at place: Place, flushing: Bool, durably: Bool,
    noting written: inout [WrittenObject]
  ) throws(Errno) {
    let folder = try openForWriting(place)
    try removeLeftovers(in: folder)
    for object in objects {
      if try folder.holdsObject(object.name, byteCount: object.bytes.count) {
        // Whoever stored it may not have waited for the disk.
        if flushing && durably {
          try RegularFile(FileName(object.name), in: folder).flush()
          noteFlush()
        }
        continue
      }
      let temporaryName = try folder.writeTemporary(
        object.bytes, mode: folderMode.forFiles, flushing: flushing)
      if flushing { noteFlush() }
      written.append(
        WrittenObject(
          name: object.name, place: place, byteCount: object.bytes.count,
          temporaryName: temporaryName))
    }
  }

  /// Gives a written object its name.
  private func name(_ object: WrittenObject) throws(Errno) {
    let folder = try openForWriting(object.place)
    let name = FileName(object.name)
    do throws(Errno) {
      try folder.moveWithoutReplacing(object.temporaryName, to: name, in: folder)
    } catch .fileExists {
      if try folder.holdsObject(object.name, byteCount: object.byteCount) {
        folder.removeTemporary(object.temporaryName)
        return
      }
      if try folder.statusIfPresent(of: name)?.kind == .folder { try folder.setAside(name) }
      try folder.move(object.temporaryName, to: name, in: folder)
    }
  }

  private func openForWriting(_ place: Place) throws(Errno) -> Folder {
    let area = try root.openOrMakeFolder(place.area.folderName, mode: folderMode)
    let shard = FileName(shard: place.shard)
    do throws(Errno) {
      return try area.openOrMakeFolder(shard, mode: folderMode)
    } catch .notDirectory {
      try area.setAside(shard)
      return try area.openOrMakeFolder(shard, mode: folderMode)
    }
  }

  /// Removes what a process that was stopped left behind an hour ago or more.
  private func removeLeftovers(in folder: borrowing Folder) throws(Errno) {
    for entry in try folder.entries() where TemporaryName.isUnfinished(entry.name) {
      guard let name = FileName(bytes: entry.name),
        let status = try folder.statusIfPresent(of: name), status.kind == .regular,
        abs(now() - status.modified / 1_000_000_000) > 3_600
      else { continue }
      folder.removeTemporary(name)
    }
  }

  private func removeTemporaries(of written: [WrittenObject]) {
    for object in written {
      do throws(Errno) {
        guard let folder = try open(object.place.area, shard: object.place.shard) else { continue }
        folder.removeTemporary(object.temporaryName)
      } catch {
        // It stays as a leftover, which a later write removes.
      }
    }
  }

  private func flushFileSystem() throws(Errno) {
    try root.flushFileSystem()
    noteFlush()
  }

  private func flushFolders(of place: Place) throws(Errno) {
    guard let area = try open(place.area),
      let shard = try open(place.area, shard: place.shard)
    else { throw .noSuchFileOrDirectory }
    try shard.flush()
    try area.flush()
    try root.flush()
    noteFlush()
  }

  private func noteFlush() {
    flushed.add(1, ordering: .relaxed)
  }
}

extension Folder {
  /// Whether a file of that size has the object's name.
  func holdsObject(_ name: ObjectName, byteCount: Int) throws(Errno) -> Bool {
    guard let status = try statusIfPresent(of: FileName(name)) else { return false }
    return status.kind == .regular && status.byteCount == byteCount
  }
}
