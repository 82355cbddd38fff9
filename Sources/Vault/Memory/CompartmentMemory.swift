import Sealing
import Sodium
import Statements
import Storage

/// What is remembered of one compartment: its epoch keys, which statements were verified, where
/// they are kept, and in which objects of which folder it lies.
struct CompartmentMemory {
  /// Epoch keys, superseded ones too: what was sealed under them may still arrive.
  var keys: [EpochID: EpochKey] = [:]
  /// Statements whose signatures were checked and need not be again.
  var verified: Set<StatementID> = []
  /// Where the statements this machine has seen are kept whole.
  var kept = KeptStatements()
  /// By folder: the objects in which the compartment lies there, and their epochs.
  var places: [String: [ObjectName: EpochID]] = [:]
  /// By folder: the pieces of its attachments that lie there.
  var pieces: [String: [ObjectName: KnownPiece]] = [:]

  func encoded() -> SecretBytes {
    var writer = ByteWriter()
    writer.write(UInt32(keys.count))
    writer.writeSet(verified)
    writer.write(kept.chunkCounts)
    writer.write(UInt32(places.count))
    for (folder, objects) in places {
      writer.write(folder)
      writer.write(UInt32(objects.count))
      for (name, epoch) in objects {
        writer.write(fixed: name.bytes)
        writer.write(fixed: epoch.bytes)
      }
    }
    KnownPiece.write(pieces, to: &writer)
    let plain = writer.bytes
    var secret = SecretBytes(byteCount: keys.count * 64 + plain.count)
    secret.withMutableSpan { span in
      var position = 0
      for byte in plain {
        span[position] = byte
        position += 1
      }
      for (epoch, key) in keys {
        for byte in epoch.bytes {
          span[position] = byte
          position += 1
        }
        key.held.withSpan { for index in 0..<32 { span[position + index] = $0[index] } }
        position += 32
      }
    }
    return secret
  }

  init() {}

  init?(decoding span: Span<UInt8>, into region: KeyRegion) {
    do throws(Malformation) {
      try self.init(reading: span, into: region)
    } catch {
      return nil
    }
  }

  private init(reading span: Span<UInt8>, into region: KeyRegion) throws(Malformation) {
    guard span.count >= 4 else { throw .truncated(expected: 4, found: span.count) }
    var count = 0
    for index in 0..<4 { count = count << 8 | Int(span[index]) }
    let plainCount = span.count - count * 64
    guard plainCount >= 4 else { throw .truncated(expected: count * 64, found: span.count) }
    // Only the part without keys is copied out of guarded memory.
    var plain: [UInt8] = []
    plain.reserveCapacity(plainCount)
    for index in 0..<plainCount { plain.append(span[index]) }
    var reader = ByteReader(plain, from: 4)
    verified = try reader.takeSet()
    kept.chunkCounts = try reader.takeField(limit: 32)
    for _ in 0..<(try reader.takeUInt32()) {
      let folder = try reader.takeText(limit: 8192)
      for _ in 0..<(try reader.takeUInt32()) {
        let name = ObjectName(bytes: try reader.take(32))
        places[folder, default: [:]][name] = try reader.takeIdentifier()
      }
    }
    // An earlier version knew of no pieces.
    if !reader.isAtEnd { pieces = try KnownPiece.read(from: &reader) }
    try reader.expectEnd()
    for entry in 0..<count {
      let start = plainCount + entry * 64
      var id: [UInt8] = []
      for index in 0..<32 { id.append(span[start + index]) }
      keys[EpochID(id)] = EpochKey(
        held: region.hold(span.extracting(start + 32..<start + 64)))
    }
  }
}
