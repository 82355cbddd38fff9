import Sealing
import Sodium

/// Signs with one member's key and says that another did.
struct Impostor: KeyHolder {
  let card: Card
  let signer: Identity

  func sign(_ bytes: [UInt8], for purpose: SigningPurpose) -> [UInt8] {
    signer.sign(bytes, for: purpose)
  }

  func open(
    _ grant: Grant, in vault: VaultID, into region: KeyRegion
  ) throws(GrantError) -> [GrantedKey]? {
    try signer.open(grant, in: vault, into: region)
  }

  func memoryKey(for vault: VaultID, in region: KeyRegion) -> EpochKey {
    signer.memoryKey(for: vault, in: region)
  }
}
