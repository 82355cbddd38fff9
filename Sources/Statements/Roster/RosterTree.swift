import Sealing

/// Every valid act, hung under the act before it, and who stands where.
struct RosterTree {
  private(set) var children: [StatementID: [StatementID]] = [:]
  private(set) var before: [StatementID: StatementID] = [:]
  private(set) var states: [StatementID: RosterState] = [:]
  private(set) var refused: [StatementID: RosterRefusal] = [:]
  /// Each act's place in one walk of the tree, and the end of its subtree in it.
  private var interval: [StatementID: Range<Int>] = [:]
  /// By voter, the places of the acts they wrote, endorsed or follow.
  private var stands: [MemberID: [Int]] = [:]

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
    var signers: [StatementID: Set<MemberID>] = [founding.id: [founding.author]]
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
        signers[statement.id] = Set(act.endorsements.keys).union([statement.author])
        open.append(statement.id)
      }
    }
    measure(from: founding.id)
    for (act, members) in signers {
      for member in members { stand(member, on: act) }
    }
    for (member, act) in follows { stand(member, on: act) }
  }

  /// How many of `voters` stand on each of `children`, and who stands on several.
  func standing(
    on children: [StatementID], among voters: Set<MemberID>
  ) -> (support: [StatementID: Int], doubled: Set<MemberID>) {
    var support: [StatementID: Int] = [:]
    var doubled: Set<MemberID> = []
    for voter in voters {
      let places = stands[voter] ?? []
      let stoodOn = children.filter { child in
        guard let interval = interval[child] else { return false }
        return places.contains(where: interval.contains)
      }
      if stoodOn.count == 1 || !Defence.doubleStandingCountsForNone.stands {
        for child in stoodOn { support[child, default: 0] += 1 }
      }
      if stoodOn.count > 1 { doubled.insert(voter) }
    }
    return (support, doubled)
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
