import CSodium

/// The secret half of an Ed25519 key, with its public half.
package struct SigningKey: ~Copyable, Sendable {
  /// How long the seed is that a key is made from.
  package static let seedByteCount = 32

  /// The public half.
  package let verifyingKey: VerifyingKey
  /// The seed and, after it, the public half, as libsodium wants them.
  private let bytes: SecretBytes

  /// Makes a new, unpredictable key.
  package init() {
    let seed = SecretBytes(randomByteCount: Self.seedByteCount)
    self = seed.withSpan { SigningKey(seed: $0) }
  }

  /// Makes the key that belongs to a seed of 32 bytes.
  ///
  /// The corresponding C function is `crypto_sign_seed_keypair`.
  package init(seed: Span<UInt8>) {
    precondition(seed.count == Self.seedByteCount, "a seed has 32 bytes")
    PublicKeyOperationCount.current?.countSigningKeyMade()
    let secret = SecretBytes(byteCount: 64)
    var publicBytes = [UInt8](repeating: 0, count: 32)
    let status = unsafe seed.withStart { seedStart in
      unsafe crypto_sign_seed_keypair(&publicBytes, secret.start, seedStart)
    }
    precondition(status == 0, "every seed gives a key")
    verifyingKey = VerifyingKey(made: publicBytes)
    bytes = secret
  }

  /// Signs exactly `message`; the same message always gives the same 64 bytes.
  ///
  /// The corresponding C function is `crypto_sign_detached`.
  package borrowing func sign(_ message: [UInt8]) -> [UInt8] {
    PublicKeyOperationCount.current?.countSignature()
    var signature = [UInt8](repeating: 0, count: VerifyingKey.signatureByteCount)
    let status = unsafe crypto_sign_detached(
      &signature, nil, message, UInt64(message.count), bytes.start)
    precondition(status == 0, "signing takes every message")
    return signature
  }

  /// Shows the seed's 32 bytes to `body` for the length of the call.
  package borrowing func withSeed<R: ~Copyable, E: Error>(
    _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    try bytes.withSpan { bytes throws(E) in
      try body(bytes.extracting(first: Self.seedByteCount))
    }
  }
}
