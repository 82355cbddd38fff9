import Sealing
import Storage

/// An attachment on its way: which of its pieces lie in the vault, though no statement says so yet.
///
/// Remembered, so that attaching the same file again goes on where it stopped.
struct UnfinishedAttachment: Hashable {
  struct Written: Hashable {
    let digest: PieceDigest
    let object: ObjectName
  }

  let compartment: CompartmentID
  let source: OpenedSource.Stamp
  let key: PieceKey
  let epoch: EpochID
  /// When it was begun, seconds since 1970.
  let begun: Int64
  /// By the piece's number, from 0.
  var written: [Int: Written] = [:]

  private static func name(in place: String) -> String { "attaching/" + place }

  /// Every attachment on its way into the folder that is remembered as `place`.
  static func recall(from memory: Memory, in place: String) -> [UnfinishedAttachment] {
    guard let bytes = memory.recall(name(in: place)) else { return [] }
    do throws(Malformation) {
      var reader = ByteReader(bytes)
      var all: [UnfinishedAttachment] = []
      while !reader.isAtEnd { all.append(try UnfinishedAttachment(from: &reader)) }
      return all
    } catch {
      return []
    }
  }

  static func remember(
    _ all: [UnfinishedAttachment], in memory: Memory, in place: String
  ) throws(VaultError) {
    guard !all.isEmpty else { return try memory.forget(name(in: place)) }
    var writer = ByteWriter()
    for one in all { one.write(to: &writer) }
    try memory.remember(writer.bytes, as: name(in: place), durably: true)
  }

  init(
    into compartment: CompartmentID, at epoch: EpochID, from source: OpenedSource.Stamp,
    begun: Int64
  ) {
    self.compartment = compartment
    self.epoch = epoch
    self.source = source
    self.begun = begun
    key = .random()
  }

  private func write(to writer: inout ByteWriter) {
    writer.write(fixed: compartment.bytes)
    writer.write(fixed: epoch.bytes)
    writer.write(fixed: key.bytes)
    writer.write(source.path)
    writer.write(UInt64(source.size))
    writer.write(UInt64(bitPattern: source.modified))
    writer.write(UInt64(bitPattern: begun))
    writer.write(UInt32(written.count))
    for (index, piece) in written {
      writer.write(UInt32(index))
      writer.write(fixed: piece.digest.bytes)
      writer.write(fixed: piece.object.bytes)
    }
  }

  private init(from reader: inout ByteReader) throws(Malformation) {
    compartment = try reader.takeIdentifier()
    epoch = try reader.takeIdentifier()
    guard let key = PieceKey(try reader.take(PieceKey.byteCount)) else { throw .notCanonical }
    self.key = key
    source = OpenedSource.Stamp(
      path: try reader.takeText(limit: 8192), size: Int(try reader.takeUInt64()),
      modified: Int64(bitPattern: try reader.takeUInt64()))
    begun = Int64(bitPattern: try reader.takeUInt64())
    for _ in 0..<(try reader.takeUInt32()) {
      let index = Int(try reader.takeUInt32())
      written[index] = Written(
        digest: try reader.takeIdentifier(), object: ObjectName(bytes: try reader.take(32)))
    }
  }
}
