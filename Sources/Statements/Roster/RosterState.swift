package import Casework
import Defences
package import Sealing

/// Why an act on the roster is not valid where it stands.
package enum RosterRefusal: Error, Hashable, Sendable {
  case authorIsNoVoter
  case notAMember(MemberID)
  case alreadyEnrolled(MemberID)
  case boxKeyEnrolled
  case nothingToChange
  /// A role that comes by onboarding and by no act on somebody already enrolled.
  case roleNotGiven(Role)
  /// More signatures are needed than the act carries.
  case needsMajority(of: Int, needed: Int, has: Int)
  case lastChair
}

/// Somebody on the roster.
package struct Member: Hashable, Sendable {
  package let card: Card
  package var role: Role
  package var isKeyHolder: Bool
  /// Whether they may vote on motions, where their role does.
  package var hasVote = true
  package var titles: Set<Title> = []
  /// The act that appointed them: an admission to a case counts for one appointment only.
  package let since: StatementID

  package var id: MemberID { card.member }
  package var name: String { card.name }
  /// Whether they count toward a majority of a compartment's voters: who governs.
  package var isVoter: Bool { role.isVoter }
  /// Whether they vote on motions in the cases they read.
  package var votesOnMotions: Bool { hasVote && role.votesOnMotions }
}

/// Who is on the committee, as of one act.
package struct RosterState: Sendable {
  package let act: StatementID
  package private(set) var members: [MemberID: Member]

  package init(foundedBy statement: StatementID, chair: Card) {
    act = statement
    members = [
      chair.member: Member(card: chair, role: .chair, isKeyHolder: true, since: statement)
    ]
  }

  private init(act: StatementID, members: [MemberID: Member]) {
    self.act = act
    self.members = members
  }

  package func member(_ id: MemberID) -> Member? { members[id] }
  package var voters: Set<MemberID> { Set(members.values.filter(\.isVoter).map(\.id)) }
  package var chairs: Set<MemberID> {
    Set(members.values.filter { $0.role == .chair }.map(\.id))
  }
  package var keyHolders: Set<MemberID> { Set(members.values.filter(\.isKeyHolder).map(\.id)) }
  package var all: Set<MemberID> { Set(members.keys) }
  package var sheetReaders: Set<MemberID> {
    Set(
      members.values.filter { $0.role.readsSheet || !Defence.roleReadsSheet.stands }.map(\.id))
  }

  /// How many more signatures than the author's an act by `author` would need; zero when one is
  /// enough, nil when no number of them would do.
  package func endorsementsNeeded(for change: RosterChange, by author: MemberID) -> Int? {
    guard let rule = rule(for: change, by: author) else { return 0 }
    guard rule.electorate.count >= rule.needed else { return nil }
    return max(0, rule.needed - (rule.electorate.contains(author) ? 1 : 0))
  }

  /// Who must sign, when one signature is not enough.
  private struct MajorityRule {
    let electorate: Set<MemberID>
    let needed: Int
  }

  /// Governing takes a chair, or more than half of the voters, the target not counted; a chair
  /// falls only by themself or by a majority of at least two.
  private func rule(for change: RosterChange, by author: MemberID) -> MajorityRule? {
    let takesOut: MemberID?
    switch change {
    case .remove(let member), .rekey(let member, _): takesOut = member
    case .role(let member, let role):
      takesOut = rank(role) < rank(members[member]?.role) ? member : nil
    case .keyHolder(let member, let holds): takesOut = holds ? nil : member
    case .voting(let member, let votes): takesOut = votes ? nil : member
    case .titles: takesOut = nil
    case .appoint: takesOut = nil
    case .depart: return nil
    }
    let isOnThemself = takesOut == author
    if isOnThemself {
      switch change {
      case .role, .keyHolder, .voting, .remove: return nil
      case .rekey, .appoint, .depart, .titles: break
      }
    }
    let chairFalls: Bool =
      switch change {
      case .remove(let member), .rekey(let member, _), .role(let member, _):
        takesOut != nil && members[member]?.role == .chair
      case .appoint, .keyHolder, .voting, .titles, .depart: false
      }
    if members[author]?.role == .chair, !chairFalls { return nil }
    var electorate = voters
    if let takesOut { electorate.remove(takesOut) }
    let majority = electorate.count / 2 + 1
    return MajorityRule(electorate: electorate, needed: chairFalls ? max(2, majority) : majority)
  }

  private func rank(_ role: Role?) -> Int {
    switch role {
    case .chair: 3
    case .member: 2
    case .adviser, .standIn, .observer: 1
    case .candidate, nil: 0
    }
  }

  /// The state after `act`, which `author` wrote as statement `id`.
  package func applying(
    _ act: RosterAct, as id: StatementID, by author: MemberID
  ) throws(RosterRefusal) -> RosterState {
    let isOwnDeparture =
      if case .depart(let member, _) = act.change { member == author } else { false }
    let mayAct = isOwnDeparture || members[author]?.isVoter == true
    guard mayAct || !Defence.votersAct.stands else { throw .authorIsNoVoter }
    if let rule = rule(for: act.change, by: author) {
      let signed = Set(act.endorsements.keys).union([author])
      let signers =
        Defence.onlyVotersCount.stands ? signed.intersection(rule.electorate) : signed
      guard signers.count >= rule.needed || !Defence.rosterAuthority.stands else {
        throw .needsMajority(of: rule.electorate.count, needed: rule.needed, has: signers.count)
      }
    }
    let after = try changed(by: act.change, as: id)
    guard !after.chairs.isEmpty || !Defence.lastChairStays.stands else { throw .lastChair }
    return RosterState(act: id, members: after.members)
  }

  private func changed(
    by change: RosterChange, as id: StatementID
  ) throws(RosterRefusal) -> RosterState {
    var state = self
    switch change {
    case .appoint(let card, let role):
      try checkUnknown(card)
      state.members[card.member] = Member(
        card: card, role: role, isKeyHolder: false, since: id)
    case .remove(let member), .depart(let member, _):
      guard state.members.removeValue(forKey: member) != nil else { throw .notAMember(member) }
    case .role(let member, let role):
      guard let old = members[member] else { throw .notAMember(member) }
      guard role != .candidate, role != .standIn else { throw .roleNotGiven(role) }
      guard old.role != role else { throw .nothingToChange }
      state.members[member]?.role = role
      if !role.canBeKeyHolder { state.members[member]?.isKeyHolder = false }
    case .keyHolder(let member, let holds):
      guard let old = members[member] else { throw .notAMember(member) }
      guard old.isKeyHolder != holds else { throw .nothingToChange }
      state.members[member]?.isKeyHolder = holds
    case .voting(let member, let votes):
      guard let old = members[member] else { throw .notAMember(member) }
      guard old.hasVote != votes, old.role.votesOnMotions else { throw .nothingToChange }
      state.members[member]?.hasVote = votes
    case .titles(let member, let titles):
      guard let old = members[member] else { throw .notAMember(member) }
      guard old.titles != titles else { throw .nothingToChange }
      state.members[member]?.titles = titles
    case .rekey(let member, let card):
      guard let old = state.members.removeValue(forKey: member) else { throw .notAMember(member) }
      try state.checkUnknown(card)
      state.members[card.member] = Member(
        card: card, role: old.role, isKeyHolder: old.isKeyHolder, hasVote: old.hasVote,
        titles: old.titles, since: id)
    }
    return state
  }

  private func checkUnknown(_ card: Card) throws(RosterRefusal) {
    guard Defence.enrolledOnce.stands else { return }
    guard members[card.member] == nil else { throw .alreadyEnrolled(card.member) }
    guard !members.values.contains(where: { $0.card.boxKey == card.boxKey }) else {
      throw .boxKeyEnrolled
    }
  }
}
