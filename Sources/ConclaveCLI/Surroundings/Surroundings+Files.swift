import POSIX
import SystemPackage

extension Surroundings {
  /// Writes a new file that everybody may read; one that is there is never overwritten.
  ///
  /// For what is public anyway. On an error nothing is left behind. What is confidential goes
  /// through `PrivateFile`.
  func writePublicFile(_ text: String, to path: FilePath) throws(Failure) {
    guard let name = FileName(lastOf: path) else { throw Failure(.isDirectory, writing: path) }
    let folderPath = path.removingLastComponent()
    do throws(Errno) {
      let folder = try Folder(at: folderPath.isEmpty ? "." : folderPath)
      let file = try NewFile(name, in: folder, mode: AccessRights(bits: 0o644))
      do throws(Errno) {
        try file.write(Array(text.utf8))
        try file.flush()
      } catch {
        try folder.remove(name)
        throw error
      }
    } catch {
      throw Failure(error, writing: path)
    }
  }
}
