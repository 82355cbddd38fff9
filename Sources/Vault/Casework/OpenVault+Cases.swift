package import Casework
import Sealing
package import Statements

/// Cases as lists and readers see them.
extension OpenVault {
  /// A line of the list of cases.
  package struct CaseLine: Sendable {
    package let shown: String
    package let codeName: CodeName
    package let opened: Int64
    package let last: Int64
    package let entryCount: Int
    package let readerCount: Int
    package let contact: String
    package let isHidden: Bool
  }

  /// Every case open to this member; opens none of them.
  package var caseLines: [CaseLine] {
    caseNames.compactMap { named in
      guard let summary = copy.index.entries[named.id]?.summary else { return nil }
      return CaseLine(
        shown: named.shown, codeName: named.codeName, opened: summary.founded,
        last: summary.last, entryCount: Int(summary.entryCount),
        readerCount: Int(summary.readerCount),
        contact: summary.contact.map(name(of:)) ?? "", isHidden: summary.isHidden)
    }
  }

  /// A case with everything in it.
  package struct CaseReport: Sendable {
    package let shown: String
    package let record: CaseRecord
    package let readers: [String]
    /// Whether whoever speaks with the reporter still reads the case.
    package let isContactInside: Bool
    /// Recused, barred or hidden from.
    package let excluded: [String]
    package let rows: [SheetRecord.Row]
    package let waiting: [WaitingAct]
  }

  package func showCase(_ text: String) throws(VaultError) -> CaseReport {
    let matter = try findCase(text, allowingPrefix: true)
    let record = CaseRecord(matter.state)
    let shown = caseNames.first { $0.id == matter.id }?.shown ?? record.codeName.text
    return CaseReport(
      shown: shown, record: record, readers: names(of: matter.state.entitled),
      isContactInside: matter.state.entitled.contains(record.contact),
      excluded: names(of: matter.state.excluded),
      rows: rows(of: matter),
      waiting: waitingActs.filter { if case .readers(_, shown) = $0.what { true } else { false } })
  }

  /// Adds an entry; gives its number.
  package func add(_ entry: Entry, to text: String) throws(VaultError) -> Int {
    try addEntry(entry, to: text).number
  }

  /// Names who speaks with the reporter.
  package func setContact(of text: String, to memberText: String) throws(VaultError) -> String {
    let matter = try findCase(text, allowingPrefix: true)
    guard let me, me.role.canWrite else { throw .roleMayNotWrite(self.me?.role ?? .observer) }
    let member = try findMember(memberText)
    guard matter.state.entitled.contains(member.id) else {
      throw .notInside(member.name, CaseRecord(matter.state).codeName)
    }
    try state(.contact(member.id), in: matter)
    try commit()
    return member.name
  }
}
