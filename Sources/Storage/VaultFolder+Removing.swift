import POSIX
package import SystemPackage

extension VaultFolder {
  /// Removes objects; one that is not there is no error.
  ///
  /// One that cannot be removed does not keep the others: the first error is thrown at the end. The
  /// bytes may stay on the disk until something else is written over them.
  package func remove(_ names: [ObjectName], in area: Area) throws(StorageError) {
    try forEach(names, in: area, while: .removing) { (shard, name) throws(Errno) in
      try shard.remove(FileName(name))
    }
  }

  /// Moves objects into a folder outside the vault; one that is not there is no error.
  ///
  /// Each lies in `folder` under its 64 digits. One that lies there already with the same size is
  /// left as it is. On another file system an object is copied, flushed and removed, so that at every
  /// moment it is in one place at least.
  package func moveOut(
    _ names: [ObjectName], in area: Area, to folder: FilePath
  ) throws(StorageError) {
    try PrivateFolder.make(at: folder)
    let destination = try Self.openFolder(at: folder)
    try forEach(names, in: area, while: .renaming) { (shard, name) throws(Errno) in
      try shard.moveObject(name, to: destination)
    }
  }

  private static func openFolder(at path: FilePath) throws(StorageError) -> Folder {
    do throws(Errno) {
      return try Folder(at: path)
    } catch {
      throw StorageError(error, while: .opening)
    }
  }

  private func forEach(
    _ names: [ObjectName], in area: Area, while operation: StorageError.Operation,
    _ body: (borrowing Folder, ObjectName) throws(Errno) -> Void
  ) throws(StorageError) {
    var first: Errno?
    for (shard, names) in Dictionary(grouping: names, by: \.shard) {
      do throws(Errno) {
        guard let folder = try open(area, shard: shard) else { continue }
        for name in names {
          do throws(Errno) {
            try body(folder, name)
          } catch .noSuchFileOrDirectory {
            continue
          } catch {
            first = first ?? error
          }
        }
      } catch {
        first = first ?? error
      }
    }
    if let first { throw StorageError(first, while: operation) }
  }
}

extension Folder {
  private static let chunkByteCount = 1 << 20

  /// Moves an object to a folder that may be on another file system.
  func moveObject(_ object: ObjectName, to destination: borrowing Folder) throws(Errno) {
    let name = FileName(object)
    let status = try status(of: name)
    guard status.kind == .regular else { throw .isDirectory }
    if try destination.holdsObject(object, byteCount: status.byteCount) {
      try remove(name)
      return
    }
    do throws(Errno) {
      try move(name, to: name, in: destination)
    } catch .improperLink {
      try copy(name, to: destination)
      try remove(name)
    }
  }

  private func copy(_ name: FileName, to destination: borrowing Folder) throws(Errno) {
    let temporary = TemporaryName.forNewFile()
    let from = try RegularFile(name, in: self)
    let to = try NewFile(temporary, in: destination, mode: .privateFile)
    do throws(Errno) {
      while true {
        let chunk = try from.read(upTo: Self.chunkByteCount)
        guard !chunk.isEmpty else { break }
        try to.write(chunk)
      }
      try to.flush()
      try destination.move(temporary, to: name, in: destination)
    } catch {
      destination.removeTemporary(temporary)
      throw error
    }
    try destination.flush()
  }
}
