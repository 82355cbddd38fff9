import CPOSIX
import Defences
package import SystemPackage

/// An open folder.
///
/// Everything reached through a folder lies in it: names hold no `/`, and links are never followed.
package struct Folder: ~Copyable, Sendable {
  let descriptor: Descriptor

  /// Opens the folder at a path that a person named; links on the way are followed.
  ///
  /// The corresponding C function is `open`.
  package init(at path: FilePath) throws(Errno) {
    descriptor = try Descriptor(
      owning: unsafe conclave_open(path.terminated, conclave_open_folder_flags, 0))
  }

  /// Opens the folder called `name` in `parent`; a link is refused.
  ///
  /// The corresponding C function is `openat`.
  package init(_ name: FileName, in parent: borrowing Folder) throws(Errno) {
    descriptor = try Descriptor(
      opening: name, in: parent.descriptor.number, flags: conclave_open_folder_flags,
      guardedBy: .foldersAreNoLinks)
  }

  /// Opens `folder` once more, with locks of its own.
  package init(again folder: borrowing Folder) throws(Errno) {
    descriptor = try Descriptor(
      owning: unsafe conclave_openat(
        folder.descriptor.number, [UInt8(ascii: "."), 0], conclave_open_folder_flags, 0))
  }

  /// Makes a folder at a path that a person named.
  ///
  /// The corresponding C function is `mkdir`.
  package static func make(at path: FilePath, mode: AccessRights) throws(Errno) {
    try outcome(of: unsafe conclave_mkdir(path.terminated, mode.bits))
  }

  /// Makes a folder called `name` in this one.
  ///
  /// The corresponding C function is `mkdirat`.
  package func makeFolder(_ name: FileName, mode: AccessRights) throws(Errno) {
    try outcome(
      of: unsafe conclave_mkdirat(descriptor.number, name.terminated, mode.bits))
  }

  /// What this folder is.
  ///
  /// The corresponding C function is `fstat`.
  package func status() throws(Errno) -> FileStatus {
    try descriptor.status()
  }

  /// What lies under `name`, the link itself if it is one.
  ///
  /// The corresponding C function is `fstatat`.
  package func status(of name: FileName) throws(Errno) -> FileStatus {
    try FileStatus(unsafe conclave_lstatat(descriptor.number, name.terminated))
  }

  /// Sets who may enter.
  ///
  /// The corresponding C function is `fchmod`.
  package func setMode(_ mode: AccessRights) throws(Errno) {
    try descriptor.setMode(mode)
  }
}
