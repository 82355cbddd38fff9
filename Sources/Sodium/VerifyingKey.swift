import CSodium

/// The public half of an Ed25519 key: what a signature is checked with.
///
/// Every value is the one encoding of its point, and the point generates the group of prime order, so a
/// signature holds under one key only. Values are ordered by their bytes.
package struct VerifyingKey: Hashable, Comparable, Sendable {
  /// How long a signature is.
  package static let signatureByteCount = 64

  private let key: PublicKeyBytes

  /// Takes `bytes` when they are the canonical encoding of a point that is fit for a key.
  ///
  /// The corresponding C function is `crypto_core_ed25519_is_valid_point`.
  package init(validating bytes: [UInt8]) throws(PublicKeyError) {
    let key = try PublicKeyBytes(bytes)
    guard key.isReduced, !Self.negativeZeros.contains(bytes) else { throw .nonCanonical }
    Library.prepare()
    guard unsafe crypto_core_ed25519_is_valid_point(bytes) == 1 else {
      throw Self.fault(of: bytes)
    }
    self.key = key
  }

  /// Takes what libsodium made from a seed.
  init(made bytes: [UInt8]) {
    do { key = try PublicKeyBytes(bytes) } catch { preconditionFailure("a made key has 32 bytes") }
  }

  /// The 32 bytes.
  package var bytes: [UInt8] { key.bytes }

  package static func < (left: VerifyingKey, right: VerifyingKey) -> Bool {
    left.key < right.key
  }

  /// Whether the holder of this key signed exactly `message`; false for a signature of another length.
  ///
  /// The corresponding C function is `crypto_sign_verify_detached`.
  package func verify(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard signature.count == Self.signatureByteCount else { return false }
    PublicKeyOperationCount.current?.countVerification()
    Library.prepare()
    return unsafe crypto_sign_verify_detached(
      signature, message, UInt64(message.count), bytes) == 0
  }

  /// Tells why libsodium refused a canonical encoding: eight times a point of low order is nothing.
  ///
  /// The corresponding C function is `crypto_core_ed25519_add`.
  private static func fault(of bytes: [UInt8]) -> PublicKeyError {
    var point = bytes
    for _ in 0..<3 {
      var doubled = [UInt8](repeating: 0, count: point.count)
      guard unsafe crypto_core_ed25519_add(&doubled, point, point) == 0 else { return .notOnCurve }
      point = doubled
    }
    let identity = [1] + [UInt8](repeating: 0, count: 31)
    return point == identity ? .lowOrder : .mixedOrder
  }

  /// The points (0, 1) and (0, -1) with the sign of a zero x-coordinate set.
  private static let negativeZeros: [[UInt8]] = [
    [1] + [UInt8](repeating: 0, count: 30) + [0x80],
    [0xec] + [UInt8](repeating: 0xff, count: 31),
  ]
}
