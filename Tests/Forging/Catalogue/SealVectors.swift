/// Vectors for the format article's section "Seal".
package enum SealVectors {
  package static let area = "seal"

  private static func vector(
    _ name: String, _ what: String, expect: String = "notAuthentic",
    opened: ForgedSeal = ForgedSeal(), _ bytes: [UInt8]
  ) -> Vector {
    Vector(
      name, what, expect: expect, bytes: bytes,
      [
        "key": Bytes.hex(opened.key), "kind": String(opened.kind),
        "vault": Bytes.hex(opened.vault), "compartment": Bytes.hex(opened.compartment),
        "epoch": Bytes.hex(opened.epoch),
      ])
  }

  private static func good(_ name: String, _ what: String, _ seal: ForgedSeal) -> Vector {
    let vector = vector(name, what, expect: "ok", opened: seal, seal.bytes)
    return Vector(
      name, what, expect: "ok",
      vector.inputs.merging(["plaintext": Bytes.hex(seal.plaintext)]) { $1 })
  }

  private static var positive: [Vector] {
    [
      good("good", "an object as sealing makes it", ForgedSeal()),
      good("good-empty", "nothing, sealed", ForgedSeal { $0.plaintext = [] }),
      good(
        "good-largest-at-floor", "the most that fits into 4,096 bytes",
        ForgedSeal { $0.plaintext = Bytes.filled(0x61, 4007) }),
      good(
        "good-above-floor", "one byte more than fits into 4,096",
        ForgedSeal { $0.plaintext = Bytes.filled(0x61, 4008) }),
      good(
        "good-memory", "kind 3, in no compartment",
        ForgedSeal {
          ($0.kind, $0.compartment, $0.epoch) = (3, Bytes.filled(0), Bytes.filled(0))
        }),
      good(
        "good-looks-padded", "a plaintext that itself ends like padding",
        ForgedSeal { $0.plaintext = [0x61, 0x80, 0, 0] }),
    ]
  }

  private static var flipped: [Vector] {
    let bytes = ForgedSeal().bytes
    let places = [
      ("salt", 0), ("salt-last", 31), ("locator", 32), ("commitment", 40), ("commitment-last", 71),
      ("ciphertext", 72), ("padding", 2000), ("tag", 4080), ("tag-last", 4095),
    ]
    return places.map { place, index in
      vector("flipped-\(place)", "one bit of the \(place) is flipped", bytes.flipped(at: index))
    }
  }

  private static var lengths: [Vector] {
    let bytes = ForgedSeal().bytes
    return [
      vector("empty", "no bytes", expect: "malformed", []),
      vector("head-only", "a head and nothing after it", expect: "malformed", Array(bytes[..<40])),
      vector("truncated", "the last byte is missing", expect: "malformed", bytes.dropLast()),
      vector("extended", "one byte too many", expect: "malformed", bytes + [0]),
      vector(
        "extended-to-next", "zeros up to the next length sealing gives",
        bytes + Bytes.filled(0, ForgedSeal.padme(4097) - 4096)),
      vector(
        "no-padme-length", "a good seal of a length that Padmé does not give",
        expect: "malformed", ForgedSeal { $0.byteCount = 4097 }.bytes),
      vector(
        "padding-not-minimal", "padded to the length after the one that would do",
        ForgedSeal { $0.byteCount = ForgedSeal.padme(4097) }.bytes),
      vector(
        "padding-missing", "zeros without the byte 0x80",
        ForgedSeal { $0.padded = Bytes.filled(0, 4008) }.bytes),
      vector(
        "padding-no-zeros", "text up to the last byte",
        ForgedSeal { $0.padded = Bytes.filled(0x61, 4008) }.bytes),
      vector(
        "padding-begins-early", "the byte 0x80 first, as if nothing were sealed, in a long one",
        ForgedSeal {
          $0.plaintext = []
          $0.byteCount = 8192
        }.bytes),
    ]
  }

  private static var misplaced: [Vector] {
    let bytes = ForgedSeal().bytes
    return [
      vector(
        "wrong-key", "opened with another key",
        opened: ForgedSeal { $0.key = Bytes.filled(0x12) }, bytes),
      vector(
        "wrong-kind", "a pack opened as a grant's payload",
        opened: ForgedSeal { $0.kind = 2 }, bytes),
      vector(
        "wrong-vault", "opened in another vault",
        opened: ForgedSeal { $0.vault = Bytes.filled(0x34) }, bytes),
      vector(
        "wrong-compartment", "opened in another case",
        opened: ForgedSeal { $0.compartment = Bytes.filled(0x45) }, bytes),
      vector(
        "wrong-epoch", "opened as of another epoch",
        opened: ForgedSeal { $0.epoch = Bytes.filled(0x56) }, bytes),
      vector(
        "vault-and-compartment-swapped", "the same 64 bytes, divided between the wrong fields",
        opened: ForgedSeal {
          ($0.vault, $0.compartment) = (Bytes.filled(0x44), Bytes.filled(0x33))
        }, bytes),
      vector(
        "wrong-label", "derived under a label of another use",
        ForgedSeal { $0.label = "conclave/1/epoch" }.bytes),
      vector(
        "wrong-nonce", "encrypted with a nonce that is not zero",
        ForgedSeal { $0.nonce = Bytes.filled(1, 24) }.bytes),
      vector(
        "associated-data", "the head is associated data of the cipher as well",
        ForgedSeal { $0.associated = Bytes.filled(0x22) }.bytes),
      vector(
        "zero-commitment", "a good ciphertext with a commitment of zeros",
        ForgedSeal { $0.commitment = Bytes.filled(0) }.bytes),
      vector(
        "zero-locator", "a good ciphertext with a locator of zeros",
        ForgedSeal { $0.locator = Bytes.filled(0, 8) }.bytes),
    ]
  }

  /// One ciphertext whose tag holds under two keys, in an object that commits to one of them: the
  /// other must not open it.
  private static var twoKeys: [Vector] {
    let other = ForgedSeal { $0.key = Bytes.filled(0x12) }
    let forged = ForgedSeal {
      $0.locator = Array(other.bytes[32..<40])
      $0.commitment = Array(other.bytes[40..<72])
    }
    return [
      vector(
        "two-keys-first", "sealed with one key, committed to another; opened with the first",
        forged.bytes),
      vector(
        "two-keys-second", "sealed with one key, committed to another; opened with the second",
        opened: other, forged.bytes),
    ]
  }

  package static var all: [Vector] { positive + flipped + lengths + misplaced + twoKeys }
}
