import Casework
import Sealing
import Sodium
package import Statements

/// What became of an act on the roster or on a case's readers.
package enum ActOutcome: Hashable, Sendable {
  case done(StatementID)
  /// It waits for this many more voters.
  case waiting(StatementID, needed: Int)

  package var isDone: Bool {
    switch self {
    case .done: true
    case .waiting: false
    }
  }
}

/// Acts on the roster: done at once by whoever may, proposed to the others by whoever may not.
extension OpenVault {
  func act(_ change: RosterChange) throws(VaultError) -> ActOutcome {
    let author = memberID
    guard let me else { throw .notOnTheRoster }
    let isOwnDeparture = if case .depart = change { true } else { false }
    guard me.isVoter || isOwnDeparture else { throw .needsVoter }
    guard let needed = state.endorsementsNeeded(for: change, by: author) else {
      throw .refused(.needsMajority(of: max(0, state.voters.count - 1), needed: 2, has: 1))
    }
    let before = state.act
    let draft = RosterAct(before: before, change: change)
    if needed == 0 {
      try check(draft, by: author)
      return .done(try state(.act(draft), in: rosterCompartment).id)
    }
    // Everything but the signatures must be right already.
    do throws(RosterRefusal) {
      _ = try state.applying(draft, as: before, by: author)
    } catch {
      switch error {
      case .needsMajority:
        // With all the signatures there are it could not take effect.
        if takesTheLastChair(change) { throw .lastChair }
      case .lastChair: throw .lastChair
      default: throw .refused(error)
      }
    }
    let signature = holder.sign(
      RosterAct.endorsed(change, after: before, in: id), for: .endorsement)
    let proposal = RosterProposal(before: before, change: change, signature: signature)
    let statement = try state(.rosterProposal(proposal), in: rosterCompartment)
    return .waiting(statement.id, needed: needed)
  }

  private func takesTheLastChair(_ change: RosterChange) -> Bool {
    switch change {
    case .remove(let member): state.chairs == [member]
    case .role(let member, let role): role != .chair && state.chairs == [member]
    case .appoint, .keyHolder, .voting, .titles, .rekey, .depart: false
    }
  }

  private func check(_ act: RosterAct, by author: MemberID) throws(VaultError) {
    do throws(RosterRefusal) {
      _ = try state.applying(act, as: state.act, by: author)
    } catch .lastChair {
      throw .lastChair
    } catch {
      throw .refused(error)
    }
  }

  /// An act that waits for more voters.
  package struct WaitingAct: Hashable, Sendable {
    package enum What: Hashable, Sendable {
      case roster(RosterChange)
      case readers(ReaderChange, of: String)
    }
    package let id: StatementID
    package let what: What
    package let by: String
    package let signers: [String]
    package let needed: Int
    package let isMineToSign: Bool
  }

  /// Everything that waits for a majority and that this member can see.
  package var waitingActs: [WaitingAct] {
    waitingOnRoster + caseNames.flatMap(waiting(in:))
  }

  private var waitingOnRoster: [WaitingAct] {
    rosterCompartment.state.counted.compactMap { statement in
      guard case .rosterProposal(let proposal) = statement.content,
        proposal.before == state.act
      else { return nil }
      let signers = signatures(to: proposal, as: statement).keys
      return WaitingAct(
        id: statement.id, what: .roster(proposal.change), by: name(of: statement.author),
        signers: names(of: signers),
        needed: (state.endorsementsNeeded(for: proposal.change, by: statement.author) ?? 0) + 1,
        isMineToSign: me?.isVoter == true && !signers.contains(memberID)
          && proposal.change.target != memberID)
    }
  }

  private func waiting(in named: CaseName) -> [WaitingAct] {
    guard copy.index.entries[named.id]?.summary.hasWaiting == true,
      let compartment = compartment(named.id)
    else { return [] }
    return compartment.state.waiting.map { waiting in
      WaitingAct(
        id: waiting.proposal, what: .readers(waiting.change, of: named.shown),
        by: name(of: waiting.by), signers: names(of: waiting.signers), needed: waiting.needed,
        isMineToSign: me?.isVoter == true && !waiting.signers.contains(memberID)
          && waiting.change != .recuse(memberID))
    }
  }

  /// The good signatures to a proposal: the proposer's and those of its endorsers.
  private func signatures(
    to proposal: RosterProposal, as statement: Statement
  ) -> [MemberID: [UInt8]] {
    let signed = SigningPurpose.endorsement.label.message(
      RosterAct.endorsed(proposal.change, after: proposal.before, in: id))
    var signatures: [MemberID: [UInt8]] = [:]
    func add(_ member: MemberID, _ signature: [UInt8]) {
      guard let voter = state.member(member), voter.isVoter,
        voter.card.verifyingKey.verify(signature, of: signed)
      else { return }
      signatures[member] = signature
    }
    add(statement.author, proposal.signature)
    for other in rosterCompartment.state.counted {
      guard case .endorsement(let endorsement) = other.content,
        endorsement.proposal == statement.id
      else { continue }
      add(other.author, endorsement.signature)
    }
    return signatures
  }

  /// Co-signs what waits under `text`, the beginning of its id; the last signature needed makes it
  /// take effect.
  package func endorse(_ text: String) throws(VaultError) -> ActOutcome {
    let matches = waitingActs.filter { $0.id.hex.hasPrefix(text.lowercased()) && text.count >= 4 }
    guard matches.count <= 1 else {
      throw .ambiguousName(text, matches: matches.map(\.id.short))
    }
    guard let waiting = matches.first else { throw .nothingWaits(text) }
    guard me?.isVoter == true else { throw .needsVoter }
    guard waiting.isMineToSign else { throw .alreadyEndorsed }
    let outcome: ActOutcome
    switch waiting.what {
    case .roster: outcome = try endorseOnRoster(waiting)
    case .readers(let change, let shown): outcome = try consent(to: waiting, change, shown)
    }
    return outcome
  }

  private func endorseOnRoster(_ waiting: WaitingAct) throws(VaultError) -> ActOutcome {
    guard
      let statement = rosterCompartment.state.counted.first(where: { $0.id == waiting.id }),
      case .rosterProposal(let proposal) = statement.content
    else { throw .nothingWaits(waiting.id.short) }
    var signatures = signatures(to: proposal, as: statement)
    signatures[memberID] = nil
    let act = RosterAct(
      before: proposal.before, change: proposal.change, endorsements: signatures)
    do throws(RosterRefusal) {
      _ = try state.applying(act, as: statement.id, by: memberID)
    } catch .needsMajority(_, let needed, let has) {
      let signature = holder.sign(
        RosterAct.endorsed(proposal.change, after: proposal.before, in: id), for: .endorsement)
      try state(
        .endorsement(RosterEndorsement(proposal: waiting.id, signature: signature)),
        in: rosterCompartment)
      try commit()
      return .waiting(waiting.id, needed: needed - has)
    } catch .lastChair {
      throw .lastChair
    } catch {
      throw .refused(error)
    }
    let done = try state(.act(act), in: rosterCompartment)
    try carryOut(proposal.change)
    return .done(done.id)
  }

  /// Proposals all signatures of which are there, and whose act nobody has stated.
  func completeRosterMajorities() throws(VaultError) {
    for statement in rosterCompartment.state.counted {
      guard case .rosterProposal(let proposal) = statement.content, proposal.before == state.act
      else { continue }
      var signatures = signatures(to: proposal, as: statement)
      guard signatures.removeValue(forKey: memberID) != nil else { continue }
      let act = RosterAct(
        before: proposal.before, change: proposal.change, endorsements: signatures)
      guard (try? state.applying(act, as: statement.id, by: memberID)) != nil else { continue }
      try state(.act(act), in: rosterCompartment)
      try welcomeAfter(proposal.change)
    }
  }

  private func consent(
    to waiting: WaitingAct, _ change: ReaderChange, _ shown: String
  ) throws(VaultError) -> ActOutcome {
    let compartment = try findCase(shown, allowingPrefix: false)
    let readers = compartment.state.entitled
    try state(.consent(waiting.id), in: compartment)
    let left = compartment.state.waiting.first { $0.proposal == waiting.id }
    let isDone = left == nil
    if isDone {
      if case .admit(let members) = change {
        deliver(compartment, to: members.subtracting(readers))
      }
      try carryRecusals(of: compartment)
    }
    try settle()
    return left.map { .waiting(waiting.id, needed: $0.needed - $0.signers.count) }
      ?? .done(waiting.id)
  }

  /// What follows from an act on the roster that has just taken effect: keys for whoever may read
  /// more now, a re-seal against whoever may read less.
  func carryOut(_ change: RosterChange) throws(VaultError) {
    try welcomeAfter(change)
    try commit()
    try reconcile(all: true)
  }

  private func welcomeAfter(_ change: RosterChange) throws(VaultError) {
    switch change {
    case .appoint(let card, _), .rekey(_, let card): try welcome([card.member])
    case .role(let member, _): try welcome([member])
    case .keyHolder(let member, true): try openPersons(to: member)
    case .remove, .depart, .keyHolder, .voting, .titles: break
    }
  }

  /// Hands the roster's and the sheet's keys to members who have none yet.
  func welcome(_ members: Set<MemberID>) throws(VaultError) {
    try letIn(members, to: rosterCompartment)
    let readers = members.intersection(state.sheetReaders)
    if let sheet, !readers.isEmpty { try letIn(readers, to: sheet) }
  }

  private func letIn(_ members: Set<MemberID>, to compartment: Compartment) throws(VaultError) {
    let given = compartment.state.graph.statements.reduce(into: Set<MemberID>()) {
      switch $1.content {
      case .admission(let members): $0.formUnion(members)
      case .epoch(let epoch): $0.formUnion(epoch.readers)
      default: break
      }
    }
    let fresh = members.subtracting(given)
    guard !fresh.isEmpty else { return }
    deliver(compartment, to: fresh)
    try state(.admission(fresh), in: compartment)
  }
}
