import Sealing
import Statements
import Storage

/// Which pieces lie in which objects, as far as it is known or hinted at.
extension Compartment {
  /// The epochs under which anything of the compartment lies.
  var epochsInUse: Set<EpochID> {
    Set(contents.values.map(\.epoch)).union(pieces.values.map(\.epoch))
  }

  /// Every attachment stated, whether it counts or not: all of it is kept.
  var attachments: [(id: StatementID, author: MemberID, attachment: Attachment)] {
    statements.values.compactMap { statement in
      guard case .attachment(let attachment) = statement.content else { return nil }
      return (statement.id, statement.author, attachment)
    }
  }

  /// What the packs say of where pieces lie.
  var hints: [ObjectName: PieceDigest] {
    var hints: [ObjectName: PieceDigest] = [:]
    for content in contents.values {
      for entry in content.index { hints[ObjectName(entry.object)] = entry.digest }
    }
    return hints
  }

  /// Pieces of attachments that `member` stated.
  func pieces(of member: MemberID) -> [ObjectName] {
    let own = Set(attachments.filter { $0.author == member }.flatMap(\.attachment.pieces))
    let hints = hints
    return pieces.filter { name, piece in
      (piece.digest ?? hints[name]).map(own.contains) == true
    }.map(\.key)
  }

  var usableEpochs: Set<EpochID> { Set(state.epochs.filter(\.isUsable).map(\.id)) }

  /// Pieces that open, under keys that somebody no longer entitled may hold.
  var stalePieces: [ObjectName: KnownPiece] {
    guard !pieces.isEmpty else { return [:] }
    let usable = usableEpochs
    return pieces.filter { !usable.contains($0.value.epoch) && !$0.value.isDamaged }
  }

  /// Pieces under usable keys.
  var freshPieces: [ObjectName: KnownPiece] {
    let usable = usableEpochs
    return pieces.filter { usable.contains($0.value.epoch) && !$0.value.isDamaged }
  }

  var hasFreshPieces: Bool { !freshPieces.isEmpty }

  /// What this machine knows to lie under usable keys, because it has opened or sealed it itself.
  var freshDigests: Set<PieceDigest> { Set(freshPieces.values.compactMap(\.digest)) }

  /// Forgets the pieces under old keys whose content lies under a usable one, and returns them.
  func dropStalePieces() -> [ObjectName] {
    let fresh = freshDigests
    let dropped = stalePieces.filter { $0.value.digest.map(fresh.contains) == true }.map(\.key)
    for name in dropped { pieces[name] = nil }
    return dropped.sorted()
  }

  /// The piece index of everything that is there: what is known, and else what was hinted.
  var currentIndex: [PieceIndex.Entry] {
    let hints = hints
    return pieces.compactMap { name, piece in
      (piece.digest ?? hints[name]).map {
        PieceIndex.Entry(digest: $0, object: SealedObjectID(name.bytes))
      }
    }.sorted { ($0.digest, $0.object) < ($1.digest, $1.object) }
  }

  /// Digests of pieces that are there, as far as it is known or hinted at.
  private var availablePieces: Set<PieceDigest> {
    let hints = hints
    return Set(
      pieces.compactMap { name, piece in piece.isDamaged ? nil : piece.digest ?? hints[name] })
  }

  /// The numbers, from 0, of the pieces of an attachment that are not there.
  func missingPieces(of attachment: Attachment) -> [Int] {
    let available = availablePieces
    return attachment.pieces.indices.filter { !available.contains(attachment.pieces[$0]) }
  }

  /// Notes which of the pieces known before are lost.
  func notePieces(before: [ObjectName: KnownPiece]) {
    guard before.contains(where: { pieces[$0.key] == nil }) else { return }
    let stated = Set(attachments.flatMap(\.attachment.pieces))
    lostPieces = Set(before.values.compactMap(\.digest)).intersection(stated)
      .subtracting(availablePieces)
  }

  /// Notes what this command has sealed or opened.
  func note(_ digest: PieceDigest, in name: ObjectName, at epoch: EpochID) {
    pieces[name] = KnownPiece(epoch: epoch, digest: digest)
  }
}

extension ObjectName {
  init(_ object: SealedObjectID) { self.init(bytes: object.bytes) }
}

extension CompartmentReader {
  /// Those pieces that are still in the folder.
  func present(_ pieces: [ObjectName: KnownPiece]) -> [ObjectName: KnownPiece] {
    pieces.filter { name, _ in (try? folder.contains(name, in: .objects)) == true }
  }
}

extension OpenVault {
  /// Has the memory hold the compartment's pieces, and says whether that is news to it.
  func rememberPieces(of compartment: Compartment) -> Bool {
    let place = copy.objects.place
    let before = compartment.memory.pieces[place] ?? [:]
    guard before != compartment.pieces else { return false }
    for name in compartment.pieces.keys where before[name] == nil {
      copy.objects.add(name, in: .objects, of: compartment.id)
    }
    compartment.memory.pieces[place] = compartment.pieces
    return true
  }
}
