import CSodium

/// BLAKE2b (RFC 7693), with and without a key.
///
/// Digests have 16 to 64 bytes, and a digest's length is part of what is hashed: a short digest is not
/// the beginning of a longer one. Keys have 16 to 64 bytes.
package enum BLAKE2b {
  /// How long a digest may be.
  package static let byteCounts = 16...64
  /// How long a key may be.
  package static let keyByteCounts = 16...64

  /// Hashes `message` without a key.
  ///
  /// The corresponding C function is `crypto_generichash`.
  package static func hash(_ message: Span<UInt8>, byteCount: Int = 32) -> [UInt8] {
    var digest = emptyDigest(byteCount)
    let status = unsafe message.withStart { start in
      unsafe crypto_generichash(&digest, byteCount, start, UInt64(message.count), nil, 0)
    }
    precondition(status == 0, "BLAKE2b takes every message")
    return digest
  }

  /// Hashes `message` without a key.
  ///
  /// The corresponding C function is `crypto_generichash`.
  package static func hash(_ message: [UInt8], byteCount: Int = 32) -> [UInt8] {
    hash(message.span, byteCount: byteCount)
  }

  /// Hashes `message` under `key`; without the key, the digest tells nothing of the message.
  ///
  /// The corresponding C function is `crypto_generichash`.
  package static func hash(
    _ message: Span<UInt8>, key: Span<UInt8>, byteCount: Int = 32
  ) -> [UInt8] {
    var digest = emptyDigest(byteCount)
    unsafe hash(message, key: key, into: &digest, byteCount: byteCount)
    return digest
  }

  /// Hashes `message` under `key`; without the key, the digest tells nothing of the message.
  ///
  /// The corresponding C function is `crypto_generichash`.
  package static func hash(
    _ message: [UInt8], key: Span<UInt8>, byteCount: Int = 32
  ) -> [UInt8] {
    hash(message.span, key: key, byteCount: byteCount)
  }

  /// Derives `byteCount` secret bytes from `key`: the digest of `context` under it, in guarded memory.
  ///
  /// Different contexts give unrelated bytes. The context is no secret.
  ///
  /// The corresponding C function is `crypto_generichash`.
  package static func derive(
    _ byteCount: Int, from key: Span<UInt8>, context: [UInt8]
  ) -> SecretBytes {
    precondition(byteCounts.contains(byteCount), "a digest has 16 to 64 bytes")
    let derived = SecretBytes(byteCount: byteCount)
    unsafe hash(context.span, key: key, into: derived.start, byteCount: byteCount)
    return derived
  }

  private static func hash(
    _ message: Span<UInt8>, key: Span<UInt8>, into digest: UnsafeMutablePointer<UInt8>,
    byteCount: Int
  ) {
    precondition(keyByteCounts.contains(key.count), "a BLAKE2b key has 16 to 64 bytes")
    let status = unsafe message.withStart { messageStart in
      unsafe key.withStart { keyStart in
        unsafe crypto_generichash(
          digest, byteCount, messageStart, UInt64(message.count), keyStart, key.count)
      }
    }
    precondition(status == 0, "BLAKE2b takes every message")
  }

  private static func emptyDigest(_ byteCount: Int) -> [UInt8] {
    precondition(byteCounts.contains(byteCount), "a digest has 16 to 64 bytes")
    Library.prepare()
    return [UInt8](repeating: 0, count: byteCount)
  }
}
