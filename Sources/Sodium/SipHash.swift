import CSodium

/// SipHash-2-4: a short keyed hash, to find things by and not to authenticate them.
package enum SipHash {
  /// How long a key is.
  package static let keyByteCount = 16
  /// How long a hash is.
  package static let byteCount = 8

  /// Hashes `message` under `key`, whose 16 bytes keep the result unpredictable to others.
  ///
  /// The corresponding C function is `crypto_shorthash`.
  package static func hash(_ message: Span<UInt8>, key: Span<UInt8>) -> [UInt8] {
    let number = number(message, key: key)
    return (0..<byteCount).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
  }

  /// The same hash as one number, its first byte the lowest: comparing thousands allocates nothing.
  ///
  /// The corresponding C function is `crypto_shorthash`.
  package static func number(_ message: Span<UInt8>, key: Span<UInt8>) -> UInt64 {
    precondition(key.count == keyByteCount, "a SipHash key has 16 bytes")
    Library.prepare()
    var hash: UInt64 = 0
    let status = unsafe message.withStart { messageStart in
      unsafe key.withStart { keyStart in
        unsafe withUnsafeMutablePointer(to: &hash) { number in
          unsafe number.withMemoryRebound(to: UInt8.self, capacity: byteCount) { bytes in
            unsafe crypto_shorthash(bytes, messageStart, UInt64(message.count), keyStart)
          }
        }
      }
    }
    precondition(status == 0, "SipHash takes every message")
    return UInt64(littleEndian: hash)
  }
}
