package import Sealing
package import Sodium
package import Statements

/// What a newcomer is handed to know the right vault by: its id, the roster act the inviter stands
/// on, and the inviter's signature.
///
/// It opens nothing. Twelve words over it are compared aloud.
package struct Invitation: Hashable, Sendable {
  package let vault: VaultID
  package let roster: StatementID
  package let inviter: VerifyingKey
  package let signature: [UInt8]

  package init(to vault: VaultID, standingOn roster: StatementID, by holder: any KeyHolder) {
    self.vault = vault
    self.roster = roster
    inviter = holder.card.verifyingKey
    signature = holder.sign(
      Invitation.signed(vault: vault, roster: roster, inviter: inviter), for: .invitation)
  }

  private static let prefix = "conclave-invitation-1."
  private static let byteCount = 32 + 32 + 32 + 64

  package var text: String { Invitation.prefix + Base64URL.encode(bytes) }

  private var bytes: [UInt8] {
    Invitation.signed(vault: vault, roster: roster, inviter: inviter) + signature
  }

  package var words: Fingerprint { Fingerprint(digest: ObjectDigest.of(bytes)) }

  /// Reads an invitation from text that may have been wrapped or quoted on its way.
  package init(reading text: String) throws(VaultError) {
    let all = Array(text.utf8)
    let prefix = Array(Invitation.prefix.utf8)
    guard let start = all.indices.first(where: { all[$0...].starts(with: prefix) }) else {
      throw .invitationMalformed
    }
    let count = (Invitation.byteCount * 8 + 5) / 6
    let digits = all[(start + prefix.count)...].filter { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    guard digits.count >= count,
      let bytes = Base64URL.decode(Array(digits.prefix(count))),
      let inviter = try? VerifyingKey(validating: Array(bytes[64..<96]))
    else { throw .invitationMalformed }
    vault = VaultID(Array(bytes[0..<32]))
    roster = StatementID(Array(bytes[32..<64]))
    self.inviter = inviter
    signature = Array(bytes[96...])
    let signed = SigningPurpose.invitation.label.message(Array(bytes[..<96]))
    guard inviter.verify(signature, of: signed) else { throw .invitationNotAuthentic }
  }

  private static func signed(
    vault: VaultID, roster: StatementID, inviter: VerifyingKey
  ) -> [UInt8] {
    vault.bytes + roster.bytes + inviter.bytes
  }
}
