import Sealing
import Sodium

/// A grant of which every part can be chosen.
package struct ForgedGrant {
  package var logarithm: UInt8 = 2
  package var ephemeralSecret = Bytes.filled(0x66)
  /// Nil for the public half of the secret.
  package var ephemeral: [UInt8]?
  package var grantKey = Bytes.filled(0x77)
  package var readers: [Hand] = [Hand("Ada")]
  /// Nil for the readers' slots and, up to the number of slots, bytes that open for nobody.
  package var slots: [[UInt8]]?
  package var vault = Bytes.filled(0x33)
  /// What follows the slots; nil for the keys, sealed.
  package var payload: [UInt8]?
  package var entries: [[UInt8]] = [ForgedGrant.entry()]
  package var kind: UInt8 = 2

  package init() {}

  package init(_ change: (inout ForgedGrant) -> Void) { change(&self) }

  /// Compartment, epoch, key; without an epoch the one that commits to the key.
  package static func entry(
    compartment: [UInt8] = Bytes.filled(0x44), epoch: [UInt8]? = nil,
    key: [UInt8] = Bytes.filled(0x11), vault: [UInt8] = Bytes.filled(0x33)
  ) -> [UInt8] {
    compartment + (epoch ?? commitment(to: key, of: compartment, in: vault)) + key
  }

  package static func commitment(
    to key: [UInt8], of compartment: [UInt8], in vault: [UInt8]
  ) -> [UInt8] {
    Bytes.hash(
      Bytes.field("conclave/1/epoch") + Bytes.field(vault) + Bytes.field(compartment), key: key)
  }

  /// What goes into a slot, for `reader`.
  package func slot(for reader: Hand, holding key: [UInt8]) -> [UInt8] {
    let secret = BoxSecretKey(copying: ephemeralSecret.span)
    let nonce = Bytes.hash(
      Bytes.field("conclave/1/grant-nonce") + Bytes.field(secret.publicKey.bytes), byteCount: 24)
    do {
      return try Box.seal(key.span, nonce: nonce, to: reader.boxKey.publicKey, from: secret)
    } catch {
      preconditionFailure("a forged reader has a good box key: \(error)")
    }
  }

  package var bytes: [UInt8] {
    var slots = slots ?? readers.map { slot(for: $0, holding: grantKey) }
    while slots.count < 1 << Int(logarithm) {
      slots.append(Bytes.hash([UInt8(slots.count)], byteCount: 48))
    }
    let nothing = Bytes.filled(0)
    let sealed = ForgedSeal {
      ($0.key, $0.kind, $0.vault) = (grantKey, kind, vault)
      ($0.compartment, $0.epoch) = (nothing, nothing)
      $0.plaintext = entries.flatMap(\.self)
    }
    let key = ephemeral ?? BoxSecretKey(copying: ephemeralSecret.span).publicKey.bytes
    return [logarithm] + key + slots.flatMap(\.self) + (payload ?? sealed.bytes)
  }
}
