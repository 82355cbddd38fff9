import Sodium

/// Vectors for the format article's section "Attachments".
package enum AttachmentVectors {
  package static let area = "attachment"

  /// What a reader is given of a piece: the object `sealed`, and what the statement says of `stated`.
  private static func vector(
    _ name: String, _ what: String, expect: String, _ sealed: ForgedPiece,
    stated: ForgedPiece = ForgedPiece(), digest: [UInt8]? = nil, bytes: [UInt8]? = nil
  ) -> Vector {
    let place = ForgedPiece().seal
    return Vector(
      name, what, expect: expect, bytes: bytes ?? sealed.bytes,
      [
        "key": Bytes.hex(place.key), "vault": Bytes.hex(place.vault),
        "compartment": Bytes.hex(place.compartment), "epoch": Bytes.hex(place.epoch),
        "piece-key": Bytes.hex(stated.key), "index": String(stated.index),
        "count": String(stated.count), "digest": Bytes.hex(digest ?? stated.digest),
      ])
  }

  private static func good(_ name: String, _ what: String, _ piece: ForgedPiece) -> Vector {
    let vector = vector(name, what, expect: "ok", piece, stated: piece)
    return Vector(
      name, what, expect: "ok",
      vector.inputs.merging([
        "content": Bytes.hex(piece.contentHash), "plaintext": Bytes.hex(piece.content),
      ]) { $1 })
  }

  private static func wrong(
    _ name: String, _ what: String, _ change: (inout ForgedPiece) -> Void
  ) -> Vector {
    vector(name, what, expect: "wrongDigest", ForgedPiece(), digest: ForgedPiece(change).digest)
  }

  private static func sealed(
    _ name: String, _ what: String, _ change: (inout ForgedSeal) -> Void
  ) -> Vector {
    vector(name, what, expect: "notAuthentic", ForgedPiece { change(&$0.seal) })
  }

  package static var all: [Vector] {
    let piece = ForgedPiece()
    return [
      good("good", "an attachment of one piece", piece),
      good("good-empty", "a file of no bytes", ForgedPiece { $0.content = [] }),
      good(
        "good-third-of-five", "a piece in the middle",
        ForgedPiece { ($0.index, $0.count) = (2, 5) }),
      good(
        "good-zeros-behind", "the last piece: the file's end, and zeros up to its padded length",
        ForgedPiece {
          $0.content = Array("the end".utf8) + Bytes.filled(0, 500)
          ($0.index, $0.count) = (4, 5)
        }),
      good(
        "good-pack-inside", "what is attached are the bytes of a pack: a piece all the same",
        ForgedPiece { $0.content = [1] + Bytes.field("one") }),
      good(
        "good-unattached", "a piece that no statement lists, as an index names it",
        ForgedPiece { ($0.key, $0.count) = (Bytes.filled(0), 0) }),
      wrong("another-index", "the second piece where the first belongs") { $0.index = 1 },
      wrong("another-count", "a piece of an attachment of more pieces") { $0.count = 2 },
      wrong("another-key", "a piece of another attachment") { $0.key = Bytes.filled(0x67) },
      wrong("another-content", "a piece of another content") { $0.content[0] ^= 1 },
      wrong("zero-behind", "one zero more than the piece has") { $0.content.append(0) },
      wrong("content-label-of-place", "the content hashed under the other label") {
        $0.contentLabel = $0.placeLabel
      },
      wrong("place-label-of-content", "the place hashed under the other label") {
        $0.placeLabel = $0.contentLabel
      },
      vector(
        "digest-without-place", "the hash of the content alone", expect: "wrongDigest", piece,
        digest: piece.contentHash),
      vector(
        "digest-without-key", "a digest that anybody could compute", expect: "wrongDigest", piece,
        digest: Bytes.hash(piece.content)),
      sealed("sealed-as-pack", "sealed as kind 1") { $0.kind = 1 },
      sealed("another-vault", "sealed for another vault") { $0.vault = Bytes.filled(0x34) },
      sealed("another-case", "sealed for another case") { $0.compartment = Bytes.filled(0x45) },
      sealed("another-epoch", "sealed for another epoch") { $0.epoch = Bytes.filled(0x56) },
      sealed("padding-longer", "padded to more than it must be") { $0.byteCount = 8192 },
      vector(
        "flipped", "one bit of the ciphertext", expect: "notAuthentic", piece,
        bytes: piece.bytes.flipped(at: 100)),
      vector(
        "cut", "the last byte missing", expect: "malformed", piece, bytes: piece.bytes.dropLast()),
    ]
  }
}
