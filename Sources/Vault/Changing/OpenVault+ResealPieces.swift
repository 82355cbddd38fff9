import Defences
import POSIX
import Sealing
import Storage

/// Moving the pieces of attachments to a key that only those entitled now hold.
///
/// They are sealed anew before the re-seal is stated, a group at a time: written, flushed, and said of
/// in a small pack of its own. So whoever goes on after an interruption, on this machine or another,
/// seals nothing twice.
extension OpenVault {
  /// What became of one piece.
  private enum Moved: Sendable {
    /// Its content lies under a usable key already.
    case carried(PieceDigest)
    case sealed(PieceDigest, ObjectName)
    /// It does not open: it stays where it is, and is reported.
    case damaged(DamagedObject.Reason)
    case failed(StorageError)
  }

  /// Whether every piece under an old key lies under a usable one too.
  ///
  /// Believes what this machine has opened or sealed itself, and opens what it has not.
  func hasCarriedPieces(_ compartment: Compartment) throws(VaultError) -> Bool {
    let stale = compartment.stalePieces
    guard !stale.isEmpty else { return true }
    guard compartment.hasFreshPieces else { return false }
    try recognizePieces(of: compartment)
    let fresh = compartment.freshDigests
    // What was whole once may be damaged now: then there is nothing to seal anew.
    let left = compartment.stalePieces.filter { $0.value.digest.map(fresh.contains) != true }
    try recognizePieces(of: compartment, believingMemory: false) { left[$0] != nil }
    return compartment.stalePieces.values.allSatisfy { $0.digest.map(fresh.contains) == true }
  }

  /// Opens those pieces of which this machine does not know yet what they are, or, unless the memory is
  /// believed, all of them.
  func recognizePieces(
    of compartment: Compartment, believingMemory: Bool = true,
    where isWanted: (ObjectName) -> Bool = { _ in true }
  ) throws(VaultError) {
    let unknown = compartment.pieces.filter { name, piece in
      (piece.digest == nil && !piece.isDamaged || !believingMemory) && isWanted(name)
    }
    let recognition = PieceRecognition(compartment)
    let hints = compartment.hints
    try inGroups(unknown.keys.sorted(), of: compartment, as: .checking) { name, epoch, store in
      do throws(DamagedObject.Reason) {
        let piece = try store.open(name, at: epoch)
        return .carried(recognition.digest(of: piece, hinted: hints[name]))
      } catch {
        return .damaged(error)
      }
    }
  }

  /// Seals what lies under old keys anew, and returns the objects that are then no longer needed.
  ///
  /// A damaged piece stays where it is.
  func resealPieces(of compartment: Compartment) throws(VaultError) -> [ObjectName] {
    let stale = compartment.stalePieces
    guard !stale.isEmpty, let place = compartment.writable else { return [] }
    try stateRotation(of: compartment)
    // What another machine, or this one before it was killed, has sealed already.
    let sealed = compartment.freshPieces
    try recognizePieces(of: compartment) { sealed[$0] != nil }
    let fresh = compartment.freshDigests
    let recognition = PieceRecognition(compartment)
    let hints = compartment.hints
    try inGroups(stale.keys.sorted(), of: compartment, as: .resealingPieces) { name, epoch, store in
      if let digest = stale[name]?.digest, fresh.contains(digest) { return .carried(digest) }
      do throws(DamagedObject.Reason) {
        let piece = try store.open(name, at: epoch)
        let digest = recognition.digest(of: piece, hinted: hints[name])
        if fresh.contains(digest) { return .carried(digest) }
        do throws(StorageError) {
          return .sealed(digest, try store.write(piece, digest, at: place.epoch))
        } catch {
          return .failed(error)
        }
      } catch {
        return .damaged(error)
      }
    }
    return compartment.dropStalePieces()
  }

  /// Before any piece lies under a new key, the vault says which epoch that is.
  private func stateRotation(of compartment: Compartment) throws(VaultError) {
    guard !compartment.pending.isEmpty else { return }
    try copy.putUncommitted([seal(compartment.pending, of: compartment)])
    try remember(compartment)
  }

  /// Does `work` for pieces on all cores, a group at a time, and notes what came of it.
  private func inGroups(
    _ names: [ObjectName], of compartment: Compartment, as step: Step,
    _ work: @Sendable (ObjectName, EpochID, PieceStore) -> Moved
  ) throws(VaultError) {
    let store = pieceStore(of: compartment)
    let pieces = compartment.pieces
    for start in stride(from: 0, to: names.count, by: PieceStore.groupCount) {
      guard !Interrupt.isRequested else { throw .interrupted }
      progress(step, start, names.count)
      let group = Array(names[start..<min(start + PieceStore.groupCount, names.count)])
      let moved = onAllCores(group) { name -> Moved in
        guard let epoch = pieces[name]?.epoch else { return .damaged(.gone) }
        return work(name, epoch, store)
      }
      for (name, moved) in zip(group, moved) { try note(moved, of: name, in: compartment) }
      guard !compartment.pendingIndex.isEmpty else { continue }
      try copy.flushPieces()
      let items = compartment.indexItems(of: [])
      try copy.putUncommitted([seal([], carrying: items, of: compartment)])
      try remember(compartment)
    }
    progress(step, names.count, names.count)
  }

  private func note(
    _ moved: Moved, of name: ObjectName, in compartment: Compartment
  ) throws(VaultError) {
    switch moved {
    case .carried(let digest):
      compartment.pieces[name]?.digest = digest
      compartment.pieces[name]?.isDamaged = false
    case .sealed(let digest, let new):
      guard let epoch = compartment.writable?.epoch else { return }
      compartment.pieces[name]?.digest = digest
      compartment.note(digest, in: new, at: epoch)
      compartment.pendingIndex.append(
        PieceIndex.Entry(digest: digest, object: SealedObjectID(new.bytes)))
    case .damaged(.gone): compartment.pieces[name] = nil
    case .damaged: compartment.pieces[name]?.isDamaged = true
    case .failed(let error): throw .storage(error, .vault)
    }
  }
}
