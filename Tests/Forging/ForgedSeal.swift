package import Sealing
import Sodium

/// A sealed object of which every part can be chosen.
package struct ForgedSeal {
  package var key = Bytes.filled(0x11)
  package var salt = Bytes.filled(0x22)
  package var kind: UInt8 = 1
  package var vault = Bytes.filled(0x33)
  package var compartment = Bytes.filled(0x44)
  package var epoch = Bytes.filled(0x55)
  package var label = "conclave/1/seal"
  package var plaintext = Array("what is sealed".utf8)
  /// Nil for the length that sealing gives.
  package var byteCount: Int?
  /// Nil for the padding of the plaintext; what stands here is encrypted as it is.
  package var padded: [UInt8]?
  package var nonce = Bytes.filled(0, 24)
  package var associated: [UInt8] = []
  /// Nil for those that belong to the key.
  package var locator: [UInt8]?
  package var commitment: [UInt8]?

  package init() {}

  package init(_ change: (inout ForgedSeal) -> Void) { change(&self) }

  package var derived: [UInt8] {
    Bytes.hash(
      Bytes.field(label) + Bytes.field([kind]) + Bytes.field(vault) + Bytes.field(compartment)
        + Bytes.field(epoch) + Bytes.field(salt), key: key, byteCount: 64)
  }

  package var locatorKey: [UInt8] {
    Bytes.hash(Array("conclave/1/locator".utf8), key: key, byteCount: 16)
  }

  package var bytes: [UInt8] {
    let derived = derived
    let total = byteCount ?? ForgedSeal.padme(plaintext.count + 1 + 88)
    let message = padded ?? Bytes.padded(plaintext, to: total - 88)
    let box = AEAD.seal(
      message.span, boundTo: associated, nonce: nonce, key: Array(derived[..<32]).span)
    return salt + (locator ?? SipHash.hash(salt.span, key: locatorKey.span))
      + (commitment ?? Array(derived[32...])) + box
  }

  /// The context in which this object is meant to open.
  package var context: SealContext {
    SealContext(
      kind: SealedKind(rawValue: kind) ?? .pack, vault: VaultID(vault),
      compartment: CompartmentID(compartment), epoch: EpochID(epoch))
  }

  /// Padmé with a floor of 4,096, from its definition.
  package static func padme(_ count: Int) -> Int {
    guard count > 4096 else { return 4096 }
    var exponent = 0
    while 1 << (exponent + 1) <= count { exponent += 1 }
    var digits = 1
    while 1 << digits <= exponent { digits += 1 }
    let step = 1 << (exponent - digits)
    return (count + step - 1) / step * step
  }
}
