import CPOSIX
package import SystemPackage

/// Keeping a process's memory to itself.
package enum ProcessGuard {
  /// Allows no core file and no debugger of the same user, and no crash report with memory in it.
  ///
  /// The first thing `main` does. Does not keep out root, nor anybody who was attached before. The
  /// corresponding C functions are `prctl` with `PR_SET_DUMPABLE`, `setrlimit` with `RLIMIT_CORE`, and
  /// `signal` with `SIG_DFL`, because Swift's own crash handler prints memory.
  package static func raise() throws(Errno) {
    try outcome(of: conclave_forbid_dumps())
    try ResourceLimit.coreFile.set(0)
    try outcome(of: conclave_reset_crash_signals())
  }
}

/// How much of something the kernel lets this process have.
package enum ResourceLimit: CInt, Sendable {
  case coreFile = 0
  case fileSize = 1
  case openFiles = 2
  case lockedMemory = 3

  /// The limit now.
  ///
  /// The corresponding C function is `getrlimit`.
  package func current() throws(Errno) -> Int {
    try outcome(of: conclave_get_limit(rawValue))
  }

  /// Sets the limit, as far as the kernel lets it be raised.
  ///
  /// The corresponding C function is `setrlimit`.
  package func set(_ limit: UInt64) throws(Errno) {
    try outcome(of: conclave_set_limit(rawValue, limit))
  }
}
