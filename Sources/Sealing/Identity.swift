package import Sodium

/// A member's private half: a signing key and a box key, each random and independent.
///
/// A reference, so that its secrets exist once; they are erased with it.
package final class Identity: KeyHolder {
  package let card: Card
  let signingKey: SigningKey
  let boxKey: BoxSecretKey

  init(card: Card, signingKey: consuming SigningKey, boxKey: consuming BoxSecretKey) {
    self.card = card
    self.signingKey = signingKey
    self.boxKey = boxKey
  }

  /// New random keys for somebody called `name`.
  package convenience init(name: String, address: String) throws(CardError) {
    let signingKey = SigningKey()
    let boxKey = BoxSecretKey()
    let card = try Card(
      name: name, address: address, boxKey: boxKey.publicKey, signedBy: signingKey)
    self.init(card: card, signingKey: signingKey, boxKey: boxKey)
  }

  package func sign(_ bytes: [UInt8], for purpose: SigningPurpose) -> [UInt8] {
    signingKey.sign(purpose.label.message(bytes))
  }

  package func open(
    _ grant: Grant, in vault: VaultID, into region: KeyRegion
  ) throws(GrantError) -> [GrantedKey]? {
    try grant.open(with: boxKey, in: vault, into: region)
  }

  package func memoryKey(for vault: VaultID, in region: KeyRegion) -> EpochKey {
    var writer = ByteWriter()
    writer.write(Label.memory.bytes)
    writer.write(vault.bytes)
    let key = signingKey.withSeed { BLAKE2b.derive(32, from: $0, context: writer.bytes) }
    return EpochKey(held: region.hold(key))
  }
}
