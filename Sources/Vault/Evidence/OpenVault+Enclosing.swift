import Sealing
import Statements
import Storage

/// Attachments that come with an entry, stated in the same commit: all of it is in the case, or none.
extension OpenVault {
  /// Seals `new` one after the other; they are to be stated behind their entry and committed next.
  ///
  /// When one fails, what was sealed before is taken out again. Killed on the way, it stays behind, as
  /// files that belong to nothing.
  func seal(
    _ new: [NewAttachment], into matter: Compartment
  ) throws(VaultError) -> [SealedAttachment] {
    let (piecesBefore, indexBefore) = (matter.pieces, matter.pendingIndex)
    var sealed: [SealedAttachment] = []
    do throws(VaultError) {
      for one in new { sealed.append(try seal(one, into: matter)) }
      return sealed
    } catch {
      let added = matter.pieces.keys.filter { piecesBefore[$0] == nil }
      (matter.pieces, matter.pendingIndex) = (piecesBefore, indexBefore)
      // That they stay is nothing beside what failed.
      do throws(VaultError) { try copy.takeOut(added.sorted()) } catch {}
      throw error
    }
  }

  /// States what was sealed, as attachments that came with `entry`.
  func state(
    _ sealed: [SealedAttachment], with entry: StatementID, in matter: Compartment
  ) throws(VaultError) {
    for one in sealed { try state(.attachment(one.attachment(with: entry)), in: matter) }
  }

  /// The attachments of a case that came with `entry`.
  func attachments(with entry: StatementID, in matter: Compartment) -> [NumberedAttachment] {
    CaseRecord(matter.state).attachments.filter { $0.attachment.entry == entry }
  }
}
