import CPOSIX
package import SystemPackage

/// One name in a folder, and what the folder says lies there.
package struct FolderEntry: Hashable, Sendable {
  package let name: [UInt8]
  /// `.unknown` on file systems whose folders do not say.
  package let kind: FileKind
}

extension Folder {
  /// Lists the folder, in no particular order, without `.` and `..`.
  ///
  /// The corresponding C function is `readdir`.
  package func entries() throws(Errno) -> [FolderEntry] {
    var opened: OpaquePointer? = nil
    try outcome(of: unsafe conclave_opendir(descriptor.number, &opened))
    guard let listing = unsafe opened else { return [] }
    defer { unsafe conclave_closedir(listing) }
    var entries: [FolderEntry] = []
    var found = unsafe conclave_entry()
    while try outcome(of: unsafe conclave_readdir(listing, &found)) == 1 {
      let name = unsafe [UInt8](
        UnsafeBufferPointer(start: found.name, count: found.name_length))
      entries.append(FolderEntry(name: name, kind: FileKind(entryType: unsafe found.type)))
    }
    return entries
  }
}
