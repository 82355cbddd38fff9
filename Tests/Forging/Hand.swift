package import Sealing
package import Sodium

/// Somebody whose keys are always the same, so that what they sign can be forged again.
///
/// Unlike an identity it hands its secrets out and signs whatever it is asked to.
package final class Hand: KeyHolder {
  package let card: Card
  package let signingKey: SigningKey
  package let boxKey: BoxSecretKey
  package let seed: [UInt8]
  package let boxSeed: [UInt8]

  package init(_ name: String, address: String = "") {
    let seed = Bytes.hash(Array("forged signing key of \(name)".utf8))
    let boxSeed = Bytes.hash(Array("forged box key of \(name)".utf8))
    self.seed = seed
    self.boxSeed = boxSeed
    signingKey = SigningKey(seed: seed.span)
    boxKey = BoxSecretKey(copying: boxSeed.span)
    do {
      card = try Card(name: name, address: address, boxKey: boxKey.publicKey, signedBy: signingKey)
    } catch {
      preconditionFailure("a forged member has a good name: \(error)")
    }
  }

  package func sign(_ bytes: [UInt8], for purpose: SigningPurpose) -> [UInt8] {
    signingKey.sign(purpose.label.message(bytes))
  }

  /// Signs under a label the program may not know.
  package func sign(_ bytes: [UInt8], under label: String) -> [UInt8] {
    signingKey.sign(Array(label.utf8) + [0] + bytes)
  }

  package func open(
    _ grant: Grant, in vault: VaultID, into region: KeyRegion
  ) throws(GrantError) -> [GrantedKey]? {
    try grant.open(with: boxKey, in: vault, into: region)
  }

  package func memoryKey(for vault: VaultID, in region: KeyRegion) -> EpochKey {
    EpochKey(
      held: region.hold(
        Bytes.hash(Bytes.field("conclave/1/memory") + Bytes.field(vault.bytes), key: seed).span))
  }
}
