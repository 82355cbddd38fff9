package import Casework
package import Sealing
import Statements

/// Letting somebody onto the committee, and into the cases they have no conflict with.
extension OpenVault {
  package struct Onboarded: Sendable {
    package let name: String
    package let outcome: ActOutcome
    /// Cases opened to them.
    package internal(set) var admitted: [String] = []
    /// Cases they are kept out of by a conflict.
    package internal(set) var conflicts: [String] = []
    /// Cases this member reads and may not open to anybody.
    package internal(set) var notMineToOpen: [String] = []
    package let invitation: Invitation
  }

  /// Appoints whoever is behind `cards` and opens cases to them: all that are open to this member,
  /// or only one, except those named in `conflicts` and hidden ones.
  ///
  /// A conflict is recorded as a recusal, so that nobody can let them in by mistake later.
  package func onboard(
    _ cards: [Card], as role: Role, conflicts: [String], only: String?
  ) throws(VaultError) -> [Onboarded] {
    // A stand-in joins one case; a candidate comes by a list of their own.
    guard role != .candidate, role != .standIn || only != nil else {
      throw .refused(.roleNotGiven(role))
    }
    for card in cards where state.member(card.member) != nil { throw .enrolledAlready(card.name) }
    var kept: [Compartment] = []
    for text in conflicts { kept.append(try findCase(text, allowingPrefix: false)) }
    var offered: [Compartment] = []
    if let only {
      offered = [try findCase(only, allowingPrefix: false)]
    } else if role.isVoter {
      offered = read(caseNames.map(\.id)).filter {
        if case .matter(let founding) = $0.state.founding { !founding.isHidden } else { false }
      }
    }
    offered.removeAll { offer in kept.contains { $0 === offer } }
    var results: [Onboarded] = []
    for card in cards {
      let outcome = try act(.appoint(card, role))
      var result = Onboarded(name: card.name, outcome: outcome, invitation: invitation())
      // A conflict stands from now on, whenever the appointment takes effect.
      try keepOut(card.member, of: kept, &result)
      if case .done = outcome {
        try welcome([card.member])
        try open(offered, for: card.member, &result)
      }
      results.append(result)
    }
    // One commit for all: they are in with everything, or nothing happened.
    try commit()
    return results.map { result in
      Onboarded(
        name: result.name, outcome: result.outcome, admitted: result.admitted,
        conflicts: result.conflicts, notMineToOpen: result.notMineToOpen,
        invitation: invitation())
    }
  }

  private func keepOut(
    _ member: MemberID, of kept: [Compartment], _ result: inout Onboarded
  ) throws(VaultError) {
    for matter in kept {
      guard mayGovern(matter, takingOut: member) else {
        throw .mayNotWiden(CaseRecord(matter.state).codeName)
      }
      try state(.recusal(member), in: matter)
      for link in CaseRecord(matter.state).persons {
        try bar(member, from: link, because: matter)
      }
      result.conflicts.append(label(of: matter))
    }
  }

  private func open(
    _ offered: [Compartment], for member: MemberID, _ result: inout Onboarded
  ) throws(VaultError) {
    for matter in offered {
      if mayWiden(matter), linksAllow([member], to: matter) {
        deliver(matter, to: [member])
        try state(.admission([member]), in: matter)
        result.admitted.append(label(of: matter))
      } else {
        result.notMineToOpen.append(label(of: matter))
      }
    }
  }

  func label(of compartment: Compartment) -> String {
    copy.index.entries[compartment.id]?.label ?? ""
  }

  /// A chair inside may widen; so may the opener while no chair is inside, and a sole voter.
  func mayWiden(_ compartment: Compartment) -> Bool {
    let inside = compartment.state.entitled
    let voters = inside.intersection(state.voters)
    let chairs = inside.intersection(state.chairs)
    return chairs.contains(memberID) || chairs.isEmpty && compartment.state.opener == memberID
      || voters == [memberID]
  }
}
