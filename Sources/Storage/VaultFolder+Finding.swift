import POSIX
package import SystemPackage

extension VaultFolder {
  /// The nearest folder that is a vault, from `start` upwards, or nothing; `start` is absolute.
  ///
  /// A file that happens to be called `conclave`, such as this program, is not taken for a marker:
  /// it is not one short line.
  package static func find(from start: FilePath) throws(StorageError) -> FilePath? {
    var path = start.lexicallyNormalized()
    while true {
      do throws(Errno) {
        let folder = try Folder(at: path)
        if try isVault(folder) { return path }
      } catch .noSuchFileOrDirectory, .notDirectory, .permissionDenied {
        // Not a folder one can look into, but one above it may be a vault.
      } catch {
        throw StorageError(error, while: .opening)
      }
      let parent = path.removingLastComponent()
      guard parent != path, !parent.isEmpty else { return nil }
      path = parent
    }
  }

  private static func isVault(_ folder: borrowing Folder) throws(Errno) -> Bool {
    do throws(StorageError) {
      return try readMarker(in: folder) != nil
    } catch {
      throw .permissionDenied
    }
  }
}
