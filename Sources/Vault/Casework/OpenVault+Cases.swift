package import Casework
import Sealing
package import Statements

/// Cases: opened to their opener alone, shown to their readers, grown by entries.
extension OpenVault {
  /// How a case begins.
  package struct NewCase: Sendable {
    /// Drawn at random when nil.
    package var codeName: CodeName?
    package var admitted: [String] = []
    /// Open to every chair and member who is not hidden from.
    package var isOpenToAll = false
    package var hiddenFrom: [String] = []
    package var report: String?
    package var values: [SheetField: SheetValue] = [:]

    package init() {}
  }

  package struct OpenedCase: Sendable {
    package let codeName: CodeName
    package let readers: [String]
    package let hiddenFrom: [String]
  }

  /// Opens a case, readable by its opener and whoever is named, and by nobody else.
  package func openCase(_ new: NewCase) throws(VaultError) -> OpenedCase {
    guard let me, me.role.opensCases else { throw .needsVoter }
    var hidden: Set<MemberID> = []
    for text in new.hiddenFrom { hidden.insert(try findMember(text).id) }
    guard !hidden.contains(memberID) else { throw .openerHiddenFrom }
    var admitted: Set<MemberID> = []
    for text in new.admitted {
      let member = try findMember(text)
      guard member.role.canBeAdmitted else { throw .cannotBeAdmitted(member.name) }
      guard !hidden.contains(member.id) else { throw .hiddenFromReader(member.name) }
      admitted.insert(member.id)
    }
    if new.isOpenToAll { admitted.formUnion(state.voters.subtracting(hidden)) }
    admitted.remove(memberID)
    try check(new.report)

    let codeName = try unusedCodeName(new.codeName)
    let matter = try found(
      .matter(CaseFounding(codeName: codeName, admitted: admitted, barred: hidden)))
    if let report = new.report {
      try state(.entry(Entry(kind: .report, text: report)), in: matter)
    }
    var values = new.values
    values[.status] = .word(CaseStatus.ongoing.token)
    let row = RowChange(
      matter: matter.id, codeName: codeName, person: nil,
      values: SheetRow(codeName: codeName, values: values).stored)
    // A hidden case keeps its row to itself.
    if !hidden.isEmpty {
      try state(.row(row), in: matter)
    } else {
      try stateRow(row)
    }
    try commit()
    return OpenedCase(
      codeName: codeName, readers: names(of: matter.state.entitled),
      hiddenFrom: names(of: hidden))
  }

  private func check(_ text: String?) throws(VaultError) {
    if let text, text.utf8.count > Entry.textByteLimit {
      throw .textTooLong(limit: Entry.textByteLimit, found: text.utf8.count)
    }
  }

  /// A code name that nothing this member can see has ever borne.
  private func unusedCodeName(_ wanted: CodeName?) throws(VaultError) -> CodeName {
    var taken = Set(caseNames.map(\.codeName))
    if let wanted {
      guard !taken.contains(wanted), !isOnSheet(wanted.text) else { throw .codeNameTaken(wanted) }
      return wanted
    }
    var generator = SystemRandomNumberGenerator()
    while let drawn = CodeName.draw(using: &generator, avoiding: taken) {
      if !isOnSheet(drawn.text) { return drawn }
      taken.insert(drawn)
    }
    throw .noCodeNameLeft
  }

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

  /// Adds an entry; it is never edited afterwards.
  package func add(_ entry: Entry, to text: String) throws(VaultError) -> Int {
    try check(entry.text)
    let matter = try findCase(text, allowingPrefix: true)
    guard let me, me.role.canWrite else { throw .roleMayNotWrite(self.me?.role ?? .observer) }
    try state(.entry(entry), in: matter)
    try commit()
    return CaseRecord(matter.state).entries.count
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
