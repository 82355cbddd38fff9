import BitCollections
import Casework
import Defences
import Sealing

/// One pass over a compartment's statements, in order, each judged on what lies below it.
struct ReaderEvaluation {
  let graph: StatementGraph
  let founding: Founding
  let root: Int
  let rule: ReaderRule
  let late: BitSet

  private(set) var items: [ReaderItem] = []
  private(set) var standings: [CompartmentState.Standing] = []
  private(set) var entitled: Set<MemberID> = []
  private(set) var excluded: Set<MemberID> = []

  /// By statement: the items below it, and the proposals and consents below it.
  private var itemsBelow: [BitSet] = []
  private var consentsBelow: [BitSet] = []
  private var itemOf: [Int: Int] = [:]
  /// By statement: where on the roster its author stood; never before its parents' authors did.
  private var positions: [Int] = []
  /// By the statement that completed it: the proposal a majority carried.
  private var completes: [Int: Int] = [:]
  private var memo: [MemoKey: ReaderRule.Result] = [:]

  private struct MemoKey: Hashable {
    let items: BitSet
    let position: Int
  }

  init(
    _ graph: StatementGraph, _ founding: Founding, root: Int, _ roster: RosterChain, late: BitSet
  ) {
    self.graph = graph
    self.founding = founding
    self.root = root
    rule = ReaderRule(kind: founding.kind, roster: roster)
    self.late = late
    for index in graph.statements.indices { judge(index) }
    let all = BitSet(items.indices)
    let result = evaluate(all, at: headPosition)
    entitled = result.entitled
    for item in result.void { standings[items[item].index] = .void }
    excluded = lost(in: all).subtracting(entitled)
  }

  var headPosition: Int { rule.roster.path.count - 1 }

  private mutating func evaluate(_ known: BitSet, at position: Int) -> ReaderRule.Result {
    let key = MemoKey(items: known, position: position)
    if let result = memo[key] { return result }
    let result = rule.evaluate(items, known: known, at: position)
    memo[key] = result
    return result
  }

  private mutating func judge(_ index: Int) {
    let statement = graph.statements[index]
    var below = BitSet()
    var consents = BitSet()
    var position = statement.roster.map(rule.roster.position) ?? 0
    if founding.kind == .roster, position == 0 {
      position = rule.roster.position(of: statement.id)
    }
    for parent in graph.parents[index] {
      below.formUnion(itemsBelow[parent])
      if let item = itemOf[parent] { below.insert(item) }
      consents.formUnion(consentsBelow[parent])
      switch graph.statements[parent].content {
      case .proposal, .consent: consents.insert(parent)
      default: break
      }
      position = max(position, positions[parent])
    }
    itemsBelow.append(below)
    consentsBelow.append(consents)
    positions.append(position)
    standings.append(standing(of: index))
  }

  private mutating func standing(of index: Int) -> CompartmentState.Standing {
    if late.contains(index) { return .late }
    let statement = graph.statements[index]
    if index == root {
      begin(founding, at: root)
      return .counts
    }
    // The id of a compartment is the id of its one founding statement.
    if case .founding(let second) = statement.content, statement.isFounding {
      guard !Defence.foundingOnce.stands else { return .outside }
      begin(second, at: index)
      return .counts
    }
    let inside = evaluate(itemsBelow[index], at: positions[index]).entitled
    guard inside.contains(statement.author) || !Defence.authorIsEntitled.stands else {
      return items.contains { $0.admits.contains(statement.author) } ? .late : .outside
    }
    let state = rule.roster.state(at: positions[index])
    guard let role = state.member(statement.author)?.role else { return .outside }
    switch statement.content {
    case .admission(let members):
      // Nobody is let into a question: it is for those it was put to.
      guard founding.kind != .question else { return .void }
      guard founding.kind == .matter || founding.kind == .person else { return .counts }
      let again =
        Defence.namedAgain.stands ? lost(in: itemsBelow[index]).subtracting(inside) : []
      let admitted = members.subtracting(again).intersection(rule.eligible(at: positions[index]))
      guard mayWiden(statement.author, inside, state) || !Defence.authority.stands,
        !admitted.isEmpty
      else { return .void }
      append(index, admits: admitted)
    case .recusal(let member):
      guard founding.kind != .roster, founding.kind != .sheet,
        member == statement.author
          || mayGovern(statement.author, inside, state, takingOut: member)
          || !Defence.authority.stands,
        inside != [member] || !Defence.lastReaderStays.stands
      else { return .void }
      append(index, loses: [member])
    case .proposal(let change):
      guard founding.kind == .matter || founding.kind == .person,
        voters(inside, state).contains(statement.author)
      else { return .void }
      complete(change, proposedAt: index, at: index, inside, state)
    case .consent(let proposal):
      guard voters(inside, state).contains(statement.author),
        let proposedAt = graph.index(of: proposal), consentsBelow[index].contains(proposedAt),
        standings[proposedAt] == .counts,
        case .proposal(let change) = graph.statements[proposedAt].content
      else { return .void }
      complete(change, proposedAt: proposedAt, at: index, inside, state)
    case .question:
      // What is asked, and whom the answer may let in, is the word of whoever founded the question.
      guard
        statement.author == graph.statements[root].author && founding.kind == .question
          || !Defence.questionRoles.stands
      else { return .void }
    case .erasure:
      guard askers.contains(statement.author) || !Defence.questionRoles.stands else { return .void }
    case .conflictAnswer, .declaration:
      guard case .question(let question) = founding,
        statement.author == question.asked || !Defence.questionRoles.stands
      else { return .void }
    case .declaredConflict(let declared):
      // Of candidates only: nobody's later conflicts are declared for them.
      guard founding.kind == .roster, state.chairs.contains(statement.author),
        state.member(declared.member)?.role == .candidate || !Defence.questionRoles.stands
      else { return .void }
    case .epoch, .reseal, .follow, .act, .rosterProposal, .endorsement:
      return .counts
    case .founding, .entry, .attachment, .contact, .person, .party, .link, .assessment, .closing,
      .reopening, .handOver, .row, .names, .unnamed, .advice, .unknown:
      guard role.canWrite || !Defence.roleWrites.stands else { return .outside }
    }
    return .counts
  }

  private mutating func begin(_ founding: Founding, at index: Int) {
    switch founding {
    case .roster, .sheet: return
    case .matter(let founding):
      append(
        index, admits: founding.admitted.union([graph.statements[index].author]),
        loses: founding.barred, isFounding: true)
    case .person(let founding):
      append(
        index, admits: founding.admitted.union([graph.statements[index].author]),
        loses: founding.barred, isFounding: true)
    case .question(let founding):
      append(
        root, admits: founding.askers.union([graph.statements[root].author, founding.asked]),
        isFounding: true)
    }
  }

  private mutating func append(
    _ index: Int, admits: Set<MemberID> = [], loses: Set<MemberID> = [], isFounding: Bool = false
  ) {
    itemOf[index] = items.count
    items.append(
      ReaderItem(
        index: index, admits: admits, loses: loses, below: itemsBelow[index],
        position: positions[index], isFounding: isFounding))
  }

  /// Everybody some known item took out and no later one named again.
  private func lost(in known: BitSet) -> Set<MemberID> {
    var lost: Set<MemberID> = []
    for item in known {
      for member in items[item].loses {
        let isNamedAgain = known.contains {
          items[$0].admits.contains(member) && items[$0].below.contains(item)
        }
        if !isNamedAgain { lost.insert(member) }
      }
    }
    return lost
  }

  /// Lets `change` take effect at `index` when the signatures known there are a majority.
  private mutating func complete(
    _ change: ReaderChange, proposedAt: Int, at index: Int, _ inside: Set<MemberID>,
    _ state: RosterState
  ) {
    let isDone = itemsBelow[index].contains { completes[items[$0].index] == proposedAt }
    guard !isDone else { return }
    let known = consentsBelow[index].union([index])
    let (signers, needed) = tally(change, proposedAt, among: known, inside, state)
    guard signers.count >= needed || !Defence.majorityInside.stands else { return }
    switch change {
    case .admit(let members):
      let admitted = members.intersection(rule.eligible(at: positions[index]))
      guard !admitted.isEmpty else { return }
      append(index, admits: admitted)
    case .recuse(let member):
      guard inside != [member] else { return }
      append(index, loses: [member])
    }
    completes[index] = proposedAt
  }

  private func tally(
    _ change: ReaderChange, _ proposedAt: Int, among known: BitSet, _ inside: Set<MemberID>,
    _ state: RosterState
  ) -> (signers: Set<MemberID>, needed: Int) {
    let proposal = graph.statements[proposedAt].id
    var signers: Set<MemberID> = [graph.statements[proposedAt].author]
    for index in known where graph.statements[index].content == .consent(proposal) {
      signers.insert(graph.statements[index].author)
    }
    var electorate = voters(inside, state)
    if case .recuse(let target) = change { electorate.remove(target) }
    return (signers.intersection(electorate), electorate.count / 2 + 1)
  }

  /// Proposals that no majority has completed yet.
  func waiting() -> [CompartmentState.Waiting] {
    let state = rule.roster.head
    let done = Set(completes.values)
    var counted = BitSet()
    for index in standings.indices where standings[index] == .counts { counted.insert(index) }
    return graph.statements.indices.compactMap { index in
      guard case .proposal(let change) = graph.statements[index].content,
        standings[index] == .counts, !done.contains(index)
      else { return nil }
      let (signers, needed) = tally(change, index, among: counted, entitled, state)
      return CompartmentState.Waiting(
        proposal: graph.statements[index].id, change: change,
        by: graph.statements[index].author, signers: signers, needed: needed)
    }
  }

  /// Who was entitled when the statement at `index` was made, as its author knew it.
  func entitled(below index: Int) -> Set<MemberID> {
    rule.evaluate(items, known: itemsBelow[index], at: positions[index]).entitled
  }

  func position(of index: Int) -> Int { positions[index] }

  func isBelow(_ item: Int, _ index: Int) -> Bool { itemsBelow[index].contains(item) }
}
