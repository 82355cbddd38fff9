import POSIX
import SystemPackage

extension Folder {
  /// Opens the folder called `name`, or nothing when nothing has that name.
  ///
  /// Throws `.notDirectory` when a link or a file is in its place.
  init?(_ name: FileName, ifPresentIn parent: borrowing Folder) throws(Errno) {
    do throws(Errno) {
      self = try Folder(name, in: parent)
    } catch .noSuchFileOrDirectory {
      return nil
    } catch .tooManySymbolicLinkLevels {
      throw .notDirectory
    }
  }

  /// What lies under `name`, or nothing when nothing does.
  func statusIfPresent(of name: FileName) throws(Errno) -> FileStatus? {
    do throws(Errno) {
      return try status(of: name)
    } catch .noSuchFileOrDirectory {
      return nil
    }
  }

  /// The kind of a listed entry, asked for where the folder does not say; nothing when it has gone.
  func kind(of entry: FolderEntry) throws(Errno) -> FileKind? {
    guard entry.kind == .unknown, let name = FileName(bytes: entry.name) else { return entry.kind }
    return try statusIfPresent(of: name)?.kind
  }
}

extension VaultFolder {
  /// Opens an area, or nothing when there is no such folder: a tool that copies files may leave out
  /// empty ones.
  func open(_ area: Area) throws(Errno) -> Folder? {
    try Folder(area.folderName, ifPresentIn: root)
  }

  /// Opens a shard of an area, or nothing when there is no such folder, or no folder.
  func open(_ area: Area, shard: UInt8) throws(Errno) -> Folder? {
    guard let folder = try open(area) else { return nil }
    do throws(Errno) {
      return try Folder(FileName(shard: shard), ifPresentIn: folder)
    } catch .notDirectory {
      return nil
    }
  }
}
