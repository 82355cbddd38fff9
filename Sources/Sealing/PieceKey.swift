import Sodium

/// The key under which the pieces of one attachment are hashed.
///
/// Random, and known to whoever reads the statement that attaches: it hides nothing from them. It
/// keeps a digest from saying that two attachments are alike, and pieces of one from passing for
/// those of another.
package struct PieceKey: Hashable, Sendable {
  package static let byteCount = 32

  package let bytes: [UInt8]

  package init?(_ bytes: [UInt8]) {
    guard bytes.count == PieceKey.byteCount else { return nil }
    self.bytes = bytes
  }

  private init(zeros: Void) { bytes = [UInt8](repeating: 0, count: PieceKey.byteCount) }

  private init(random: Void) { bytes = Randomness.bytes(PieceKey.byteCount) }

  package static func random() -> PieceKey { PieceKey(random: ()) }

  /// Hashes pieces of which no attachment is known, so that they can be told apart all the same.
  package static let unattached = PieceKey(zeros: ())

  /// The hash of a piece's content, wherever it stands.
  package func content(of piece: [UInt8]) -> [UInt8] {
    var stream = BLAKE2b.Stream(key: bytes.span, byteCount: 32)
    var head = ByteWriter()
    head.write(Label.contentOfPiece.bytes)
    head.write(UInt32(piece.count))
    stream.update(head.bytes.span)
    stream.update(piece.span)
    return stream.finalize()
  }

  /// The digest of a piece: its content, and that it is number `index`, from 0, of `count`.
  ///
  /// Two steps, so that a piece whose place is unknown is hashed once and then compared with every
  /// place.
  package func digest(of content: [UInt8], at index: Int, of count: Int) -> PieceDigest {
    var writer = ByteWriter()
    writer.write(Label.placeOfPiece.bytes)
    var place = ByteWriter()
    place.write(UInt32(index))
    place.write(UInt32(count))
    writer.write(place.bytes)
    writer.write(content)
    return PieceDigest(BLAKE2b.hash(writer.bytes, key: bytes.span, byteCount: 32))
  }
}

extension SealedObject {
  /// Seals a piece; `digest` is its hash under a piece key.
  package init(
    sealingPiece piece: [UInt8], of digest: PieceDigest, in context: SealContext,
    with key: EpochKey
  ) {
    self.init(sealing: piece.span, hedgedBy: digest.bytes, in: context, with: key)
  }
}
