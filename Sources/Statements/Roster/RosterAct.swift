import Defences
package import Sealing
import Sodium

/// One link of the roster's chain: a change, the act before it, and the endorsements it needs.
///
/// Whether it is valid follows from the chain alone.
package struct RosterAct: Hashable, Sendable {
  package let before: StatementID
  package let change: RosterChange
  package let endorsements: [MemberID: [UInt8]]

  package init(
    before: StatementID, change: RosterChange, endorsements: [MemberID: [UInt8]] = [:]
  ) {
    self.before = before
    self.change = change
    self.endorsements = endorsements
  }

  /// What an endorser signs: this change, after this act, in this vault, and no other.
  package static func endorsed(
    _ change: RosterChange, after before: StatementID, in vault: VaultID
  ) -> [UInt8] {
    JSONValue.object(["before": .id(before), "change": change.json, "vault": .id(vault)]).encoded()
  }

  /// What a leaver signs.
  package static func departed(
    _ member: MemberID, after before: StatementID, in vault: VaultID
  ) -> [UInt8] {
    JSONValue.object(["before": .id(before), "member": .id(member), "vault": .id(vault)]).encoded()
  }

  /// Whether every signature inside the act is good: endorsements, departure, card.
  func isAuthentic(in vault: VaultID) -> Bool {
    let endorsed = SigningPurpose.endorsement.label.message(
      RosterAct.endorsed(change, after: before, in: vault))
    for (member, signature) in endorsements where Defence.endorsementSignature.stands {
      guard let key = try? VerifyingKey(validating: member.bytes),
        key.verify(signature, of: endorsed)
      else { return false }
    }
    switch change {
    case .appoint(let card, _), .rekey(_, let card): return card.isAuthentic
    case .depart(let member, let signature):
      let departed = SigningPurpose.departure.label.message(
        RosterAct.departed(member, after: before, in: vault))
      guard Defence.departureSignature.stands else { return true }
      guard let key = try? VerifyingKey(validating: member.bytes) else { return false }
      return key.verify(signature, of: departed)
    case .remove, .role, .keyHolder, .voting, .titles: return true
    }
  }

  var body: [String: JSONValue] {
    [
      "before": .id(before),
      "change": change.json,
      "endorsements": .array(
        endorsements.sorted { $0.key < $1.key }.map { member, signature in
          .object(["member": .id(member), "signature": .string(signature.lowercaseHex)])
        }),
    ]
  }

  init?(_ fields: inout Fields) {
    guard let before: StatementID = fields.takeID("before"),
      let change = fields.takeObject("change").flatMap(RosterChange.init),
      let elements = fields.takeArray("endorsements"), elements.count <= 256
    else { return nil }
    var endorsements: [MemberID: [UInt8]] = [:]
    for element in elements {
      guard case .object(let members) = element else { return nil }
      var inner = Fields(members)
      guard let member: MemberID = inner.takeID("member"),
        let signature = inner.takeBytes("signature"), signature.count == 64, inner.isEmpty,
        endorsements.updateValue(signature, forKey: member) == nil
      else { return nil }
    }
    self.init(before: before, change: change, endorsements: endorsements)
  }
}

/// A change one voter proposes because it needs more signatures than theirs.
package struct RosterProposal: Hashable, Sendable {
  package let before: StatementID
  package let change: RosterChange
  /// The proposer's own endorsement.
  package let signature: [UInt8]

  package init(before: StatementID, change: RosterChange, signature: [UInt8]) {
    self.before = before
    self.change = change
    self.signature = signature
  }

  var body: [String: JSONValue] {
    [
      "before": .id(before), "change": change.json,
      "signature": .string(signature.lowercaseHex),
    ]
  }

  init?(_ fields: inout Fields) {
    guard let before: StatementID = fields.takeID("before"),
      let change = fields.takeObject("change").flatMap(RosterChange.init),
      let signature = fields.takeBytes("signature"), signature.count == 64
    else { return nil }
    self.init(before: before, change: change, signature: signature)
  }
}

/// A voter's co-signature to a proposal.
package struct RosterEndorsement: Hashable, Sendable {
  package let proposal: StatementID
  package let signature: [UInt8]

  package init(proposal: StatementID, signature: [UInt8]) {
    self.proposal = proposal
    self.signature = signature
  }

  var body: [String: JSONValue] {
    ["proposal": .id(proposal), "signature": .string(signature.lowercaseHex)]
  }

  init?(_ fields: inout Fields) {
    guard let proposal: StatementID = fields.takeID("proposal"),
      let signature = fields.takeBytes("signature"), signature.count == 64
    else { return nil }
    self.init(proposal: proposal, signature: signature)
  }
}
