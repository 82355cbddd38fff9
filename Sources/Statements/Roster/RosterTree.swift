import Defences
import Sealing

/// Every valid act, hung under the act before it, and who stands where.
struct RosterTree {
  private(set) var children: [StatementID: [StatementID]] = [:]
  private(set) var before: [StatementID: StatementID] = [:]
  private(set) var states: [StatementID: RosterState] = [:]
  private(set) var refused: [StatementID: RosterRefusal] = [:]
  /// Each act's place in one walk of the tree, and the end of its subtree in it.
  private var interval: [StatementID: Range<Int>] = [:]
  /// By voter, the places of the acts they wrote, follow or endorsed something after.
  private var stands: [MemberID: [Int]] = [:]
  private var changes: [StatementID: RosterChange] = [:]
  private var endorsers: [StatementID: Set<MemberID>] = [:]

  init(
    founding: RosterChain.Input, chair: Card, statements: some Sequence<RosterChain.Input>
  ) {
    var acts: [StatementID: [(RosterChain.Input, RosterAct)]] = [:]
    var follows: [(MemberID, StatementID)] = []
    for statement in statements {
      switch statement.content {
      case .act(let act): acts[act.before, default: []].append((statement, act))
      case .follow(let act): follows.append((statement.author, act))
      default: continue
      }
    }
    states[founding.id] = RosterState(foundedBy: founding.id, chair: chair)

    // Top down, without recursion: an act is valid if its author may do it in the state before it.
    var authors: [StatementID: MemberID] = [founding.id: founding.author]
    var open = [founding.id]
    while let here = open.popLast() {
      guard let state = states[here] else { continue }
      for (statement, act) in acts[here] ?? [] where states[statement.id] == nil {
        do throws(RosterRefusal) {
          states[statement.id] = try state.applying(
            act, as: statement.id, by: statement.author)
        } catch {
          refused[statement.id] = error
          continue
        }
        children[here, default: []].append(statement.id)
        before[statement.id] = here
        authors[statement.id] = statement.author
        changes[statement.id] = act.change
        endorsers[statement.id] = Set(act.endorsements.keys).subtracting([statement.author])
        open.append(statement.id)
      }
    }
    measure(from: founding.id)
    for (act, author) in authors { stand(author, on: act) }
    for (act, members) in endorsers {
      for member in members { before[act].map { stand(member, on: $0) } }
    }
    for (member, act) in follows { stand(member, on: act) }
  }

  /// Who stands on which of the acts after a fork.
  struct Standing {
    /// How many voters stand on each act.
    fileprivate(set) var support: [StatementID: Int] = [:]
    /// How many of them said so of this very act.
    fileprivate(set) var settled: [StatementID: Int] = [:]
    /// Who stands on several, and so counts for none.
    fileprivate(set) var doubled: Set<MemberID> = []
  }

  /// An endorsement says which change, not which act: anybody can write an act of their own around
  /// it.
  ///
  /// So among acts of one change it is for the one its giver stands on, and before they say which
  /// for each; it makes nobody stand on two sides.
  func standing(on children: [StatementID], among voters: Set<MemberID>) -> Standing {
    var standing = Standing()
    for voter in voters {
      let places = stands[voter] ?? []
      let own = children.filter { child in
        guard let interval = interval[child] else { return false }
        return places.contains(where: interval.contains)
      }
      let given = children.filter { endorsers[$0]?.contains(voter) == true && !own.contains($0) }
      let sides =
        Defence.endorsementIsForTheChange.stands
        ? Set((own + given).map { changes[$0] }).count : own.count + given.count
      let isOneSided = own.count <= 1 && sides <= 1
      guard isOneSided || !Defence.doubleStandingCountsForNone.stands else {
        standing.doubled.insert(voter)
        continue
      }
      for child in own.isEmpty || !isOneSided ? own + given : own {
        standing.support[child, default: 0] += 1
      }
      for child in own { standing.settled[child, default: 0] += 1 }
    }
    return standing
  }

  private mutating func stand(_ member: MemberID, on act: StatementID) {
    guard let place = interval[act]?.lowerBound else { return }
    stands[member, default: []].append(place)
  }

  private mutating func measure(from root: StatementID) {
    var counter = 0
    var starts: [StatementID: Int] = [:]
    var stack: [(StatementID, isDone: Bool)] = [(root, false)]
    while let (here, isDone) = stack.popLast() {
      if isDone {
        interval[here] = (starts[here] ?? 0)..<counter
        continue
      }
      starts[here] = counter
      counter += 1
      stack.append((here, true))
      for child in children[here] ?? [] { stack.append((child, false)) }
    }
  }
}
