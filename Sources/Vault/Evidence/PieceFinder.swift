import Defences
import Sealing
import Statements
import Storage

/// Finds the pieces of one attachment: where they are known or hinted to be, and else by looking at
/// every piece of the case that could be it.
///
/// Nothing is believed: what is found has the digest that the signed statement lists for its place.
struct PieceFinder: Sendable {
  let attachment: Attachment
  let store: PieceStore
  let pieces: [ObjectName: KnownPiece]
  /// Where each piece may be, the likeliest first.
  private let candidates: [PieceDigest: [ObjectName]]
  /// Objects of which nobody says, or only somebody else's hint says, which piece they are.
  private let others: [ObjectName]

  enum Outcome: Sendable {
    case found(ObjectName, [UInt8])
    /// Why the likeliest object was not it; `.gone` when there is none.
    case notFound(DamagedObject.Reason)
  }

  init(_ attachment: Attachment, in matter: Compartment, from store: PieceStore) {
    self.attachment = attachment
    self.store = store
    pieces = matter.pieces
    var known: [PieceDigest: [ObjectName]] = [:]
    var hinted: [PieceDigest: [ObjectName]] = [:]
    for (name, piece) in matter.pieces {
      if let digest = piece.digest { known[digest, default: []].append(name) }
    }
    let hints = matter.hints
    for (name, digest) in hints where matter.pieces[name] != nil {
      hinted[digest, default: []].append(name)
    }
    candidates = known.merging(hinted) { $0 + $1 }
    let stated = Set(matter.attachments.flatMap(\.attachment.pieces))
    others = matter.pieces.filter { _, piece in piece.digest.map(stated.contains) != true }.keys
      .sorted { (hints[$0] == nil ? 0 : 1, $0) < (hints[$1] == nil ? 0 : 1, $1) }
  }

  /// Piece `index`, from 0, if it is where it should be.
  func find(_ index: Int) -> Outcome {
    var reason = DamagedObject.Reason.gone
    for name in candidates[attachment.pieces[index]] ?? [] {
      switch look(for: index, in: name) {
      case .found(let name, let piece): return .found(name, piece)
      case .notFound(let why): if reason == .gone { reason = why }
      }
    }
    return .notFound(reason)
  }

  /// Piece `index` if it lies in the object `name`.
  func look(for index: Int, in name: ObjectName) -> Outcome {
    guard let epoch = pieces[name]?.epoch else { return .notFound(.gone) }
    do throws(DamagedObject.Reason) {
      let piece = try store.open(name, at: epoch)
      guard attachment.isPiece(piece, at: index) || !Defence.pieceDigest.stands else {
        return .notFound(.notAuthentic)
      }
      return .found(name, piece)
    } catch {
      return .notFound(error)
    }
  }

  /// Which objects hold the pieces of those numbers, whatever anybody says of them.
  ///
  /// Opens objects until all are found: it costs time and no more memory than ``find(_:)``.
  func search(for indices: [Int]) -> [Int: ObjectName] {
    var missing = Set(indices)
    var found: [Int: ObjectName] = [:]
    let key = attachment.key
    for start in stride(from: 0, to: others.count, by: PieceStore.groupCount) {
      guard !missing.isEmpty else { break }
      let group = Array(others[start..<min(start + PieceStore.groupCount, others.count)])
      let contents = onAllCores(group) { name -> [UInt8]? in
        guard let epoch = pieces[name]?.epoch, let piece = try? store.open(name, at: epoch) else {
          return nil
        }
        return key.content(of: piece)
      }
      for (name, content) in zip(group, contents) {
        guard let content else { continue }
        let index = missing.first {
          key.digest(of: content, at: $0, of: attachment.pieces.count) == attachment.pieces[$0]
        }
        guard let index else { continue }
        found[index] = name
        missing.remove(index)
      }
    }
    return found
  }
}
