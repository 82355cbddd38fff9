import Sodium

/// The format's primitives, written a second time so that a forger can get each of them wrong.
package enum Bytes {
  package static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// A field behind its length.
  package static func field(_ bytes: [UInt8]) -> [UInt8] { number(bytes.count) + bytes }
  package static func field(_ text: String) -> [UInt8] { field(Array(text.utf8)) }

  /// A byte repeated: a key, a salt or an id that is easy to recognise.
  package static func filled(_ byte: UInt8, _ count: Int = 32) -> [UInt8] {
    [UInt8](repeating: byte, count: count)
  }

  package static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
  }

  package static func hash(
    _ message: [UInt8], key: [UInt8] = [], byteCount: Int = 32
  ) -> [UInt8] {
    key.isEmpty
      ? BLAKE2b.hash(message, byteCount: byteCount)
      : BLAKE2b.hash(message, key: key.span, byteCount: byteCount)
  }

  /// The message with its padding, at a length of the forger's choice.
  package static func padded(_ message: [UInt8], to count: Int) -> [UInt8] {
    message + [0x80] + filled(0, count - message.count - 1)
  }
}

extension [UInt8] {
  /// A copy in which one bit is not what it was.
  package func flipped(at index: Int, bit: Int = 0) -> [UInt8] {
    var copy = self
    copy[index] ^= 1 << UInt8(bit)
    return copy
  }

  package func replaced(_ range: Range<Int>, with bytes: [UInt8]) -> [UInt8] {
    Array(self[..<range.lowerBound]) + bytes + Array(self[range.upperBound...])
  }
}
