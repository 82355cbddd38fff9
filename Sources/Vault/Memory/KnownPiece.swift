import Sealing
import Storage

/// What is known of an object that is a piece of an attachment.
struct KnownPiece: Hashable, Sendable {
  let epoch: EpochID
  /// Which piece it is, when this machine has opened it or sealed it; whatever anybody else says of
  /// it stands in a piece index.
  var digest: PieceDigest?
  /// Whether it did not open the last time: it is no longer waited for.
  var isDamaged = false

  init(epoch: EpochID, digest: PieceDigest? = nil) {
    self.epoch = epoch
    self.digest = digest
  }

  static func write(_ places: [String: [ObjectName: KnownPiece]], to writer: inout ByteWriter) {
    writer.write(UInt32(places.count))
    for (folder, pieces) in places {
      writer.write(folder)
      writer.write(UInt32(pieces.count))
      for (name, piece) in pieces {
        writer.write(fixed: name.bytes)
        writer.write(fixed: piece.epoch.bytes)
        writer.write(piece.digest?.bytes ?? [])
        writer.write(UInt8(piece.isDamaged ? 1 : 0))
      }
    }
  }

  static func read(
    from reader: inout ByteReader
  ) throws(Malformation) -> [String: [ObjectName: KnownPiece]] {
    var places: [String: [ObjectName: KnownPiece]] = [:]
    for _ in 0..<(try reader.takeUInt32()) {
      let folder = try reader.takeText(limit: 8192)
      for _ in 0..<(try reader.takeUInt32()) {
        let name = ObjectName(bytes: try reader.take(32))
        var piece = KnownPiece(
          epoch: try reader.takeIdentifier(), digest: try reader.takeOptionalIdentifier())
        piece.isDamaged = try reader.takeUInt8() == 1
        places[folder, default: [:]][name] = piece
      }
    }
    return places
  }
}
