import CSodium
import Glibc

/// What keeps a process's memory out of files that outlive it.
package enum ProcessHardening {
  private static let crashes = [SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE]

  /// Forbids core dumps and tracing by others, and takes back the crash handlers; first thing in `main`.
  ///
  /// Swift's crash handler would print the memory at each register. None of this keeps out the system's
  /// administrator, or somebody who was tracing the process already.
  ///
  /// The corresponding C functions are `setrlimit`, `prctl`, `sigaction` and `sodium_init`.
  ///
  /// - Returns: Whether all of it took effect.
  @discardableResult
  package static func apply() -> Bool {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    _ = conclave_forbid_dumping()
    for crash in crashes {
      // All zero: the default action, no flags, nothing blocked.
      var action = sigaction()
      _ = unsafe sigaction(crash, &action, nil)
    }
    Library.prepare()
    return isInEffect
  }

  /// Whether this process leaves no core dump, cannot be traced by others, and handles no crash itself.
  package static var isInEffect: Bool {
    var cores = rlimit(rlim_cur: 1, rlim_max: 1)
    guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &cores) == 0 else {
      return false
    }
    let crashesAreHandled = crashes.contains { crash in
      var action = sigaction()
      let status = unsafe sigaction(crash, nil, &action)
      return unsafe status != 0 || action.__sigaction_handler.sa_handler != nil
    }
    return cores.rlim_max == 0 && conclave_may_be_dumped() == 0 && !crashesAreHandled
  }
}
