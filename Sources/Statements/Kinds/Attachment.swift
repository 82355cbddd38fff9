package import Sealing

/// A file attached to a case.
///
/// Lists the digest of every piece and no object, so that it stays true when the pieces are sealed
/// anew. Name and type are as they came, from a mail or a disk, and are never trusted.
package struct Attachment: Hashable, Sendable {
  package static let nameByteLimit = 1_000
  package static let typeByteLimit = 200

  package let name: String
  /// The media type; empty when nobody said.
  package let type: String
  package let layout: PieceLayout
  package let key: PieceKey
  /// In their order.
  package let pieces: [PieceDigest]
  /// The entry it came with.
  package let entry: StatementID?

  package var size: Int { layout.size }

  package init(
    name: String, type: String, layout: PieceLayout, key: PieceKey, pieces: [PieceDigest],
    entry: StatementID?
  ) {
    precondition(pieces.count == layout.count, "every piece of an attachment is listed")
    self.name = name
    self.type = type
    self.layout = layout
    self.key = key
    self.pieces = pieces
    self.entry = entry
  }

  /// Whether `piece` is number `index`, from 0, of this attachment.
  package func isPiece(_ piece: [UInt8], at index: Int) -> Bool {
    piece.count == layout.byteCount(at: index)
      && key.digest(of: key.content(of: piece), at: index, of: pieces.count) == pieces[index]
  }

  /// The beginning of a name or type that came from elsewhere and may be too long to state.
  package static func cut(_ text: String, to byteLimit: Int) -> String {
    var kept = ""
    var byteCount = 0
    for scalar in text.unicodeScalars {
      byteCount += UTF8.width(scalar)
      guard byteCount <= byteLimit else { break }
      kept.unicodeScalars.append(scalar)
    }
    return kept
  }

  var body: [String: JSONValue] {
    var body: [String: JSONValue] = [
      "key": .string(key.bytes.lowercaseHex), "name": .string(name),
      "pieces": .array(pieces.map(JSONValue.id)), "size": .integer(Int64(size)),
      "type": .string(type),
    ]
    if let entry { body["entry"] = .id(entry) }
    return body
  }

  init?(_ fields: inout Fields) {
    guard let name = fields.takeString("name", limit: Attachment.nameByteLimit),
      let type = fields.takeString("type", limit: Attachment.typeByteLimit),
      let size = fields.takeInteger("size"), let layout = PieceLayout(size: Int(size)),
      let key = fields.takeBytes("key").flatMap(PieceKey.init),
      let digests = fields.takeStrings("pieces", limit: 64), digests.count == layout.count
    else { return nil }
    var pieces: [PieceDigest] = []
    for text in digests {
      guard let digest = PieceDigest(hex: text) else { return nil }
      pieces.append(digest)
    }
    var entry: StatementID?
    if fields.has("entry") {
      guard let id: StatementID = fields.takeID("entry") else { return nil }
      entry = id
    }
    self.init(name: name, type: type, layout: layout, key: key, pieces: pieces, entry: entry)
  }
}
