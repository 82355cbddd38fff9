import POSIX
package import SystemPackage

/// A folder that only its owner may enter.
package enum PrivateFolder {
  /// Makes the folder, and those above it that are missing.
  ///
  /// A folder that exists keeps the rights it has.
  package static func make(at path: FilePath) throws(StorageError) {
    do throws(Errno) {
      try makeAll(path)
    } catch {
      throw StorageError(error, while: .writing)
    }
  }

  /// Waits until everything written into the folder's file system is on the disk.
  package static func flush(at path: FilePath) throws(StorageError) {
    do throws(Errno) {
      try Folder(at: path).flushFileSystem()
    } catch {
      throw StorageError(error, while: .flushing)
    }
  }

  private static func makeAll(_ path: FilePath) throws(Errno) {
    guard !path.isEmpty else { return }
    do throws(Errno) {
      try Folder.make(at: path, mode: .privateFolder)
    } catch .fileExists {
      return
    } catch .noSuchFileOrDirectory {
      let parent = path.removingLastComponent()
      guard parent != path, !parent.isEmpty else { throw .noSuchFileOrDirectory }
      try makeAll(parent)
      try Folder.make(at: path, mode: .privateFolder)
    }
  }
}
