import Casework
import Sealing
import Statements

/// Cases that belong together, named in each other.
extension OpenVault {
  package struct LinkedCases: Sendable {
    package let one: String
    package let other: String
  }

  /// States in both cases that they belong together.
  ///
  /// Refused when a reader of one would learn the name of the other, which is hidden from them.
  package func linkCases(_ one: String, _ other: String) throws(VaultError) -> LinkedCases {
    let (left, leftRecord) = try caseToWrite(one)
    let (right, rightRecord) = try caseToWrite(other)
    guard left.id != right.id else { throw .linkedToItself(leftRecord.codeName) }
    let link = CaseLink(matter: right.id, codeName: rightRecord.codeName)
    guard !leftRecord.links.contains(link) else {
      throw .alreadyLinked(leftRecord.codeName, rightRecord.codeName)
    }
    try checkNobodyLearns(of: right, from: left)
    try checkNobodyLearns(of: left, from: right)
    try state(.link(link), in: left)
    let back = CaseLink(matter: left.id, codeName: leftRecord.codeName)
    if !rightRecord.links.contains(back) { try state(.link(back), in: right) }
    try commit()
    return LinkedCases(one: shown(left), other: shown(right))
  }

  private func checkNobodyLearns(
    of hidden: Compartment, from other: Compartment
  ) throws(VaultError) {
    let record = CaseRecord(hidden.state)
    guard record.isHidden else { return }
    let outside = other.state.entitled.subtracting(hidden.state.entitled)
    guard let first = names(of: outside).first else { return }
    throw .linkWouldTell(first, of: record.codeName)
  }

  /// Whether nobody of `members` would read the name of a case that is hidden from them.
  func linksAllow(_ members: Set<MemberID>, to matter: Compartment) -> Bool {
    do throws(VaultError) {
      try checkLinks(of: matter, mayBeReadBy: members)
      return true
    } catch {
      return false
    }
  }

  /// Whoever is let into a case reads the names of the cases it is linked to: a hidden one must be
  /// open to them as well.
  func checkLinks(of matter: Compartment, mayBeReadBy members: Set<MemberID>) throws(VaultError) {
    let links = CaseRecord(matter.state).links
    guard !links.isEmpty else { return }
    let onSheet = Set(sheetRecord().rows.keys.map(\.matter))
    for link in links {
      guard let linked = compartment(link.matter), linked.state.entitled.contains(memberID) else {
        // What stands on the sheet is hidden from nobody.
        guard onSheet.contains(link.matter) else { throw .linkedCaseNotOpen(link.codeName) }
        continue
      }
      guard CaseRecord(linked.state).isHidden else { continue }
      if let first = names(of: members.subtracting(linked.state.entitled)).first {
        throw .linkWouldTell(first, of: link.codeName)
      }
    }
  }
}
