import CPOSIX
package import SystemPackage

extension RegularFile {
  /// Opens the file at a path that a person named; links are followed, the last one too.
  ///
  /// Throws `.isDirectory` for a folder and `.noSuchAddressOrDevice` for anything else that is no
  /// regular file; none of them makes the opening wait. The corresponding C functions are `stat` and
  /// `open`.
  package init(at path: FilePath) throws(Errno) {
    // Looked at before it is opened, because opening some devices already does something.
    try FileStatus(unsafe conclave_stat(path.terminated)).kind.requireRegular()
    let opened = try Descriptor(
      owning: unsafe conclave_open(path.terminated, conclave_open_read_flags, 0))
    let found = try opened.status()
    try found.kind.requireRegular()
    descriptor = opened
    status = found
  }

  /// The `count` bytes from `offset` on, or all that are left when there are fewer.
  ///
  /// Several threads may read at once. The corresponding C function is `pread`.
  package func read(_ count: Int, at offset: Int) throws(Errno) -> [UInt8] {
    var failure: Errno?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(Errno) {
        while filled < count {
          let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[filled..<count])
          let got = try outcome(
            of: unsafe conclave_pread(
              descriptor.number, rest.baseAddress, rest.count, Int64(offset + filled)))
          guard got > 0 else { break }
          filled += got
        }
      } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }

  /// What the file is now: longer or newer than at its opening when somebody wrote to it meanwhile.
  ///
  /// The corresponding C function is `fstat`.
  package func statusNow() throws(Errno) -> FileStatus { try descriptor.status() }
}
