import CPOSIX
package import SystemPackage

extension Folder {
  /// Whether what lies in this folder is kept in memory, and goes when the machine is switched off.
  ///
  /// A system that runs out of memory may still write it to its swap space. The corresponding C
  /// function is `fstatfs`.
  package func isInMemory() throws(Errno) -> Bool {
    try outcome(of: conclave_is_in_memory(descriptor.number)) == 1
  }

  /// Overwrites a file with zeros and removes it; what is no regular file is only removed.
  ///
  /// The corresponding C functions are `write` and `unlinkat`.
  package func wipe(_ name: FileName) throws(Errno) {
    try outcome(of: unsafe conclave_wipe(descriptor.number, name.terminated))
  }
}
