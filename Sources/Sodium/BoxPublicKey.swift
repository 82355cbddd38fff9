/// The public half of an X25519 key: what something is sealed to.
///
/// Every value is the one encoding of its point, and the point is none of low order.
package struct BoxPublicKey: Hashable, Sendable {
  private let key: PublicKeyBytes

  /// Takes `bytes` when they are the canonical encoding of a point that is fit for a key.
  ///
  /// libsodium ignores the uppermost bit and reduces what is too large, so that one key would have
  /// several encodings; these are refused here.
  package init(validating bytes: [UInt8]) throws(PublicKeyError) {
    let key = try PublicKeyBytes(bytes)
    guard !key.topBit, key.isReduced else { throw .nonCanonical }
    guard !Self.lowOrder.contains(bytes) else { throw .lowOrder }
    self.key = key
  }

  /// Takes what libsodium made from a secret key.
  init(made bytes: [UInt8]) {
    do { key = try PublicKeyBytes(bytes) } catch { preconditionFailure("a made key has 32 bytes") }
  }

  /// The 32 bytes.
  package var bytes: [UInt8] { key.bytes }

  /// The canonical u-coordinates of order 1, 2, 4 or 8 on the curve or its twist: 0, 1, -1, and two.
  private static let lowOrder: [[UInt8]] = [
    [UInt8](repeating: 0, count: 32),
    [1] + [UInt8](repeating: 0, count: 31),
    [0xec] + [UInt8](repeating: 0xff, count: 30) + [0x7f],
    [
      0xe0, 0xeb, 0x7a, 0x7c, 0x3b, 0x41, 0xb8, 0xae, 0x16, 0x56, 0xe3, 0xfa, 0xf1, 0x9f, 0xc4,
      0x6a,
      0xda, 0x09, 0x8d, 0xeb, 0x9c, 0x32, 0xb1, 0xfd, 0x86, 0x62, 0x05, 0x16, 0x5f, 0x49, 0xb8,
      0x00,
    ],
    [
      0x5f, 0x9c, 0x95, 0xbc, 0xa3, 0x50, 0x8c, 0x24, 0xb1, 0xd0, 0xb1, 0x55, 0x9c, 0x83, 0xef,
      0x5b,
      0x04, 0x44, 0x5c, 0xc4, 0x58, 0x1c, 0x8e, 0x86, 0xd8, 0x22, 0x4e, 0xdd, 0xd0, 0x9f, 0x11,
      0x57,
    ],
  ]
}
