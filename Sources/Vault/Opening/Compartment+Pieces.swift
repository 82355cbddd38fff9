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

  /// Notes what this command has sealed or opened.
  func note(_ digest: PieceDigest?, in name: ObjectName, at epoch: EpochID) {
    pieces[name] = KnownPiece(epoch: epoch, digest: digest ?? pieces[name]?.digest)
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
