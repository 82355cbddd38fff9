import CPOSIX
package import SystemPackage

/// As long as it lives, `^C` does nothing, and what would end the process waits.
///
/// For the time in which something lies about that must be cleared away. A program run meanwhile is
/// told to hang up when this process is told to end.
package struct HeldSignals: ~Copyable {
  /// The corresponding C function is `sigaction`.
  package init() throws(Errno) { try outcome(of: conclave_hold_signals()) }

  deinit { conclave_release_signals() }
}
