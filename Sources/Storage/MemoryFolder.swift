package import POSIX
package import SystemPackage

/// A folder in memory that only its owner may enter, for a text on its way through another program.
///
/// Its name says nothing. Everything in it is overwritten and removed when the value ends.
package struct MemoryFolder: ~Copyable {
  /// Where it is, for the other program.
  package let path: FilePath
  private let folder: Folder

  private init(path: FilePath, folder: consuming Folder) {
    self.path = path
    self.folder = folder
  }

  /// Makes one in the first of `places` that is kept in memory; nil when none is.
  package static func make(inOneOf places: [FilePath]) throws(StorageError) -> MemoryFolder? {
    for place in places where place.isAbsolute && isInMemory(place) {
      let bytes = (0..<8).map { _ in UInt8.random(in: 0...255) }
      let path = place.appending(Hex.string(bytes))
      do throws(Errno) {
        try Folder.make(at: path, mode: .privateFolder)
        return MemoryFolder(path: path, folder: try Folder(at: path))
      } catch {
        throw StorageError(error, while: .writing)
      }
    }
    return nil
  }

  /// A place that is not there, or not ours to look at, is none.
  private static func isInMemory(_ place: FilePath) -> Bool {
    do throws(Errno) { return try Folder(at: place).isInMemory() } catch { return false }
  }

  /// Writes a new file, readable by its owner alone.
  package func write(_ bytes: [UInt8], to name: FileName) throws(StorageError) {
    do throws(Errno) {
      try NewFile(name, in: folder, mode: .privateFile).write(bytes)
    } catch {
      throw StorageError(error, while: .writing)
    }
  }

  /// What stands in a file now.
  package func read(_ name: FileName, limit: Int) throws(StorageError) -> [UInt8] {
    let found: Int
    do throws(Errno) {
      let file = try RegularFile(name, in: folder)
      guard file.status.byteCount > limit else { return try file.read(upTo: limit) }
      found = file.status.byteCount
    } catch {
      throw StorageError(error, while: .reading)
    }
    throw .tooLarge(limit: limit, found: found)
  }

  deinit {
    Self.empty(folder, depth: 8)
    // What cannot be removed lies in memory, and is empty.
    do throws(Errno) {
      guard let name = FileName(lastOf: path) else { return }
      try Folder(at: path.removingLastComponent()).removeFolder(name)
    } catch {}
  }

  /// Clears away whatever the other program left, folders of its own included.
  private static func empty(_ folder: borrowing Folder, depth: Int) {
    guard depth > 0 else { return }
    do throws(Errno) {
      for entry in try folder.entries() {
        guard let name = FileName(bytes: entry.name) else { continue }
        do throws(Errno) {
          try folder.wipe(name)
        } catch .isDirectory {
          empty(try Folder(name, in: folder), depth: depth - 1)
          try folder.removeFolder(name)
        }
      }
    } catch {}
  }
}
