import Sealing
import Sodium

/// An identity file of which every part can be chosen.
package struct ForgedIdentityFile {
  package var magic = Array("conclave identity 1\n".utf8)
  package var memory = 1
  package var passes = 1
  package var salt = Bytes.filled(0x88, 16)
  package var nonce = Bytes.filled(0x99, 24)
  package var card = Hand("Ada").card.bytes
  package var passphrase = Array("correct horse battery staple".utf8)
  package var secrets = Hand("Ada").seed + Hand("Ada").boxSeed
  /// What the box is bound to; nil for everything before it.
  package var associated: [UInt8]?
  /// Costs for deriving the key, when they differ from those written.
  package var derivedMemory: Int?
  package var derivedPasses: Int?

  package init() {}

  package init(_ change: (inout ForgedIdentityFile) -> Void) { change(&self) }

  package var head: [UInt8] {
    magic + Bytes.number(memory) + Bytes.number(passes) + salt + nonce + Bytes.field(card)
  }

  package var bytes: [UInt8] {
    do {
      let key = try PasswordHash.derive(
        32, from: passphrase.span, salt: salt, memoryBytes: (derivedMemory ?? memory) << 20,
        passes: derivedPasses ?? passes)
      return head
        + key.withSpan {
          AEAD.seal(secrets.span, boundTo: associated ?? head, nonce: nonce, key: $0)
        }
    } catch {
      preconditionFailure("the costs of a forged file can be paid: \(error)")
    }
  }
}
