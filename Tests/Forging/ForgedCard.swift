import Sealing
import Sodium

/// A card of which every part can be chosen.
package struct ForgedCard {
  package var version: UInt8 = 1
  package var signer = Hand("Ada")
  /// Nil for the signer's.
  package var verifyingKey: [UInt8]?
  package var boxKey: [UInt8]?
  package var name = Array("Ada".utf8)
  package var address = Array("ada@example.org".utf8)
  package var label = "conclave/1/card"
  /// Nil for the signer's over everything before it.
  package var signature: [UInt8]?

  package init() {}

  package init(_ change: (inout ForgedCard) -> Void) { change(&self) }

  package var signedPart: [UInt8] {
    [version] + (verifyingKey ?? signer.signingKey.verifyingKey.bytes)
      + (boxKey ?? signer.boxKey.publicKey.bytes) + Bytes.field(name) + Bytes.field(address)
  }

  package var bytes: [UInt8] { signedPart + (signature ?? signer.sign(signedPart, under: label)) }
}
