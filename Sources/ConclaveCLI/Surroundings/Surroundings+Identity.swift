import POSIX
import Sealing
import Sodium
import Storage
import SystemPackage

extension Surroundings {
  /// Where this person's identity file is, or would be.
  func identityPath() throws(Failure) -> FilePath {
    if let given = options.identity { return FilePath(given) }
    if let set = settings.identity { return set }
    guard let folder = settings.configFolder else { throw .noConfigFolder }
    return folder.appending("identity")
  }

  /// Whether something lies where the identity file belongs.
  func hasIdentity() throws(Failure) -> Bool { try identityStatus() != nil }

  /// Reads what is readable of the identity file, its card; the secrets stay sealed.
  func readIdentityFile() throws(Failure) -> IdentityFile {
    let path = try identityPath()
    let bytes: [UInt8]
    do throws(StorageError) {
      bytes = try PrivateFile.read(path, limit: IdentityFile.byteLimit)
    } catch {
      throw Failure(error, identity: path)
    }
    let file: IdentityFile
    do throws(IdentityFileError) {
      file = try IdentityFile(decoding: bytes)
    } catch {
      throw Failure(error, path: path)
    }
    if let status = try identityStatus(), status.mode.isShared { warn(.identityShared(path)) }
    return file
  }

  /// Opens the identity with its passphrase, which on a terminal may be mistyped twice.
  func openIdentity() throws(Failure) -> Identity {
    try open(readIdentityFile())
  }

  func open(_ file: IdentityFile) throws(Failure) -> Identity {
    let attempts = options.passphraseFile == nil ? Self.attempts : 1
    for attempt in 1...attempts {
      let passphrase = try passphrase(.passphrase(for: file.card.name))
      do throws(IdentityFileError) {
        return try file.open(with: passphrase)
      } catch .notAuthentic where attempt < attempts {
        tell(.wrongPassphraseAgain)
      } catch {
        throw Failure(error, path: try identityPath())
      }
    }
    throw Failure(.notAuthentic, path: try identityPath())
  }

  private func identityStatus() throws(Failure) -> FileStatus? {
    let path = try identityPath()
    guard let name = FileName(lastOf: path) else { return nil }
    let folder = path.removingLastComponent()
    do throws(Errno) {
      return try Folder(at: folder.isEmpty ? "." : folder).status(of: name)
    } catch {
      // Whatever is wrong, reading or writing the file says it better.
      return nil
    }
  }
}
