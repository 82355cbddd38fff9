import CPOSIX
import Defences
package import SystemPackage

/// An open regular file, to be read.
///
/// Links, folders, FIFOs, sockets and devices are refused, and none of them can make the opening
/// wait.
package struct RegularFile: ~Copyable, Sendable {
  let descriptor: Descriptor
  /// What the file was when it was opened.
  package let status: FileStatus

  /// Opens the file called `name` in `folder`.
  ///
  /// Throws `.tooManySymbolicLinkLevels` for a link, `.isDirectory` for a folder and
  /// `.noSuchAddressOrDevice` for anything else that is no regular file. The corresponding C
  /// function is `openat`.
  package init(_ name: FileName, in folder: borrowing Folder) throws(Errno) {
    // Looked at before it is opened, because opening some devices already does something, and again
    // afterwards, because the name may have changed hands.
    try folder.status(of: name).kind.requireRegular()
    let opened = try Descriptor(
      opening: name, in: folder.descriptor.number, flags: conclave_open_read_flags,
      guardedBy: .regularFilesOnly)
    let found = try opened.status()
    try found.kind.requireRegular()
    descriptor = opened
    status = found
  }

  /// The next `limit` bytes of the file, or all that are left when there are fewer.
  ///
  /// No more than the file had when it was opened.
  ///
  /// The corresponding C function is `read`.
  package func read(upTo limit: Int) throws(Errno) -> [UInt8] {
    let wanted = min(limit, status.byteCount)
    var failure: Errno?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
      do throws(Errno) {
        while count < wanted {
          let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[count..<wanted])
          let got = try outcome(
            of: unsafe conclave_read(descriptor.number, rest.baseAddress, rest.count))
          guard got > 0 else { break }
          count += got
        }
      } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }
}

extension RegularFile {
  /// Waits until the file is on the disk.
  ///
  /// The corresponding C function is `fsync`.
  package func flush() throws(Errno) {
    try descriptor.flush()
  }
}

extension FileKind {
  /// Throws what the kernel says when something other than a regular file is opened as one.
  func requireRegular() throws(Errno) {
    guard Defence.regularFilesOnly.stands else { return }
    switch self {
    case .regular: return
    case .link: throw .tooManySymbolicLinkLevels
    case .folder: throw .isDirectory
    case .fifo, .socket, .device, .unknown: throw .noSuchAddressOrDevice
    }
  }
}
