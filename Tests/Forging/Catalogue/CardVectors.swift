import Sealing
import Sodium

/// Vectors for the format article's section "Card": as bytes, and as text.
package enum CardVectors {
  package static let area = "card"

  private static func card(
    _ name: String, _ what: String, expect: String, _ change: (inout ForgedCard) -> Void
  ) -> Vector {
    Vector(name, what, expect: expect, bytes: ForgedCard(change).bytes)
  }

  private static func bytes(_ text: String) -> [UInt8] {
    Vector("", "", expect: "", ["bytes": text]).bytes()
  }

  private static var positive: [Vector] {
    let ada = Hand("Ada")
    let member = ["member": ada.card.member.hex]
    return [
      Vector(
        "good", "a card", expect: "ok", bytes: ForgedCard().bytes,
        member.merging(["card-name": "Ada", "address": "ada@example.org"]) { $1 }),
      Vector(
        "good-no-address", "a card without an address", expect: "ok",
        bytes: ForgedCard { $0.address = [] }.bytes,
        member.merging(["card-name": "Ada", "address": ""]) { $1 }),
      Vector(
        "good-accents", "a name that is not ASCII, kept as it is written", expect: "ok",
        bytes: ForgedCard { $0.name = Array("Zoe\u{308} Łuk".utf8) }.bytes,
        member.merging(["card-name": "Zoe\u{308} Łuk", "address": "ada@example.org"]) { $1 }),
    ]
  }

  private static var keys: [Vector] {
    let zero = Bytes.filled(0)
    let one: [UInt8] = [1] + Bytes.filled(0, 31)
    return [
      card(
        "signing-key-small-order", "a signing key under which anybody signs",
        expect: "badKey(lowOrder)"
      ) { $0.verifyingKey = one },
      card(
        "signing-key-not-canonical", "a coordinate at or above the prime",
        expect: "badKey(nonCanonical)"
      ) {
        $0.verifyingKey = [0xee] + Bytes.filled(0xff, 30) + [0x7f]
      },
      card(
        "signing-key-not-on-curve", "bytes that are no point",
        expect: "badKey(notOnCurve)"
      ) { $0.verifyingKey = [2] + Bytes.filled(0, 31) },
      card(
        "signing-key-mixed-order", "a good key plus a point of low order",
        expect: "badKey(mixedOrder)"
      ) { $0.verifyingKey = CardVectors.mixedOrder },
      card("box-key-zero", "a box key of small order", expect: "badKey(lowOrder)") {
        $0.boxKey = zero
      },
      card("box-key-one", "another box key of small order", expect: "badKey(lowOrder)") {
        $0.boxKey = one
      },
      card("box-key-minus-one", "the coordinate -1, of order 4", expect: "badKey(lowOrder)") {
        $0.boxKey = [0xec] + Bytes.filled(0xff, 30) + [0x7f]
      },
      card("box-key-top-bit", "a good box key with bit 255 set", expect: "badKey(nonCanonical)") {
        $0.boxKey = Hand("Ada").boxKey.publicKey.bytes.flipped(at: 31, bit: 7)
      },
      card(
        "box-key-not-reduced", "a coordinate at or above the prime",
        expect: "badKey(nonCanonical)"
      ) {
        $0.boxKey = [0xed] + Bytes.filled(0xff, 30) + [0x7f]
      },
    ]
  }

  /// A good key plus a point of order 8; libsodium accepts signatures under it.
  private static let mixedOrder = bytes(
    "b154bd62188ae283dd187fefe8c31f5e276edf083b4cff11c9d5cff856c74440")

  private static var signatures: [Vector] {
    let good = ForgedCard()
    let signature = good.signer.sign(good.signedPart, under: "conclave/1/card")
    return [
      card("name-changed", "the name was changed after signing", expect: "notAuthentic") {
        $0.name = Array("Eve".utf8)
        $0.signature = signature
      },
      card("address-changed", "the address was changed after signing", expect: "notAuthentic") {
        $0.address = Array("eve@example.org".utf8)
        $0.signature = signature
      },
      card(
        "name-and-address-moved", "a letter moved from the address to the name",
        expect: "notAuthentic"
      ) {
        $0.name = Array("Adaa".utf8)
        $0.address = Array("da@example.org".utf8)
        $0.signature = signature
      },
      card(
        "box-key-of-another", "somebody else's box key, under the old signature",
        expect: "notAuthentic"
      ) {
        $0.boxKey = Hand("Eve").boxKey.publicKey.bytes
        $0.signature = signature
      },
      card(
        "signing-key-of-another", "somebody else's signing key, under the old signature",
        expect: "notAuthentic"
      ) {
        $0.verifyingKey = Hand("Eve").signingKey.verifyingKey.bytes
        $0.signature = signature
      },
      card("signed-by-another", "signed with a key that is not on the card", expect: "notAuthentic")
      {
        $0.signature = Hand("Eve").sign(good.signedPart, under: "conclave/1/card")
      },
      card(
        "signed-for-another-use", "signed under the label of a statement", expect: "notAuthentic"
      ) { $0.label = "conclave/1/statement" },
      card(
        "signature-malleable", "the signature with the group's order added to its second half",
        expect: "notAuthentic"
      ) { $0.signature = malleable(signature) },
      card("signature-zero", "a signature of zeros", expect: "notAuthentic") {
        $0.signature = Bytes.filled(0, 64)
      },
    ]
  }

  private static var forms: [Vector] {
    let good = ForgedCard().bytes
    return [
      Vector("empty", "no bytes", expect: "malformed(truncated(expected: 1, found: 0))", bytes: []),
      card(
        "version-2", "a version this reader does not know",
        expect: "malformed(unknownVersion(2))"
      ) { $0.version = 2 },
      Vector(
        "truncated", "the last byte is missing",
        expect: "malformed(truncated(expected: 64, found: 63))", bytes: good.dropLast()),
      Vector(
        "extended", "one byte too many", expect: "malformed(trailingBytes(1))",
        bytes: good + [0]),
      card(
        "name-too-long", "201 bytes of name",
        expect: "malformed(tooLarge(limit: 200, found: 201))"
      ) {
        $0.name = Bytes.filled(0x61, 201)
      },
      card(
        "address-too-long", "255 bytes of address",
        expect: "malformed(tooLarge(limit: 254, found: 255))"
      ) {
        $0.address = Bytes.filled(0x61, 255)
      },
      card("name-not-utf8", "a name that is no text", expect: "malformed(notText)") {
        $0.name = [0x41, 0xff]
      },
      card("name-overlong-utf8", "a slash in two bytes", expect: "malformed(notText)") {
        $0.name = [0x41, 0xc0, 0xaf]
      },
      card("name-surrogate", "half of a surrogate pair", expect: "malformed(notText)") {
        $0.name = [0x41, 0xed, 0xa0, 0x80]
      },
      card("name-empty", "no name", expect: "badName") { $0.name = [] },
      card("name-newline", "a name of two lines", expect: "badName") {
        $0.name = Array("Ada\nEve".utf8)
      },
      card("name-escape", "a name that steers a terminal", expect: "badName") {
        $0.name = Array("Ada\u{1b}[2J".utf8)
      },
      card("name-bidirectional", "a name that turns what follows around", expect: "badName") {
        $0.name = Array("Ada\u{202e}eve".utf8)
      },
      card("name-zero-width", "a name with an invisible letter", expect: "badName") {
        $0.name = Array("A\u{200b}da".utf8)
      },
      card("name-only-blank", "a name nobody sees", expect: "badName") { $0.name = [0x20] },
      card("name-leading-blank", "a name that begins with a blank", expect: "badName") {
        $0.name = Array(" Ada".utf8)
      },
      card(
        "name-no-break-space", "a name that ends with a blank of another kind",
        expect: "badName"
      ) { $0.name = Array("Ada\u{a0}".utf8) },
      card("address-blank", "an address with a blank", expect: "badAddress") {
        $0.address = Array("ada @example.org".utf8)
      },
      card("address-newline", "an address that adds a line to a mail's head", expect: "badAddress")
      { $0.address = Array("a@b.c\r\nBcc:e@v.e".utf8) },
    ]
  }

  private static var texts: [Vector] {
    func text(_ name: String, _ what: String, expect: String, _ text: String) -> Vector {
      // Text is given in hexadecimal, so that line ends in it survive every tool.
      Vector(name, what, expect: expect, ["text": Bytes.hex(Array(text.utf8))])
    }
    let digits = Base64URL.encode(ForgedCard().bytes)
    let card = "conclave-card-1." + digits
    let half = digits.count / 2
    let member = Hand("Ada").card.member.hex
    func good(_ name: String, _ what: String, _ written: String) -> Vector {
      Vector(
        name, what, expect: "ok",
        [
          "text": Bytes.hex(Array(written.utf8)), "member": member, "card-name": "Ada",
          "address": "ada@example.org",
        ])
    }
    return [
      good("text-good", "a card as text", card),
      good(
        "text-wrapped", "wrapped and quoted on its way, words before and after",
        "Hi all,\n> conclave-card-1.\(digits.prefix(half))\r\n> > \(digits.dropFirst(half))\n\nBest, Ada\n"
      ),
      text("text-no-card", "no card in it", expect: "notACard", "conclave-card-2.\(digits)"),
      text(
        "text-cut", "the second half is missing", expect: "notACard",
        "conclave-card-1.\(digits.prefix(half))"),
      text("text-empty", "nothing after the prefix", expect: "notACard", "conclave-card-1."),
      text(
        "text-letter-changed", "one letter of the name was changed", expect: "notAuthentic",
        "conclave-card-1."
          + Base64URL.encode(
            ForgedCard {
              $0.name = Array("Adb".utf8)
              let good = ForgedCard()
              $0.signature = good.signer.sign(good.signedPart, under: "conclave/1/card")
            }.bytes)),
    ]
  }

  /// Adds the order of the group, 2^252 + 27742317777372353535851937790883648493, to the number in
  /// the signature's second half.
  private static func malleable(_ signature: [UInt8]) -> [UInt8] {
    let order = bytes("edd3f55c1a631258d69cf7a2def9de14" + "00000000000000000000000000000010")
    var sum = signature
    var carry = 0
    for index in 0..<32 {
      let digit = Int(signature[32 + index]) + Int(order[index]) + carry
      sum[32 + index] = UInt8(digit & 255)
      carry = digit >> 8
    }
    return sum
  }

  package static var all: [Vector] { positive + keys + signatures + forms + texts }
}
