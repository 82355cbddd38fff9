import Sealing
import Sodium

/// Vectors for the format article's section "Invitation".
package enum InvitationVectors {
  package static let area = "invitation"

  private static func text(
    vault: UInt8 = 0x33, roster: UInt8 = 0x44, inviter: [UInt8]? = nil, signer: String = "Ada",
    label: String = "conclave/1/invitation", signature: [UInt8]? = nil
  ) -> String {
    let signed =
      Bytes.filled(vault) + Bytes.filled(roster)
      + (inviter ?? Hand("Ada").signingKey.verifyingKey.bytes)
    return "conclave-invitation-1."
      + Base64URL.encode(signed + (signature ?? Hand(signer).sign(signed, under: label)))
  }

  private static func vector(
    _ name: String, _ what: String, expect: String = "invitationNotAuthentic", _ text: String
  ) -> Vector {
    Vector(name, what, expect: expect, ["text": Bytes.hex(Array(text.utf8))])
  }

  private static func good(_ name: String, _ what: String, _ written: String) -> Vector {
    Vector(
      name, what, expect: "ok",
      [
        "text": Bytes.hex(Array(written.utf8)), "vault": Bytes.hex(Bytes.filled(0x33)),
        "roster": Bytes.hex(Bytes.filled(0x44)), "inviter": Hand("Ada").card.member.hex,
      ])
  }

  package static var all: [Vector] {
    let good = text()
    let signature = Hand("Ada").sign(
      Bytes.filled(0x33) + Bytes.filled(0x44) + Hand("Ada").signingKey.verifyingKey.bytes,
      under: "conclave/1/invitation")
    let half = good.count / 2
    return [
      self.good("good", "an invitation", good),
      self.good(
        "good-wrapped", "wrapped and quoted on its way, words before and after",
        "Welcome!\n> \(good.prefix(half))\r\n> \(good.dropFirst(half))\n\nAda\n"),
      vector("none", "no invitation", expect: "invitationMalformed", "hello"),
      vector(
        "cut", "the second half is missing", expect: "invitationMalformed",
        String(good.prefix(half))),
      vector(
        "of-version-2", "an invitation of a later version", expect: "invitationMalformed",
        good.prefix(20) + "2" + good.dropFirst(21)),
      vector(
        "inviter-small-order", "an inviter whose key is no key", expect: "invitationMalformed",
        text(inviter: [1] + Bytes.filled(0, 31))),
      vector(
        "vault-changed", "another vault, under the old signature",
        text(vault: 0x34, signature: signature)),
      vector(
        "roster-changed", "an older roster act, under the old signature",
        text(roster: 0x45, signature: signature)),
      vector(
        "inviter-changed", "another inviter, under the old signature",
        text(inviter: Hand("Eve").signingKey.verifyingKey.bytes, signature: signature)),
      vector("signed-by-another", "signed with a key it does not name", text(signer: "Eve")),
      vector(
        "signed-for-another-use", "signed under the label of a statement",
        text(label: "conclave/1/statement")),
    ]
  }
}
