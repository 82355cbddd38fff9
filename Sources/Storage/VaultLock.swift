import POSIX
package import SystemPackage

/// The right to be the only one on this machine who writes into a vault.
///
/// Ends with this value, and with the process, however that ends. It holds back only those who ask
/// for it, and may hold back nobody on another machine that has the same folder.
package struct VaultLock: ~Copyable, Sendable {
  private let folder: Folder
  private static let pause: Int64 = 50_000_000

  /// Waits for the lock on the folder at `path`, at most that many seconds, and takes it.
  ///
  /// Serves for any folder that several processes write into. `onWait` is called once, when it is
  /// clear that there is something to wait for. Throws `.busy` when the time is over, and
  /// `.interrupted` when `^C` is pressed and ``Interrupt`` is watching.
  package init(
    on path: FilePath, waiting seconds: Double, onWait: () -> Void = {}
  ) throws(StorageError) {
    do throws(Errno) {
      try self.init(Folder(at: path), waiting: seconds, onWait: onWait)
    } catch {
      throw StorageError(error, while: .locking)
    }
  }

  fileprivate init(
    _ folder: consuming Folder, waiting seconds: Double, onWait: () -> Void
  ) throws(Errno) {
    let end = SystemClock.monotonicNanoseconds + Int64(seconds * 1_000_000_000)
    var hasWaited = false
    while try !folder.tryLock() {
      let rest = end - SystemClock.monotonicNanoseconds
      guard rest > 0 else { throw .wouldBlock }
      guard !Interrupt.isRequested else { throw .interrupted }
      if !hasWaited { onWait() }
      hasWaited = true
      SystemClock.wait(nanoseconds: min(rest, Self.pause))
    }
    self.folder = folder
  }
}

extension VaultFolder {
  /// Waits for the vault's lock, at most that many seconds, and takes it; see ``VaultLock``.
  package func lock(
    waiting seconds: Double, onWait: () -> Void = {}
  ) throws(StorageError) -> VaultLock {
    do throws(Errno) {
      // Opened again, because a lock belongs to one opening of the folder.
      return try VaultLock(Folder(again: root), waiting: seconds, onWait: onWait)
    } catch {
      throw StorageError(error, while: .locking)
    }
  }
}

extension Folder {
  fileprivate func tryLock() throws(Errno) -> Bool {
    do throws(Errno) {
      try lock()
      return true
    } catch .wouldBlock {
      return false
    }
  }
}
