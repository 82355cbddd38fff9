import CPOSIX
package import SystemPackage

/// Whether somebody has pressed `^C`.
///
/// Long work asks at points where it can stop with everything in order. A second `^C` ends the
/// program at once.
package enum Interrupt {
  /// Notes the next `^C` instead of ending the program.
  ///
  /// The corresponding C function is `sigaction`.
  package static func watch() throws(Errno) {
    conclave_interrupt_clear()
    try outcome(of: conclave_interrupt_watch())
  }

  /// Whether `^C` was pressed since ``watch()``.
  package static var isRequested: Bool { conclave_interrupt_requested() != 0 }
}
