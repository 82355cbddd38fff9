import POSIX
package import SystemPackage

/// A file of this user's own, such as an identity, which nobody else may read.
///
/// Links on the way to the file are followed, because people keep such folders elsewhere. The file
/// itself is never a link.
package enum PrivateFile {
  /// The file's bytes.
  ///
  /// Throws `.missing`, `.notRegular` when it is a link or no file, and `.tooLarge` when there are
  /// more bytes than `limit`.
  package static func read(_ path: FilePath, limit: Int) throws(StorageError) -> [UInt8] {
    let found: Int
    do throws(Errno) {
      let file = try RegularFile(fileName(path), in: Folder(at: folderPath(path)))
      guard file.status.byteCount > limit else { return try file.read(upTo: limit) }
      found = file.status.byteCount
    } catch {
      throw StorageError(error, while: .reading)
    }
    throw .tooLarge(limit: limit, found: found)
  }

  /// Writes the file, readable by its owner alone, and waits until it is on the disk.
  ///
  /// Without `durably` it does not wait: after a loss of power the old file or none may be there.
  /// At every moment the path stands for the old file or the new one, whole. Throws `.exists` when
  /// there is one and it is not to be replaced, and `.notRegular` when something other than a file is
  /// in its place. Folders that are missing are made.
  package static func write(
    _ bytes: [UInt8], to path: FilePath, replacing: Bool, durably: Bool = true
  ) throws(StorageError) {
    try PrivateFolder.make(at: folderPath(path))
    do throws(Errno) {
      let folder = try Folder(at: folderPath(path))
      let name = try fileName(path)
      switch try folder.statusIfPresent(of: name)?.kind {
      case nil: break
      case .regular? where replacing: break
      case .regular?: throw Errno.fileExists
      case _?: throw Errno.tooManySymbolicLinkLevels
      }
      try folder.writeAtomically(
        bytes, to: name, mode: .privateFile, replacing: replacing, durably: durably)
    } catch {
      throw StorageError(error, while: .writing)
    }
  }

  /// Removes the file, and waits until that is on the disk; one that is not there is no error.
  package static func remove(_ path: FilePath) throws(StorageError) {
    do throws(Errno) {
      let folder = try Folder(at: folderPath(path))
      try folder.remove(fileName(path))
      try folder.flush()
    } catch .noSuchFileOrDirectory {
      return
    } catch {
      throw StorageError(error, while: .removing)
    }
  }

  private static func folderPath(_ path: FilePath) -> FilePath {
    let folder = path.removingLastComponent()
    return folder.isEmpty ? "." : folder
  }

  private static func fileName(_ path: FilePath) throws(Errno) -> FileName {
    guard let name = FileName(lastOf: path) else { throw .isDirectory }
    return name
  }
}
