/// How an attachment is cut into pieces, whatever it holds.
///
/// What fits into one piece is one, and is padded as every sealed object is. Of anything longer the
/// length is padded by Padmé and then cut, so that each object but the last has exactly 4 MiB and all
/// together tell no more of the length than Padmé does.
package struct PieceLayout: Hashable, Sendable {
  /// How long an attachment may be: 4 GiB.
  package static let sizeLimit = 4 << 30
  /// How long the object of a whole piece is: 4 MiB.
  package static let objectByteCount = 4 << 20
  /// How much of the padded attachment a whole piece holds.
  package static let pieceByteCount = objectByteCount - SealedObject.overhead - 1
  /// No statement lists more; an attachment of 4 GiB has 1,025.
  package static let pieceLimit = 1_100

  /// How many bytes the attachment has.
  package let size: Int
  private let paddedSize: Int

  /// Nil for a size that no attachment has.
  package init?(size: Int) {
    guard (0...PieceLayout.sizeLimit).contains(size) else { return nil }
    self.size = size
    paddedSize = size <= PieceLayout.pieceByteCount ? size : Padme.padded(size)
  }

  /// How many pieces there are: at least one.
  package var count: Int {
    max(1, (paddedSize + PieceLayout.pieceByteCount - 1) / PieceLayout.pieceByteCount)
  }

  /// How many bytes a piece has, the zeros behind the attachment's end included.
  package func byteCount(at index: Int) -> Int {
    min(PieceLayout.pieceByteCount, paddedSize - index * PieceLayout.pieceByteCount)
  }

  /// Which bytes of the attachment a piece holds; none when it is all padding.
  package func content(at index: Int) -> Range<Int> {
    let start = min(size, index * PieceLayout.pieceByteCount)
    return start..<min(size, start + PieceLayout.pieceByteCount)
  }
}
