import CPOSIX
package import SystemPackage

/// A file that did not exist before, open to be written.
package struct NewFile: ~Copyable, Sendable {
  let descriptor: Descriptor

  /// Makes the file `name` in `folder`, or throws `.fileExists` when anything has that name.
  ///
  /// The corresponding C function is `openat` with `O_CREAT` and `O_EXCL`.
  package init(_ name: FileName, in folder: borrowing Folder, mode: AccessRights) throws(Errno) {
    descriptor = try Descriptor(
      owning: unsafe conclave_openat(
        folder.descriptor.number, name.terminated, conclave_open_create_flags, mode.bits))
  }

  /// Writes all of `bytes` after what was written before.
  ///
  /// On an error some of them may have been written. The corresponding C function is `write`.
  package func write(_ bytes: [UInt8]) throws(Errno) {
    var written = 0
    while written < bytes.count {
      let put = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        return unsafe conclave_write(descriptor.number, rest.baseAddress, rest.count)
      }
      written += try outcome(of: put)
    }
  }

  /// Waits until the file is on the disk.
  ///
  /// Its name may not be yet. The corresponding C function is `fsync`.
  package func flush() throws(Errno) {
    try descriptor.flush()
  }

  /// Sets who may read and write, whatever the process withholds.
  ///
  /// The corresponding C function is `fchmod`.
  package func setMode(_ mode: AccessRights) throws(Errno) {
    try descriptor.setMode(mode)
  }
}
