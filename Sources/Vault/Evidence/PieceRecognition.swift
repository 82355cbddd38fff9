import Sealing
import Statements

/// Tells which piece of which attachment a piece is, believing a hint only when it is true.
struct PieceRecognition: Sendable {
  private let attachments: [Attachment]
  private let places: [PieceDigest: (attachment: Int, index: Int)]

  init(_ compartment: Compartment) {
    attachments = compartment.attachments.map(\.attachment)
    var places: [PieceDigest: (Int, Int)] = [:]
    for (number, attachment) in attachments.enumerated() {
      for (index, digest) in attachment.pieces.enumerated() { places[digest] = (number, index) }
    }
    self.places = places
  }

  /// The digest that a statement lists for `piece`; for one that no statement lists, its digest under
  /// a key of zeros, by which it is told apart all the same.
  func digest(of piece: [UInt8], hinted hint: PieceDigest?) -> PieceDigest {
    if let hint, let place = places[hint],
      attachments[place.attachment].isPiece(piece, at: place.index)
    {
      return hint
    }
    let key = PieceKey.unattached
    let unattached = key.digest(of: key.content(of: piece), at: 0, of: 0)
    if hint == unattached { return unattached }
    // No hint, or a wrong one: it costs time.
    for attachment in attachments {
      let content = attachment.key.content(of: piece)
      for (index, digest) in attachment.pieces.enumerated()
      where attachment.key.digest(of: content, at: index, of: attachment.pieces.count) == digest {
        return digest
      }
    }
    return unattached
  }
}
