package import Sodium

/// What may be signed with a member's key; nothing else ever is.
package enum SigningPurpose: Sendable {
  case statement
  case endorsement
  case departure
  case invitation
  case certificate

  package var label: Label {
    switch self {
    case .statement: .signedStatement
    case .endorsement: .endorsement
    case .departure: .departure
    case .invitation: .invitation
    case .certificate: .certificate
    }
  }
}

/// The one seam through which a member's secret keys are used.
///
/// In process it is an `Identity`; another process can take its place without a layer above
/// noticing. Whoever implements it never hands a signing or box key out.
package protocol KeyHolder: Sendable {
  var card: Card { get }

  /// Signs `bytes` for one purpose; the label of the purpose is part of what is signed.
  func sign(_ bytes: [UInt8], for purpose: SigningPurpose) -> [UInt8]

  /// The keys in `grant`, held in `region`; nil when it is not for this member.
  func open(
    _ grant: Grant, in vault: VaultID, into region: KeyRegion
  ) throws(GrantError) -> [GrantedKey]?

  /// The key to this member's memory of `vault`, held in `region`.
  func memoryKey(for vault: VaultID, in region: KeyRegion) -> EpochKey
}

extension KeyHolder {
  package var member: MemberID { card.member }
}
