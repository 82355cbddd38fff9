import Casework
import Sealing
package import Statements

/// What a committee writes into a case: entries, and entries that correct others.
extension OpenVault {
  /// The case that `text` names, and what its statements tell, for somebody who may write in it.
  func caseToWrite(
    _ text: String, inFull: Bool = false
  ) throws(VaultError) -> (matter: Compartment, record: CaseRecord) {
    let matter = try findCase(text, allowingPrefix: !inFull)
    guard let me, me.role.canWrite else { throw .roleMayNotWrite(self.me?.role ?? .observer) }
    return (matter, CaseRecord(matter.state))
  }

  /// What a case is called in lists: its code name, with `(2)` behind it where two share one.
  func shown(_ matter: Compartment) -> String {
    caseNames.first { $0.id == matter.id }?.shown ?? CaseRecord(matter.state).codeName.text
  }

  package struct AddedEntry: Sendable {
    package let shown: String
    package let number: Int
    package let entry: Entry
    /// What came with it.
    package let attachments: [NumberedAttachment]
  }

  /// Adds an entry; it is never edited afterwards.
  ///
  /// `corrected` is the number of an entry that counts, and stays readable beside its correction.
  /// `attachments` are in the case with the entry, or neither is.
  package func addEntry(
    _ entry: Entry, correcting corrected: Int? = nil, with attachments: [NewAttachment] = [],
    to text: String
  ) throws(VaultError) -> AddedEntry {
    try check(entry.text)
    let (matter, record) = try caseToWrite(text)
    var entry = entry
    if let corrected {
      guard let old = record.entry(number: corrected) else {
        throw .noSuchEntry(corrected, record.codeName)
      }
      entry = entry.correcting(old.id)
    }
    if !attachments.isEmpty { try prepareForPieces(matter) }
    let stated = try state(.entry(entry), in: matter)
    try state(seal(attachments, into: matter), with: stated.id, in: matter)
    try commit()
    return AddedEntry(
      shown: shown(matter), number: CaseRecord(matter.state).entries.count, entry: entry,
      attachments: self.attachments(with: stated.id, in: matter))
  }

  func check(_ text: String?) throws(VaultError) {
    if let text, text.utf8.count > Entry.textByteLimit {
      throw .textTooLong(limit: Entry.textByteLimit, found: text.utf8.count)
    }
  }
}
