package import Sodium

/// The key to everything sealed in one compartment during one epoch.
///
/// A reference into guarded memory: copying it copies no key.
package struct EpochKey: Sendable {
  package let held: HeldKey
  package let locatorKey: [UInt8]

  package init(held: HeldKey) {
    self.held = held
    // The locator key is no secret worth guarding: it finds objects, it opens none.
    locatorKey = held.withSpan { key in
      BLAKE2b.hash(Label.locator.bytes.span, key: key, byteCount: 16)
    }
  }

  package static func random(in region: KeyRegion) -> EpochKey {
    EpochKey(held: region.holdRandom())
  }

  /// The id that commits to this key in `compartment` of `vault`.
  package func epoch(of compartment: CompartmentID, in vault: VaultID) -> EpochID {
    var writer = ByteWriter()
    writer.write(Label.epoch.bytes)
    writer.write(vault.bytes)
    writer.write(compartment.bytes)
    return EpochID(
      held.withSpan { key in BLAKE2b.hash(writer.bytes.span, key: key, byteCount: 32) })
  }
}
