package enum PieceDigestTag {}
/// What a signed statement says of a piece: a keyed hash of its content and place.
package typealias PieceDigest = Identifier<PieceDigestTag>

package enum SealedObjectTag {}
/// The hash of a sealed object's bytes, which is its name in storage.
package typealias SealedObjectID = Identifier<SealedObjectTag>

/// Which object holds which piece: a hint that nobody signed.
///
/// Whoever follows it checks the digest of what is found. A wrong hint, or none, costs time only.
package struct PieceIndex: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package let digest: PieceDigest
    package let object: SealedObjectID

    package init(digest: PieceDigest, object: SealedObjectID) {
      self.digest = digest
      self.object = object
    }
  }

  /// As many as a pack's item holds; more are several items.
  package static let entryLimit = 16_384
  private static let entryByteCount = 64

  package var entries: [Entry]

  package init(_ entries: [Entry]) { self.entries = entries }

  func encoded() -> [UInt8] {
    var writer = ByteWriter(reserving: entries.count * PieceIndex.entryByteCount)
    for entry in entries {
      writer.write(fixed: entry.digest.bytes)
      writer.write(fixed: entry.object.bytes)
    }
    return writer.bytes
  }

  init(decoding bytes: [UInt8]) throws(Malformation) {
    let rest = bytes.count % PieceIndex.entryByteCount
    guard rest == 0 else { throw .trailingBytes(rest) }
    var reader = ByteReader(bytes)
    entries = []
    while !reader.isAtEnd {
      entries.append(
        Entry(digest: try reader.takeIdentifier(), object: try reader.takeIdentifier()))
    }
  }
}

extension Pack {
  /// The entries as items, none longer than an item may be.
  package static func items(of entries: [PieceIndex.Entry]) -> [Item] {
    stride(from: 0, to: entries.count, by: PieceIndex.entryLimit).map { start in
      let end = min(start + PieceIndex.entryLimit, entries.count)
      return .pieces(PieceIndex(Array(entries[start..<end])))
    }
  }

  /// Items of later versions.
  package var unknownItems: [Item] {
    items.filter { if case .unknown = $0 { true } else { false } }
  }

  /// Every entry of the piece index in this pack.
  package var pieceEntries: [PieceIndex.Entry] {
    items.flatMap { item -> [PieceIndex.Entry] in
      if case .pieces(let index) = item { index.entries } else { [] }
    }
  }
}
