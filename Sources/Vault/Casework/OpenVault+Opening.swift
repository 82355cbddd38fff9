package import Casework
import Sealing
package import Statements

/// A new case: who reads it, who is in it, and its row on the sheet.
extension OpenVault {
  /// How a case begins.
  package struct NewCase: Sendable {
    /// Drawn at random when nil.
    package var codeName: CodeName?
    package var admitted: [String] = []
    /// Open to every chair and member who is not hidden from, and bears no reported name.
    package var isOpenToAll = false
    package var hiddenFrom: [String] = []
    package var report: String?
    /// When the report was written, as `Entry.date` has it.
    package var reportDate: String?
    /// What came with the report; without a report there is none.
    package var attachments: [NewAttachment] = []
    package var form: IntakeForm?
    package var parties: [Party] = []
    /// Whether members who bear a reported name are somebody else.
    package var namesakesAreOthers = false
    package var values: [SheetField: SheetValue] = [:]

    package init() {}
  }

  package struct OpenedCase: Sendable {
    package let codeName: CodeName
    package let readers: [String]
    package let hiddenFrom: [String]
    /// Members who were not let in because they bear a reported name.
    package let leftOut: [String]
    /// Readers who bear the name of somebody in the case who is not reported.
    package let namesakes: [Namesake]
    package let parties: [Party]
    /// What came with the report.
    package let attachments: [NumberedAttachment]
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
    let reported = new.namesakesAreOthers ? [] : new.parties.filter { $0.role == .reported }
    try checkReaders(admitted.union([memberID]), bearNoNameOf: reported)
    var leftOut: Set<MemberID> = []
    if new.isOpenToAll {
      let all = state.voters.subtracting(hidden)
      leftOut = all.subtracting(admitted).filter { bears(one: reported, $0) }
      admitted.formUnion(all.subtracting(leftOut))
    }
    admitted.remove(memberID)
    try check(new.report)

    let codeName = try unusedCodeName(new.codeName)
    let matter = try found(
      .matter(CaseFounding(codeName: codeName, admitted: admitted, barred: hidden)))
    for party in new.parties { try state(.party(party), in: matter) }
    let report = try stateReport(of: new, in: matter)
    var values = new.values
    values[.status] = .word(CaseStatus.ongoing.token)
    try write(
      SheetRow(codeName: codeName, values: values).stored, person: nil, of: matter,
      CaseRecord(matter.state))
    try commit()
    return OpenedCase(
      codeName: codeName, readers: names(of: matter.state.entitled),
      hiddenFrom: names(of: hidden), leftOut: names(of: leftOut),
      namesakes: namesakes(of: new.parties.filter { $0.role != .reported }, in: matter),
      parties: new.parties,
      attachments: report.map { attachments(with: $0, in: matter) } ?? [])
  }

  /// States the report, when there is one, and what came with it.
  private func stateReport(
    of new: NewCase, in matter: Compartment
  ) throws(VaultError) -> StatementID? {
    guard new.report != nil || new.form != nil else { return nil }
    let entry = Entry(
      kind: .report, text: new.report ?? "", date: new.reportDate, form: new.form)
    let stated = try state(.entry(entry), in: matter)
    try state(seal(new.attachments, into: matter), with: stated.id, in: matter)
    return stated.id
  }

  /// Whoever is reported is never handed a key.
  private func checkReaders(
    _ readers: Set<MemberID>, bearNoNameOf reported: [Party]
  ) throws(VaultError) {
    for reader in readers.sorted() where bears(one: reported, reader) {
      guard reader != memberID else { throw .reportedIsOpener }
      throw .reportedIsReader(name(of: reader))
    }
  }

  private func bears(one parties: [Party], _ id: MemberID) -> Bool {
    guard let member = state.member(id) else { return false }
    return parties.contains {
      isNamesake($0.name, $0.contact, of: member.name, member.card.address)
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
}
