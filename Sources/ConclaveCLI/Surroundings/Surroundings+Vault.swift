import Casework
import Sealing
import Storage
import SystemPackage
import Vault

extension Surroundings {
  /// The folder of the vault a command is about: given, set, or the nearest one above.
  func vaultPath() throws(Failure) -> FilePath {
    if let given = options.vault { return FilePath(given) }
    if let set = settings.vault { return set }
    guard let start = settings.workingFolder else { throw .noVault }
    let found: FilePath?
    do throws(StorageError) {
      found = try VaultFolder.find(from: start)
    } catch {
      throw Failure(error, file: start)
    }
    guard let found else { throw .noVault }
    return found
  }

  /// Opens the vault with the person's keys; asks for the passphrase unless `identity` is open.
  func openVault(as identity: Identity? = nil) throws(Failure) -> VaultSession {
    let path = try vaultPath()
    let holder: Identity
    if let identity { holder = identity } else { holder = try openIdentity() }
    return try open(at: path) { settings throws(VaultError) in
      try OpenVault(settings, for: holder)
    }
  }

  /// Opens the vault, does one thing in it, and closes it.
  func withVault<Result, Cause: FailureCause>(
    as identity: Identity? = nil, _ body: (OpenVault) throws(Cause) -> Result
  ) throws(Failure) -> Result {
    let session = try openVault(as: identity)
    let result = try session.attempt(body)
    try session.close()
    return result
  }

  /// A session with the vault that `opening` makes or finds in `path`.
  func open<Cause: FailureCause>(
    at path: FilePath, by opening: (OpenVault.Settings) throws(Cause) -> OpenVault
  ) throws(Failure) -> VaultSession {
    let progress = progress()
    let settings = try vaultSettings(at: path, showing: progress)
    do throws(Cause) {
      let vault = try opening(settings)
      progress.finish()
      return VaultSession(vault, in: self, progress: progress)
    } catch {
      progress.finish()
      throw error.failure
    }
  }

  private func vaultSettings(
    at path: FilePath, showing progress: Progress
  ) throws(Failure) -> OpenVault.Settings {
    guard let memories = settings.stateFolder else { throw .noStateFolder }
    var vaultSettings = OpenVault.Settings(vault: path, memories: memories)
    let clock = clock
    vaultSettings.now = { clock().secondsSince1970 }
    let surroundings = self
    vaultSettings.progress = { step, done, total in
      if case .waiting = step {
        surroundings.say(.waitingForVault)
      } else {
        progress.update(.step(step), done: done, of: total)
      }
    }
    return vaultSettings
  }
}
