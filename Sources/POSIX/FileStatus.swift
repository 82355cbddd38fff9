import CPOSIX
import SystemPackage

/// What the kernel says of one file.
package struct FileStatus: Hashable, Sendable {
  package let kind: FileKind
  package let mode: AccessRights
  package let byteCount: Int
  /// When the content last changed, in nanoseconds since 1970.
  package let modified: Int64
  package let inode: UInt64
  package let device: UInt64
  /// The number of the user who owns the file.
  package let owner: UInt32

  init(_ found: conclave_status) throws(Errno) {
    try outcome(of: -found.error)
    kind = FileKind(modeBits: found.kind)
    mode = AccessRights(bits: found.mode)
    byteCount = Int(found.size)
    modified = found.modified_nanoseconds
    inode = found.inode
    device = found.device
    owner = found.owner
  }
}

/// What sort of thing lies under a name.
package enum FileKind: Hashable, Sendable {
  case regular, folder, link, fifo, socket, device, unknown

  init(modeBits: UInt32) {
    switch modeBits {
    case 0o100000: self = .regular
    case 0o040000: self = .folder
    case 0o120000: self = .link
    case 0o010000: self = .fifo
    case 0o140000: self = .socket
    case 0o020000, 0o060000: self = .device
    default: self = .unknown
    }
  }

  /// Reads the `d_type` of a folder's entry, which is the kind without its last twelve bits.
  init(entryType: UInt8) {
    self.init(modeBits: UInt32(entryType) << 12)
  }
}
