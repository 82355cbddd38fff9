import CSodium

extension BLAKE2b {
  /// A hash in the making, for what is too long to hold at once.
  ///
  /// The corresponding C functions are `crypto_generichash_init`, `crypto_generichash_update` and
  /// `crypto_generichash_final`.
  package struct Stream: ~Copyable, Sendable {
    private let byteCount: Int
    // In guarded memory, because it holds what the key made of it.
    private let state: SecretBytes

    /// Begins a hash without a key.
    package init(byteCount: Int = 32) {
      unsafe self.init(keyStart: nil, keyByteCount: 0, byteCount: byteCount)
    }

    /// Begins a hash under `key`.
    package init(key: Span<UInt8>, byteCount: Int = 32) {
      precondition(keyByteCounts.contains(key.count), "a BLAKE2b key has 16 to 64 bytes")
      self = unsafe key.withUnsafeBufferPointer { bytes in
        unsafe Stream(
          keyStart: bytes.baseAddress, keyByteCount: bytes.count, byteCount: byteCount)
      }
    }

    private init(keyStart: UnsafePointer<UInt8>?, keyByteCount: Int, byteCount: Int) {
      precondition(byteCounts.contains(byteCount), "a digest has 16 to 64 bytes")
      self.byteCount = byteCount
      state = SecretBytes(byteCount: crypto_generichash_statebytes())
      // Guarded memory ends where a page ends, and the state's size is a multiple of its alignment.
      let misalignment = unsafe UInt(bitPattern: state.start) % 64
      precondition(misalignment == 0, "the state is aligned")
      let status = unsafe crypto_generichash_init(
        OpaquePointer(state.start), keyStart, keyByteCount, byteCount)
      precondition(status == 0, "BLAKE2b takes every key")
    }

    /// Hashes `bytes` after what came before.
    package mutating func update(_ bytes: Span<UInt8>) {
      let status = unsafe bytes.withStart { start in
        unsafe crypto_generichash_update(OpaquePointer(state.start), start, UInt64(bytes.count))
      }
      precondition(status == 0, "BLAKE2b takes every message")
    }

    /// Ends the hash and gives its digest.
    package consuming func finalize() -> [UInt8] {
      var digest = [UInt8](repeating: 0, count: byteCount)
      let status = unsafe crypto_generichash_final(
        OpaquePointer(state.start), &digest, byteCount)
      precondition(status == 0, "BLAKE2b ends once")
      return digest
    }
  }
}
