import CSodium

/// Argon2id 1.3 with one lane: from a passphrase to a key, slowly, so that guessing is as slow.
///
/// It puts no limit of its own on what it is asked to spend: whoever reads the parameters from a file
/// refuses foolish ones first.
package enum PasswordHash {
  /// How long a salt is.
  package static let saltByteCount = 16

  /// Derives `byteCount` bytes from `passphrase` and `salt`, using that much memory that many times.
  ///
  /// Memory counts in whole KiB. The working memory is not guarded.
  ///
  /// The corresponding C function is `crypto_pwhash` with `crypto_pwhash_ALG_ARGON2ID13`.
  package static func derive(
    _ byteCount: Int, from passphrase: Span<UInt8>, salt: [UInt8], memoryBytes: Int, passes: Int
  ) throws(PasswordHashError) -> SecretBytes {
    precondition(
      byteCount >= 16 && byteCount <= Int(UInt32.max), "a derived key has 16 bytes or more")
    precondition(salt.count == saltByteCount, "a salt has 16 bytes")
    precondition(passphrase.count <= Int(UInt32.max), "a passphrase has less than 4 GiB")
    Library.prepare()
    guard
      memoryBytes >= crypto_pwhash_argon2id_memlimit_min(),
      memoryBytes <= crypto_pwhash_argon2id_memlimit_max()
    else { throw .memoryOutOfRange(memoryBytes) }
    guard
      passes >= crypto_pwhash_argon2id_opslimit_min(),
      passes <= crypto_pwhash_argon2id_opslimit_max()
    else { throw .passesOutOfRange(passes) }
    let derived = SecretBytes(byteCount: byteCount)
    let status = unsafe passphrase.withStart { start in
      unsafe start.withMemoryRebound(to: CChar.self, capacity: passphrase.count) { start in
        unsafe crypto_pwhash(
          derived.start, UInt64(byteCount), start, UInt64(passphrase.count), salt,
          UInt64(passes), memoryBytes, crypto_pwhash_ALG_ARGON2ID13)
      }
    }
    // The sizes are in range, so that memory is the one thing that can be missing.
    guard status == 0 else { throw .outOfMemory(memoryBytes) }
    return derived
  }
}
