import CPOSIX
import SystemPackage

/// An open file or folder, closed when the value ends.
///
/// A descriptor is never inherited by programs started later (`O_CLOEXEC`).
struct Descriptor: ~Copyable, Sendable {
  let number: CInt

  /// Takes over a descriptor that a call has just returned.
  init(owning returned: CInt) throws(Errno) {
    number = CInt(try outcome(of: returned))
  }

  /// The corresponding C function is `close`.
  deinit {
    // What had to reach the disk was flushed before; an error here has nobody to go to.
    _ = conclave_close(number)
  }

  /// What is open.
  ///
  /// The corresponding C function is `fstat`.
  func status() throws(Errno) -> FileStatus {
    try FileStatus(conclave_fstat(number))
  }

  /// Waits until what was written is on the disk.
  ///
  /// The corresponding C function is `fsync`.
  func flush() throws(Errno) {
    try outcome(of: conclave_fsync(number))
  }

  /// Sets who may read and write.
  ///
  /// The corresponding C function is `fchmod`.
  func setMode(_ mode: AccessRights) throws(Errno) {
    try outcome(of: conclave_fchmod(number, mode.bits))
  }
}
