import Defences
package import POSIX
package import SystemPackage

/// A file of this user's own that grows under a temporary name and gets its own when it is whole.
///
/// Whoever reads the folder never sees half a file under the final name, and a file that has that
/// name already is never replaced. What was not finished is removed with this value; only a process
/// that is killed leaves it behind, under a name that says what it is and readable by its owner alone.
package final class GrowingFile {
  /// Where a file is to be.
  package struct Target: Hashable, Sendable {
    package let folder: FilePath
    package let name: FileName

    package var path: FilePath {
      guard let component = FilePath.Component(String(decoding: name.bytes, as: UTF8.self)) else {
        return folder
      }
      return folder == "." ? FilePath(root: nil, [component]) : folder.appending(component)
    }

    /// The path itself, or, when it is a folder or there is none, the file called `name` in it or in
    /// `standard`.
    ///
    /// Throws `.exists` when the path is anything else that is there: a file, or a link wherever it
    /// leads.
    package init(
      _ path: FilePath?, orIn standard: FilePath, named name: String
    ) throws(StorageError) {
      guard let safe = FileName(name) else { throw .notRegular }
      guard let path, let last = FileName(lastOf: path) else {
        folder = path ?? standard
        self.name = safe
        return
      }
      let parent = path.removingLastComponent()
      let kind: FileKind?
      do throws(Errno) {
        kind = try Folder(at: parent.isEmpty ? "." : parent).statusIfPresent(of: last)?.kind
      } catch {
        throw StorageError(error, while: .opening)
      }
      switch kind {
      case nil: (folder, self.name) = (parent.isEmpty ? "." : parent, last)
      case .folder?: (folder, self.name) = (path, safe)
      case _?:
        guard !Defence.nothingIsReplaced.stands else { throw .exists }
        (folder, self.name) = (parent.isEmpty ? "." : parent, last)
      }
    }
  }

  private let folder: Folder
  private let file: NewFile
  private let temporary: FileName
  private var isFinished = false

  /// Begins a file in the folder at a path that a person named; links on the way are followed.
  package init(in path: FilePath) throws(StorageError) {
    do throws(Errno) {
      folder = try Folder(at: path.isEmpty ? "." : path)
      temporary = TemporaryName.forNewFile()
      file = try NewFile(temporary, in: folder, mode: .privateFile)
    } catch {
      throw StorageError(error, while: .writing)
    }
  }

  deinit {
    if !isFinished { folder.removeTemporary(temporary) }
  }

  /// Writes `bytes` after what was written before.
  package func write(_ bytes: [UInt8]) throws(StorageError) {
    do throws(Errno) {
      try file.write(bytes)
    } catch {
      throw StorageError(error, while: .writing)
    }
  }

  /// Whether anything has that name in the folder, a link that leads nowhere included.
  package func isTaken(_ name: FileName) throws(StorageError) -> Bool {
    guard Defence.nothingIsReplaced.stands else { return false }
    do throws(Errno) {
      return try folder.statusIfPresent(of: name) != nil
    } catch {
      throw StorageError(error, while: .reading)
    }
  }

  /// Waits for the disk, then gives the file its name.
  ///
  /// Throws `.exists` when anything has that name; another may then be given.
  package func finish(as name: FileName) throws(StorageError) {
    do throws(Errno) {
      try file.flush()
      if Defence.nothingIsReplaced.stands {
        try folder.moveWithoutReplacing(temporary, to: name, in: folder)
      } else {
        try folder.move(temporary, to: name, in: folder)
      }
      isFinished = true
      try folder.flush()
    } catch {
      throw StorageError(error, while: .writing)
    }
  }

  /// Gives what there is of the file a name that ends with `.partial`, and a number when that is
  /// taken.
  package func finishPartial(of target: Target) throws(StorageError) -> FilePath {
    for number in 1..<100 {
      let ending = number == 1 ? ".partial" : ".\(number).partial"
      let stem = target.name.bytes.prefix(240)
      guard let name = FileName(bytes: stem + Array(ending.utf8)) else { continue }
      do throws(StorageError) {
        try finish(as: name)
        return try Target(
          nil, orIn: target.folder, named: String(decoding: name.bytes, as: UTF8.self)
        ).path
      } catch .exists {
        continue
      }
    }
    throw .exists
  }
}
