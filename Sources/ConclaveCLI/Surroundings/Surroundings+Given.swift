import POSIX
import Storage
import SystemPackage

extension Surroundings {
  /// Public text that was given as itself, as a file, or as `-` for standard input.
  ///
  /// A card or an invitation is told from the name of a file by `prefix`, with which it begins, and
  /// by its length.
  func readGiven(_ given: String, marked prefix: String) throws(Failure) -> String {
    if given == "-" {
      guard options.passphraseFile != "-" else { throw .inputTakenTwice }
      do throws(Errno) {
        return String(decoding: try console.readAll(limit: Self.givenByteLimit), as: UTF8.self)
      } catch {
        throw .unreadableInput(error)
      }
    }
    if given.utf8.count > Self.shortestGiven, given.contains(prefix) { return given }
    let path = FilePath(given)
    do throws(StorageError) {
      let bytes = try PrivateFile.read(path, limit: Self.givenByteLimit)
      return String(decoding: bytes, as: UTF8.self)
    } catch {
      throw Failure(error, file: path)
    }
  }

  /// No card or invitation is shorter than its keys and signature; the name of a file usually is.
  private static var shortestGiven: Int { 150 }

  /// What is given may stand in a mail with other text.
  private static var givenByteLimit: Int { 1 << 20 }
}
