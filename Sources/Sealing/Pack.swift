/// Signed statements of one compartment, together in one object, and where its pieces lie.
///
/// A pack does not know what its items mean. Items of a kind this version does not know are kept
/// as they are, so that re-sealing loses nothing a later version wrote.
package struct Pack: Hashable, Sendable {
  package enum Item: Hashable, Sendable {
    /// A statement: its signature, then the bytes that were signed.
    case statement([UInt8])
    case pieces(PieceIndex)
    case unknown(tag: UInt8, [UInt8])
  }

  /// No pack is longer; a longer history is several packs.
  package static let byteLimit = 64 << 20
  package static let itemLimit = 1 << 20

  package var items: [Item]

  package init(items: [Item]) { self.items = items }

  package init(statements: [[UInt8]]) { items = statements.map(Item.statement) }

  package var statements: [[UInt8]] {
    items.compactMap { if case .statement(let bytes) = $0 { bytes } else { nil } }
  }

  package func encoded() -> [UInt8] {
    var writer = ByteWriter()
    for item in items {
      switch item {
      case .statement(let bytes):
        writer.write(Pack.statementTag)
        writer.write(bytes)
      case .pieces(let index):
        writer.write(Pack.indexTag)
        writer.write(index.encoded())
      case .unknown(let tag, let bytes):
        writer.write(tag)
        writer.write(bytes)
      }
    }
    return writer.bytes
  }

  package init(decoding bytes: [UInt8]) throws(Malformation) {
    var reader = ByteReader(bytes)
    var items: [Item] = []
    while !reader.isAtEnd {
      guard items.count < Pack.itemLimit else {
        throw .tooMany(limit: Pack.itemLimit, found: items.count + 1)
      }
      let tag = try reader.takeUInt8()
      let field = try reader.takeField(limit: Pack.itemByteLimit)
      switch tag {
      case Pack.statementTag: items.append(.statement(field))
      case Pack.indexTag: items.append(.pieces(try PieceIndex(decoding: field)))
      default: items.append(.unknown(tag: tag, field))
      }
    }
    self.items = items
  }

  private static let statementTag: UInt8 = 1
  private static let indexTag: UInt8 = 2
  /// One statement of at most 1 MiB and its signature.
  private static let itemByteLimit = (1 << 20) + 64
}
