import Glibc
import POSIX
import Storage
import SystemPackage
import Testing

@Suite struct LockTests {
  @Test func `one at a time holds the lock, and gives it back at the end`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    do {
      let held = try vault.lock(waiting: 0)
      #expect(throws: StorageError.busy) { try take(vault, waiting: 0) }
      _ = consume held
    }
    try take(vault, waiting: 0)
  }

  @Test func `who waits is told once, and gives up when the time is over`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    let held = try vault.lock(waiting: 0)
    var told = 0
    let start = SystemClock.monotonicNanoseconds
    #expect(throws: StorageError.busy) { try take(vault, waiting: 0.3) { told += 1 } }
    let waited = SystemClock.monotonicNanoseconds - start
    #expect(told == 1)
    #expect(waited >= 300_000_000)
    _ = consume held
    try take(vault, waiting: 0.3) { told += 1 }
    #expect(told == 1)
  }

  @Test func `the lock of a process that is killed is free again`() async throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    let path = vault.path.string
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
      let held = try VaultFolder(opening: FilePath(path)).lock(waiting: 0)
      Process.send(SIGKILL)
      Process.wait { false }
      _ = consume held
    }
    try take(vault, waiting: 0)
  }

  @Test func `the lock keeps out other programs, and they keep out us, until they end`() throws {
    let scratch = try Scratch()
    let vault = try scratch.vault()
    let holder = Process.startHolder(of: vault.path)
    Process.wait { isBusy(vault) }
    #expect(isBusy(vault))
    Process.end(holder)
    #expect(!isBusy(vault))
  }

  @Test func `a wait ends at a pressed interrupt`() async {
    await #expect(processExitsWith: .success) {
      let scratch = try Scratch()
      let vault = try scratch.vault()
      let held = try vault.lock(waiting: 0)
      try Interrupt.watch()
      #expect(throws: StorageError.interrupted) {
        let second = try vault.lock(waiting: 60) { Process.send(SIGINT) }
        _ = consume second
      }
      _ = consume held
    }
  }

  private func isBusy(_ vault: VaultFolder) -> Bool {
    do throws(StorageError) {
      try take(vault, waiting: 0)
      return false
    } catch {
      return error == .busy
    }
  }

  private func take(
    _ vault: VaultFolder, waiting seconds: Double, onWait: () -> Void = {}
  ) throws(StorageError) {
    let lock = try vault.lock(waiting: seconds, onWait: onWait)
    _ = consume lock
  }
}
