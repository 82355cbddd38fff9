import Sealing
import Statements
import Storage

/// Looking at every piece of every attachment.
extension OpenVault {
  /// An attachment that is not whole in this copy.
  package struct IncompleteAttachment: Hashable, Sendable {
    package let place: Place
    /// Nil for a late one.
    package let number: Int?
    /// As it was given; never trusted.
    package let name: String
    /// Which pieces are in no object, from 0.
    package let missing: [Int]
    package let count: Int
  }

  /// Opens every piece of a compartment, whatever is remembered of it, and names what is missing.
  func verifyPieces(
    of compartment: Compartment, into result: inout Verification
  ) throws(VaultError) {
    try recognizePieces(of: compartment, believingMemory: false)
    result.pieceCount += compartment.pieces.count
    let named = Set(result.damaged.map(\.name))
    for (name, piece) in compartment.pieces where piece.isDamaged && !named.contains(name) {
      result.damaged.append(DamagedObject(name: name, reason: .notAuthentic))
    }
    guard case .matter = compartment.state.founding else { return }
    for one in CaseRecord(compartment.state).attachments {
      let missing = compartment.missingPieces(of: one.attachment)
      guard !missing.isEmpty else { continue }
      result.incomplete.append(
        IncompleteAttachment(
          place: place(of: compartment), number: one.number, name: one.attachment.name,
          missing: missing, count: one.attachment.pieces.count))
    }
  }
}
