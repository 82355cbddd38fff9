import CSodium

/// What the holders of two X25519 keys can both compute, and nobody else.
///
/// Making it is the one costly operation; sealing and opening with it are symmetric.
package struct BoxSharedKey: ~Copyable, Sendable {
  /// How long a shared key is.
  package static let byteCount = 32

  private let bytes: SecretBytes

  /// Computes what the holders of `secret` and `public` share.
  ///
  /// The corresponding C function is `crypto_box_beforenm`.
  package init(
    between secret: borrowing BoxSecretKey, and public: BoxPublicKey
  ) throws(PublicKeyError) {
    PublicKeyOperationCount.current?.countAgreement()
    bytes = SecretBytes(byteCount: Self.byteCount)
    let status = unsafe crypto_box_beforenm(bytes.start, `public`.bytes, secret.bytes.start)
    // A validated key always gives a shared one; should libsodium know more such points, it says so.
    guard status == 0 else { throw .lowOrder }
  }

  /// Seals `message`; the nonce must not repeat between the same two keys.
  ///
  /// The corresponding C function is `crypto_box_easy_afternm`.
  package borrowing func seal(_ message: Span<UInt8>, nonce: [UInt8]) -> [UInt8] {
    precondition(nonce.count == Box.nonceByteCount, "a nonce has 24 bytes")
    let keyStart = unsafe bytes.start
    let (box, status) = unsafe [UInt8].written(message.count + Box.overheadByteCount) { box in
      unsafe message.withStart { messageStart in
        unsafe crypto_box_easy_afternm(box, messageStart, UInt64(message.count), nonce, keyStart)
      }
    }
    precondition(status == 0, "sealing takes every message")
    return box
  }

  /// Opens `box`, which must have been sealed between the same two keys with the same nonce.
  ///
  /// The corresponding C function is `crypto_box_open_easy_afternm`.
  package borrowing func open(
    _ box: Span<UInt8>, nonce: [UInt8]
  ) throws(NotAuthentic) -> SecretBytes {
    precondition(nonce.count == Box.nonceByteCount, "a nonce has 24 bytes")
    guard box.count >= Box.overheadByteCount else { throw NotAuthentic() }
    let message = SecretBytes(byteCount: box.count - Box.overheadByteCount)
    let status = unsafe box.withStart { boxStart in
      unsafe crypto_box_open_easy_afternm(
        message.start, boxStart, UInt64(box.count), nonce, bytes.start)
    }
    guard status == 0 else { throw NotAuthentic() }
    return message
  }
}
