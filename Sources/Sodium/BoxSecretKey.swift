import CSodium

/// The secret half of an X25519 key, with its public half.
package struct BoxSecretKey: ~Copyable, Sendable {
  /// How long a secret key is.
  package static let byteCount = 32

  /// The public half.
  package let publicKey: BoxPublicKey
  let bytes: SecretBytes

  /// Makes a new, unpredictable key.
  package init() {
    self.init(SecretBytes(randomByteCount: Self.byteCount))
  }

  /// Copies a key from its 32 bytes.
  package init(copying bytes: Span<UInt8>) {
    self.init(SecretBytes(copying: bytes))
  }

  /// Computes the public half of `secret`.
  ///
  /// The corresponding C function is `crypto_scalarmult_base`.
  private init(_ secret: consuming SecretBytes) {
    precondition(secret.byteCount == Self.byteCount, "a box key has 32 bytes")
    PublicKeyOperationCount.current?.countBoxKeyMade()
    var publicBytes = [UInt8](repeating: 0, count: Self.byteCount)
    let status = unsafe crypto_scalarmult_base(&publicBytes, secret.start)
    precondition(status == 0, "every secret key has a public half")
    publicKey = BoxPublicKey(made: publicBytes)
    bytes = secret
  }

  /// Shows the 32 secret bytes to `body` for the length of the call.
  package borrowing func withSpan<R: ~Copyable, E: Error>(
    _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    try bytes.withSpan(body)
  }
}
