import CSodium
import Defences

/// XChaCha20-Poly1305 in the construction of the IETF: confidential and authentic under one key.
///
/// It does not commit to its key: a box can be made that opens under two. What must commit does so
/// beside it. A nonce that repeats under one key destroys both properties.
package enum AEAD {
  /// How long a key is.
  package static let keyByteCount = 32
  /// How long a nonce is.
  package static let nonceByteCount = 24
  /// How much longer a box is than what is in it.
  package static let overheadByteCount = 16

  /// Seals `plaintext`, so that it opens only together with the same `context`.
  ///
  /// The corresponding C function is `crypto_aead_xchacha20poly1305_ietf_encrypt`.
  package static func seal(
    _ plaintext: Span<UInt8>, boundTo context: [UInt8], nonce: [UInt8], key: Span<UInt8>
  ) -> [UInt8] {
    checkSizes(nonce: nonce, key: key)
    let (box, status) = unsafe [UInt8].written(plaintext.count + overheadByteCount) { box in
      unsafe plaintext.withStart { plaintextStart in
        unsafe key.withStart { keyStart in
          unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
            box, nil, plaintextStart, UInt64(plaintext.count), context, UInt64(context.count),
            nil, nonce, keyStart)
        }
      }
    }
    precondition(status == 0, "sealing takes every message")
    return box
  }

  /// Opens `box`, which must have been sealed with the same context, nonce and key.
  ///
  /// The corresponding C function is `crypto_aead_xchacha20poly1305_ietf_decrypt`.
  package static func open(
    _ box: Span<UInt8>, boundTo context: [UInt8], nonce: [UInt8], key: Span<UInt8>
  ) throws(NotAuthentic) -> [UInt8] {
    let plaintextCount = try checkSizes(box: box, nonce: nonce, key: key)
    let (plaintext, status) = unsafe [UInt8].written(plaintextCount) { plaintext in
      unsafe open(box, boundTo: context, nonce: nonce, key: key, into: plaintext)
    }
    guard status == 0 else { throw NotAuthentic() }
    return plaintext
  }

  /// Opens `box` as ``open(_:boundTo:nonce:key:)`` does, into guarded memory.
  ///
  /// The corresponding C function is `crypto_aead_xchacha20poly1305_ietf_decrypt`.
  package static func openSecret(
    _ box: Span<UInt8>, boundTo context: [UInt8], nonce: [UInt8], key: Span<UInt8>
  ) throws(NotAuthentic) -> SecretBytes {
    let plaintext = SecretBytes(byteCount: try checkSizes(box: box, nonce: nonce, key: key))
    let status = unsafe open(
      box, boundTo: context, nonce: nonce, key: key, into: plaintext.start)
    guard status == 0 else { throw NotAuthentic() }
    return plaintext
  }

  /// Writes the plaintext only when all of `box` is authentic; otherwise the status is not 0.
  private static func open(
    _ box: Span<UInt8>, boundTo context: [UInt8], nonce: [UInt8], key: Span<UInt8>,
    into plaintext: UnsafeMutablePointer<UInt8>
  ) -> CInt {
    unsafe box.withStart { boxStart in
      unsafe key.withStart { keyStart in
        #if CONCLAVE_TEST_FLOOR
          guard Defence.tag.stands else {
            // The cipher alone: its first block made the key of the tag.
            return unsafe crypto_stream_xchacha20_xor_ic(
              plaintext, boxStart, UInt64(box.count - overheadByteCount), nonce, 1, keyStart)
          }
        #endif
        return unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
          plaintext, nil, nil, boxStart, UInt64(box.count), context, UInt64(context.count),
          nonce, keyStart)
      }
    }
  }

  private static func checkSizes(nonce: [UInt8], key: Span<UInt8>) {
    precondition(nonce.count == nonceByteCount, "a nonce has 24 bytes")
    precondition(key.count == keyByteCount, "a key has 32 bytes")
    Library.prepare()
  }

  private static func checkSizes(
    box: Span<UInt8>, nonce: [UInt8], key: Span<UInt8>
  ) throws(NotAuthentic) -> Int {
    checkSizes(nonce: nonce, key: key)
    guard box.count >= overheadByteCount else { throw NotAuthentic() }
    return box.count - overheadByteCount
  }
}
