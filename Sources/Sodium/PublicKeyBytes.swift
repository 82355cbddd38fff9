/// The 32 bytes of a public key, kept in place of an array so that hashing and comparing are cheap.
struct PublicKeyBytes: Hashable, Comparable, Sendable {
  static let byteCount = 32

  // Most significant byte first, so that comparing the words compares the bytes in their order.
  private let first, second, third, fourth: UInt64

  init(_ bytes: [UInt8]) throws(PublicKeyError) {
    guard bytes.count == Self.byteCount else { throw .wrongLength(bytes.count) }
    func word(_ index: Int) -> UInt64 {
      bytes[index * 8..<index * 8 + 8].reduce(0) { $0 << 8 | UInt64($1) }
    }
    first = word(0)
    second = word(1)
    third = word(2)
    fourth = word(3)
  }

  /// The bytes in their order.
  var bytes: [UInt8] {
    [first, second, third, fourth].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * $0)) }
    }
  }

  /// Whether the lower 255 bits, little-endian, are below the field's prime 2^255 - 19.
  var isReduced: Bool {
    let bytes = bytes
    guard bytes[31] & 0x7f == 0x7f, bytes[1..<31].allSatisfy({ $0 == 0xff }) else { return true }
    return bytes[0] < 0xed
  }

  /// Whether the uppermost bit, which is no part of a coordinate, is set.
  var topBit: Bool { fourth & 0x80 != 0 }

  static func < (left: PublicKeyBytes, right: PublicKeyBytes) -> Bool {
    (left.first, left.second, left.third, left.fourth)
      < (right.first, right.second, right.third, right.fourth)
  }
}
