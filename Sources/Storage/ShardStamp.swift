import POSIX

/// What a shard, one of an area's 256 folders, looked like from outside.
///
/// Any change of the names in a folder changes its stamp. So whoever remembers stamps and names needs
/// to list only the shards whose stamps are no longer the same.
package struct ShardStamp: Hashable, Sendable {
  /// When the folder last changed, in nanoseconds since 1970, by the file system's clock.
  package let modified: Int64
  package let inode: UInt64

  package init(modified: Int64, inode: UInt64) {
    self.modified = modified
    self.inode = inode
  }

  init(_ status: FileStatus) {
    self.init(modified: status.modified, inode: status.inode)
  }

  /// Whether a stamp taken at `seconds` may be remembered.
  ///
  /// File systems keep time in steps of up to two seconds. A folder that had just changed when its
  /// stamp was taken may change again without its stamp showing it.
  package func isSettled(at seconds: Int64) -> Bool {
    modified < (seconds - 3) * 1_000_000_000
  }
}
