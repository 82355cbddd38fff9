import CPOSIX
package import SystemPackage

extension Folder {
  /// Gives the file `name` a new name and folder, replacing what has that name there.
  ///
  /// At every moment the new name stands for either what it stood for before or the file moved. The
  /// corresponding C function is `renameat`.
  package func move(
    _ name: FileName, to newName: FileName, in other: borrowing Folder
  ) throws(Errno) {
    try outcome(
      of: unsafe conclave_renameat(
        descriptor.number, name.terminated, other.descriptor.number, newName.terminated))
  }

  /// Gives the file `name` a new name and folder, or throws `.fileExists` when that name is taken.
  ///
  /// Where the file system knows no way to refuse, two who do so at the same moment may both succeed.
  /// The corresponding C function is `renameat2` with `RENAME_NOREPLACE`, or else `linkat` and
  /// `unlinkat`, or else `fstatat` and `renameat`.
  package func moveWithoutReplacing(
    _ name: FileName, to newName: FileName, in other: borrowing Folder
  ) throws(Errno) {
    try outcome(
      of: unsafe conclave_renameat_noreplace(
        descriptor.number, name.terminated, other.descriptor.number, newName.terminated))
  }

  /// Removes a file that is no folder.
  ///
  /// The corresponding C function is `unlinkat`.
  package func remove(_ name: FileName) throws(Errno) {
    try outcome(of: unsafe conclave_unlinkat(descriptor.number, name.terminated))
  }

  /// Removes an empty folder.
  ///
  /// The corresponding C function is `unlinkat` with `AT_REMOVEDIR`.
  package func removeFolder(_ name: FileName) throws(Errno) {
    try outcome(of: unsafe conclave_rmdirat(descriptor.number, name.terminated))
  }

  /// Waits until the names in this folder are on the disk.
  ///
  /// The corresponding C function is `fsync`.
  package func flush() throws(Errno) {
    do throws(Errno) {
      try descriptor.flush()
    } catch .invalidArgument {
      // Some network file systems have nothing to wait for.
      return
    }
  }

  /// Waits until everything written to this folder's file system is on the disk.
  ///
  /// Kernels before Linux 5.8 do not report here that an earlier write failed. The corresponding C
  /// function is `syncfs`.
  package func flushFileSystem() throws(Errno) {
    try outcome(of: conclave_syncfs(descriptor.number))
  }

  /// Takes the folder's lock if nobody holds it, and throws `.wouldBlock` otherwise.
  ///
  /// The lock lasts until this value ends, or the process does. The corresponding C function is
  /// `flock` with `LOCK_NB`.
  package func lock(shared: Bool = false) throws(Errno) {
    try outcome(of: conclave_flock(descriptor.number, shared ? 1 : 0, 0))
  }
}
