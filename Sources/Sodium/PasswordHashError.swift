/// Why no key was derived from a passphrase.
package enum PasswordHashError: Error, Hashable {
  /// Argon2id does not work with this many bytes of memory.
  case memoryOutOfRange(Int)
  /// Argon2id does not work with this many passes.
  case passesOutOfRange(Int)
  /// The system did not give this many bytes of memory.
  case outOfMemory(Int)
}
