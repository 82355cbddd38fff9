import CSodium

/// libsodium's box: X25519, XSalsa20 and Poly1305, between one secret and one public key.
///
/// Either of the two can have made a box: it convinces the one it is for and nobody else. A nonce must
/// not repeat between the same two keys.
package enum Box {
  /// How long a nonce is.
  package static let nonceByteCount = 24
  /// How much longer a box is than what is in it.
  package static let overheadByteCount = 16

  /// Seals `message` for the holder of `recipient`, under a key both can compute.
  ///
  /// The corresponding C function is `crypto_box_easy`.
  package static func seal(
    _ message: Span<UInt8>, nonce: [UInt8], to recipient: BoxPublicKey,
    from sender: borrowing BoxSecretKey
  ) throws(PublicKeyError) -> [UInt8] {
    precondition(nonce.count == nonceByteCount, "a nonce has 24 bytes")
    PublicKeyOperationCount.current?.countAgreement()
    let senderStart = unsafe sender.bytes.start
    let (box, status) = unsafe [UInt8].written(message.count + overheadByteCount) { box in
      unsafe message.withStart { messageStart in
        unsafe crypto_box_easy(
          box, messageStart, UInt64(message.count), nonce, recipient.bytes, senderStart)
      }
    }
    // A validated key always gives a shared one; should libsodium know more such points, it says so.
    guard status == 0 else { throw .lowOrder }
    return box
  }
}
