import CSodium
import Glibc

/// What keeps a process's memory out of files that outlive it.
package enum ProcessHardening {
  /// Forbids core dumps and tracing by others, and takes back the crash handlers; first thing in `main`.
  ///
  /// Swift's crash handler would print the memory at each register. None of this keeps out the system's
  /// administrator, or somebody who was tracing the process already.
  ///
  /// - Returns: whether all of it took effect.
  ///
  /// The corresponding C functions are `setrlimit`, `prctl`, `sigaction` and `sodium_init`.
  @discardableResult
  package static func apply() -> Bool {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    var worked = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none) == 0
    worked = conclave_forbid_dumping() == 0 && worked
    for crash in [SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE] {
      // All zero: the default action, no flags, nothing blocked.
      var action = sigaction()
      worked = unsafe sigaction(crash, &action, nil) == 0 && worked
    }
    Library.prepare()
    return worked
  }
}
