import Sealing

/// Vectors for the format article's section "Identity file".
///
/// Their costs are below the floor of a release build, which refuses them all.
package enum IdentityVectors {
  package static let area = "identity"
  private static let passphrase = "correct horse battery staple"

  private static func vector(
    _ name: String, _ what: String, expect: String = "notAuthentic",
    passphrase: String = passphrase, _ bytes: [UInt8]
  ) -> Vector {
    Vector(name, what, expect: expect, bytes: bytes, ["passphrase": passphrase])
  }

  private static var headers: [Vector] {
    let bytes = ForgedIdentityFile().bytes
    return [
      vector(
        "flipped-magic", "one bit of the first line is flipped", expect: "notAnIdentity",
        bytes.flipped(at: 0)),
      vector("flipped-salt", "one bit of the salt is flipped", bytes.flipped(at: 28)),
      vector("flipped-nonce", "one bit of the nonce is flipped", bytes.flipped(at: 44)),
      vector(
        "flipped-card-length", "one bit of the card's length is flipped",
        expect: "malformed(truncated(expected: 80, found: 79))",
        bytes.flipped(at: 71)),
      vector(
        "flipped-card-version", "one bit of the card's version is flipped",
        expect: "badCard(malformed(unknownVersion(0)))", bytes.flipped(at: 72)),
      vector(
        "flipped-card-name", "one bit of the name on the card is flipped",
        expect: "badCard(notAuthentic)", bytes.flipped(at: 72 + 65 + 4)),
      vector(
        "flipped-card-signature", "one bit of the card's signature is flipped",
        expect: "badCard(notAuthentic)", bytes.flipped(at: bytes.count - 81)),
      vector(
        "flipped-secret", "one bit of what is sealed is flipped",
        bytes.flipped(at: bytes.count - 80)),
      vector("flipped-tag", "the last bit is flipped", bytes.flipped(at: bytes.count - 1)),
      vector("empty", "no bytes", expect: "notAnIdentity", []),
      vector(
        "first-line-only", "nothing after the first line",
        expect: "malformed(truncated(expected: 4, found: 0))",
        Array("conclave identity 1\n".utf8)),
      vector(
        "truncated", "the last byte is missing",
        expect: "malformed(truncated(expected: 80, found: 79))", bytes.dropLast()),
      vector("extended", "one byte too many", expect: "malformed(trailingBytes(1))", bytes + [0]),
      vector(
        "too-large", "more than 64 KiB",
        expect: "malformed(tooLarge(limit: 65536, found: 65537))",
        bytes + Bytes.filled(0, 65537 - bytes.count)),
      vector(
        "version-2", "a later version's first line", expect: "notAnIdentity",
        ForgedIdentityFile { $0.magic = Array("conclave identity 2\n".utf8) }.bytes),
    ]
  }

  private static var costs: [Vector] {
    func refused(_ memory: Int, _ passes: Int) -> String {
      "unacceptableCost(PassphraseStrength(memoryMebibytes: \(memory), passes: \(passes)))"
    }
    func file(memory: Int, passes: Int) -> [UInt8] {
      ForgedIdentityFile {
        ($0.memory, $0.passes, $0.derivedMemory, $0.derivedPasses) = (memory, passes, 1, 1)
      }.bytes
    }
    return [
      vector("memory-none", "no memory", expect: refused(0, 1), file(memory: 0, passes: 1)),
      vector("passes-none", "no passes", expect: refused(1, 0), file(memory: 1, passes: 0)),
      vector(
        "memory-above-ceiling", "2,049 MiB, refused before any is taken",
        expect: refused(2049, 1), file(memory: 2049, passes: 1)),
      vector(
        "memory-huge", "4 PiB", expect: refused(4_294_967_295, 1),
        file(memory: 4_294_967_295, passes: 1)),
      vector(
        "passes-above-ceiling", "eleven passes", expect: refused(1, 11),
        file(memory: 1, passes: 11)),
      vector(
        "passes-huge", "four thousand million passes", expect: refused(1, 4_294_967_295),
        file(memory: 1, passes: 4_294_967_295)),
      vector(
        "memory-raised", "twice the memory the key was derived with",
        file(memory: 2, passes: 1)),
      vector(
        "passes-raised", "twice the passes the key was derived with",
        file(memory: 1, passes: 2)),
    ]
  }

  private static var contents: [Vector] {
    let ada = Hand("Ada")
    let eve = Hand("Eve")
    return [
      vector(
        "wrong-passphrase", "another passphrase", passphrase: "incorrect horse",
        ForgedIdentityFile().bytes),
      vector("empty-passphrase", "no passphrase", passphrase: "", ForgedIdentityFile().bytes),
      vector(
        "card-of-another", "somebody else's card, bound and all",
        ForgedIdentityFile { $0.card = eve.card.bytes }.bytes),
      vector(
        "signing-key-of-another", "another signing key than the card's",
        ForgedIdentityFile { $0.secrets = eve.seed + ada.boxSeed }.bytes),
      vector(
        "box-key-of-another", "another box key than the card's",
        ForgedIdentityFile { $0.secrets = ada.seed + eve.boxSeed }.bytes),
      vector(
        "secrets-swapped", "the two secrets in the wrong order",
        ForgedIdentityFile { $0.secrets = ada.boxSeed + ada.seed }.bytes),
      vector(
        "head-not-bound", "sealed without its head as associated data",
        ForgedIdentityFile { $0.associated = [] }.bytes),
      vector(
        "secrets-too-long", "65 secret bytes", expect: "malformed(trailingBytes(1))",
        ForgedIdentityFile { $0.secrets.append(0) }.bytes),
      vector(
        "card-too-long", "a card field of 1,025 bytes",
        expect: "malformed(tooLarge(limit: 1024, found: 1025))",
        ForgedIdentityFile { $0.card = Bytes.filled(1, 1025) }.bytes),
      vector(
        "card-none", "no card", expect: "badCard(malformed(truncated(expected: 1, found: 0)))",
        ForgedIdentityFile { $0.card = [] }.bytes),
    ]
  }

  private static var positive: [Vector] {
    let good = vector("good", "an identity", expect: "ok", ForgedIdentityFile().bytes)
    let two = vector(
      "good-dearer", "an identity at twice the cost", expect: "ok",
      ForgedIdentityFile { ($0.memory, $0.passes) = (2, 2) }.bytes)
    let member = ["member": Hand("Ada").card.member.hex]
    return [good, two].map {
      Vector($0.name, $0.what, expect: "ok", $0.inputs.merging(member) { $1 })
    }
  }

  package static var all: [Vector] { positive + headers + costs + contents }
}
