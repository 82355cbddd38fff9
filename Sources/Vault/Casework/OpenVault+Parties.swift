import Casework
package import Sealing
package import Statements

/// The people in a case, as its readers name them, and members whose name is one of theirs.
extension OpenVault {
  /// A reader of a case who bears the name of somebody in it.
  package struct Namesake: Sendable {
    package let id: MemberID
    package let name: String
    /// When they were let in, seconds since 1970.
    package let since: Int64
    package let isMe: Bool
  }

  package struct AddedParty: Sendable {
    package let shown: String
    package let party: Party
    /// Readers of the case whose recusal is to be thought of.
    package let namesakes: [Namesake]
  }

  /// Says who somebody is in a case.
  package func addParty(_ party: Party, to text: String) throws(VaultError) -> AddedParty {
    let (matter, record) = try caseToWrite(text)
    guard !record.parties.contains(where: { $0.content == party }) else {
      throw .alreadyParty(party.name, record.codeName)
    }
    try state(.party(party), in: matter)
    try commit()
    return AddedParty(
      shown: shown(matter), party: party, namesakes: namesakes(of: [party], in: matter))
  }

  /// The readers of a case who bear the name, or the address, of one of `parties`.
  func namesakes(of parties: [Party], in matter: Compartment) -> [Namesake] {
    let inside = matter.state.entitled
    let spans = access(to: matter).spans
    return members.filter { line in
      inside.contains(line.id)
        && parties.contains { isNamesake($0.name, $0.contact, of: line.name, line.address) }
    }.map { line in
      Namesake(
        id: line.id, name: line.name,
        since: spans.last { $0.member == line.id }?.from ?? CaseRecord(matter.state).opened,
        isMe: line.isMe)
    }
  }

  /// Whether a name that was written down may be that of a member.
  func isNamesake(_ name: String, _ contact: String?, of member: String, _ address: String) -> Bool
  {
    var theirs = [PersonText(member)]
    if !address.isEmpty { theirs.append(PersonText(address)) }
    let written = [PersonText(name)] + (contact.map { [PersonText($0)] } ?? [])
    return theirs.contains { one in written.contains { one.strength(against: $0) != nil } }
  }
}
