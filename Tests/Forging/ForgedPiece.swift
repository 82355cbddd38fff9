/// A piece of an attachment of which every part can be chosen.
package struct ForgedPiece {
  package var key = Bytes.filled(0x66)
  package var content = Array("what is attached".utf8)
  package var index = 0
  package var count = 1
  package var contentLabel = "conclave/1/content-of-piece"
  package var placeLabel = "conclave/1/place-of-piece"
  /// How it is sealed; its plaintext is the content.
  package var seal = ForgedSeal { $0.kind = 4 }

  package init() {}

  package init(_ change: (inout ForgedPiece) -> Void) { change(&self) }

  package var contentHash: [UInt8] {
    Bytes.hash(Bytes.field(contentLabel) + Bytes.field(content), key: key)
  }

  package var digest: [UInt8] {
    Bytes.hash(
      Bytes.field(placeLabel) + Bytes.field(Bytes.number(index) + Bytes.number(count))
        + Bytes.field(contentHash), key: key)
  }

  package var bytes: [UInt8] {
    var seal = seal
    seal.plaintext = content
    return seal.bytes
  }
}
