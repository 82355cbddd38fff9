import Sealing

/// Vectors for the format article's section "Grant".
package enum GrantVectors {
  package static let area = "grant"

  private static func vector(
    _ name: String, _ what: String, expect: String = "notAuthentic", reader: String = "Ada",
    vault: UInt8 = 0x33, _ bytes: [UInt8]
  ) -> Vector {
    Vector(
      name, what, expect: expect, bytes: bytes,
      ["box-secret": Bytes.hex(Hand(reader).boxSeed), "vault": Bytes.hex(Bytes.filled(vault))])
  }

  private static func good(
    _ name: String, _ what: String, reader: String = "Ada", keys: String, _ grant: ForgedGrant
  ) -> Vector {
    let vector = vector(name, what, expect: "ok", reader: reader, grant.bytes)
    return Vector(name, what, expect: "ok", vector.inputs.merging(["keys": keys]) { $1 })
  }

  private static var positive: [Vector] {
    let first = Bytes.hex(ForgedGrant.entry())
    let second = ForgedGrant.entry(compartment: Bytes.filled(0x45), key: Bytes.filled(0x12))
    return [
      good("good", "one key to one reader", keys: first, ForgedGrant()),
      good(
        "good-last-slot", "the reader's slot is the last of eight", keys: first,
        ForgedGrant {
          $0.logarithm = 3
          let own = $0.slot(for: Hand("Ada"), holding: $0.grantKey)
          $0.slots = (0..<7).map { Bytes.hash([UInt8($0)], byteCount: 48) } + [own]
        }),
      good(
        "good-many-keys", "two keys of two compartments in one grant", reader: "Bo",
        keys: first + Bytes.hex(second),
        ForgedGrant {
          $0.readers = [Hand("Ada"), Hand("Bo"), Hand("Cy")]
          $0.entries.append(second)
        }),
      good("good-no-keys", "a grant of nothing", keys: "", ForgedGrant { $0.entries = [] }),
      Vector(
        "good-for-another", "a grant to somebody else opens for nobody else", expect: "none",
        vector("", "", reader: "Bo", ForgedGrant().bytes).inputs),
    ]
  }

  private static var changed: [Vector] {
    let bytes = ForgedGrant().bytes
    let places: [(String, Int, String)] = [
      ("ephemeral", 1, "none"), ("slot", 33, "none"), ("slot-tag", 48, "none"),
      ("payload-salt", 225, "notAuthentic"), ("payload-commitment", 265, "notAuthentic"),
      ("payload", 400, "notAuthentic"), ("payload-tag", 4320, "notAuthentic"),
    ]
    return places.map { place, index, expect in
      vector(
        "flipped-\(place)", "one bit of the \(place) is flipped", expect: expect,
        bytes.flipped(at: index))
    } + [
      vector("empty", "no bytes", expect: "malformed(truncated(expected: 1, found: 0))", []),
      vector(
        "logarithm-only", "one byte", expect: "malformed(truncated(expected: 224, found: 0))",
        [2]),
      vector(
        "logarithm-too-small", "two slots", expect: "malformed(notCanonical)",
        [1] + bytes.dropFirst()),
      vector(
        "logarithm-too-large", "2,048 slots", expect: "malformed(notCanonical)",
        [11] + bytes.dropFirst()),
      vector(
        "logarithm-raised", "twice the slots there are",
        expect: "malformed(truncated(expected: 4096, found: 3904))", [3] + bytes.dropFirst()),
      vector(
        "payload-cut", "a payload shorter than any",
        expect: "malformed(truncated(expected: 4096, found: 4095))", bytes.dropLast()),
      vector("payload-extended", "one byte too many", bytes + [0]),
      vector("wrong-vault", "opened in another vault of the same people", vault: 0x34, bytes),
    ]
  }

  private static var forged: [Vector] {
    let wrongKey = "notTheCommittedKey(\(Bytes.hex(Bytes.filled(0x44))))"
    return [
      vector(
        "ephemeral-small-order", "an ephemeral key whose agreements everybody knows",
        ForgedGrant { $0.ephemeral = Bytes.filled(0) }.bytes),
      vector(
        "ephemeral-top-bit", "the ephemeral key in its other encoding",
        ForgedGrant {
          let bytes = ForgedGrant().bytes
          $0.ephemeral = Array(bytes[1..<33]).flipped(at: 31, bit: 7)
        }.bytes),
      vector(
        "two-grant-keys", "two readers are handed different grant keys; the second's opens nothing",
        reader: "Bo",
        ForgedGrant {
          $0.slots = [
            $0.slot(for: Hand("Ada"), holding: $0.grantKey),
            $0.slot(for: Hand("Bo"), holding: Bytes.filled(0x78)),
          ]
        }.bytes),
      vector(
        "payload-of-a-pack", "the payload is sealed as kind 1",
        ForgedGrant { $0.kind = 1 }.bytes),
      vector(
        "payload-of-another-grant", "slots of one grant, payload of another",
        ForgedGrant {
          $0.payload = Array(ForgedGrant { $0.grantKey = Bytes.filled(0x78) }.bytes[225...])
        }.bytes),
      vector(
        "entry-cut", "95 of an entry's 96 bytes", expect: "malformed(trailingBytes(95))",
        ForgedGrant { $0.entries = [Array(ForgedGrant.entry().dropLast())] }.bytes),
      vector(
        "another-key", "a key that is not the one its epoch commits to", expect: wrongKey,
        ForgedGrant {
          let epoch = Array(ForgedGrant.entry()[32..<64])
          $0.entries = [ForgedGrant.entry(epoch: epoch, key: Bytes.filled(0x12))]
        }.bytes),
      vector(
        "another-epoch", "an epoch that commits to another key", expect: wrongKey,
        ForgedGrant { $0.entries = [ForgedGrant.entry(epoch: Bytes.filled(0x55))] }.bytes),
      vector(
        "another-compartment", "a key and epoch of one case, said to be another's",
        expect: wrongKey,
        ForgedGrant {
          let elsewhere = ForgedGrant.entry(compartment: Bytes.filled(0x45))
          $0.entries = [Bytes.filled(0x44) + elsewhere[32...]]
        }.bytes),
      vector(
        "another-vault", "a key and epoch of another vault", expect: wrongKey,
        ForgedGrant { $0.entries = [ForgedGrant.entry(vault: Bytes.filled(0x34))] }.bytes),
      vector(
        "second-key-is-another", "a good key, then one that is not what its epoch commits to",
        expect: wrongKey,
        ForgedGrant { $0.entries.append(ForgedGrant.entry(epoch: Bytes.filled(0x55))) }.bytes),
    ]
  }

  package static var all: [Vector] { positive + changed + forged }
}
