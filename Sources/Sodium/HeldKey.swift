/// A reference to a 32-byte key in a ``KeyRegion``; the value itself holds no secret.
///
/// It may be copied, kept in arrays and dictionaries, and sent between threads. All copies refer to
/// one key, and keep the region alive.
package struct HeldKey: Sendable {
  private let region: KeyRegion
  private let slot: Int
  private let generation: UInt64

  init(region: KeyRegion, slot: Int, generation: UInt64) {
    self.region = region
    self.slot = slot
    self.generation = generation
  }

  /// Shows the 32 bytes to `body` for the length of the call.
  ///
  /// Using a key after any copy of it was erased is our own mistake, and ends the process.
  package func withSpan<R: ~Copyable, E: Error>(
    _ body: (Span<UInt8>) throws(E) -> R
  ) throws(E) -> R {
    try region.withKey(in: slot, generation: generation, body)
  }

  /// Overwrites the key with zeros, for all copies of this reference; a second time does nothing.
  ///
  /// When another thread is using the key just then, its bytes are overwritten as that use ends.
  package func erase() {
    region.erase(slot, generation: generation)
  }
}
