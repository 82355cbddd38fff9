import CPOSIX
import Defences
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

  /// Opens what is called `name` in `folder`: itself, and never what a link points to.
  ///
  /// The corresponding C function is `openat` with `O_NOFOLLOW`.
  init(
    opening name: FileName, in folder: CInt, flags: CInt, guardedBy defence: Defence
  ) throws(Errno) {
    #if CONCLAVE_TEST_FLOOR
      guard defence.stands else {
        // As programs open files that nobody plants links and FIFOs among: by path, and waiting.
        let path = Array("/proc/self/fd/\(folder)/".utf8) + name.terminated
        let waiting = flags == conclave_open_read_flags ? conclave_open_wait_flags : flags
        try self.init(owning: unsafe conclave_open(path, waiting, 0))
        return
      }
    #endif
    try self.init(owning: unsafe conclave_openat(folder, name.terminated, flags, 0))
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
