import BitCollections
import HeapModule

/// The statements of one compartment in their one order: parents first, ties by id.
///
/// The order is a function of the set alone, whatever the order of arrival. A parent that is not
/// known is passed over and named in `missing`.
package struct StatementGraph: Sendable {
  package let statements: [Statement]
  package let missing: Set<StatementID>
  let parents: [[Int]]
  private let indices: [StatementID: Int]

  package init(_ set: some Sequence<Statement>) {
    var known: [StatementID: Statement] = [:]
    for statement in set { known[statement.id] = statement }
    var missing: Set<StatementID> = []
    var waitingFor: [StatementID: Int] = [:]
    var children: [StatementID: [StatementID]] = [:]
    var ready = Heap<StatementID>()
    for statement in known.values {
      var count = 0
      for parent in statement.parents {
        if known[parent] == nil {
          missing.insert(parent)
        } else {
          children[parent, default: []].append(statement.id)
          count += 1
        }
      }
      waitingFor[statement.id] = count
      if count == 0 { ready.insert(statement.id) }
    }
    var ordered: [Statement] = []
    var indices: [StatementID: Int] = [:]
    ordered.reserveCapacity(known.count)
    while let id = ready.popMin() {
      guard let statement = known[id] else { continue }
      indices[id] = ordered.count
      ordered.append(statement)
      for child in children[id] ?? [] {
        let left = (waitingFor[child] ?? 1) - 1
        waitingFor[child] = left
        if left == 0 { ready.insert(child) }
      }
    }
    statements = ordered
    self.missing = missing
    self.indices = indices
    parents = ordered.map { $0.parents.compactMap { indices[$0] } }
  }

  package func index(of id: StatementID) -> Int? { indices[id] }
  package func contains(_ id: StatementID) -> Bool { indices[id] != nil }

  /// Everything below the statements at `starts`, themselves included.
  func closure(of starts: some Sequence<Int>) -> BitSet {
    var seen = BitSet()
    var stack = Array(starts)
    while let index = stack.popLast() {
      guard seen.insert(index).inserted else { continue }
      stack.append(contentsOf: parents[index])
    }
    return seen
  }

  /// The members of `set` that are no parent of another member of it.
  func heads(among set: BitSet) -> [StatementID] {
    var heads = set
    for index in set {
      for parent in parents[index] { heads.remove(parent) }
    }
    return heads.map { statements[$0].id }.sorted()
  }
}

extension StatementGraph {
  /// Everything below the statements `heads`, themselves included.
  package func below(_ heads: [StatementID]) -> Set<StatementID> {
    Set(closure(of: heads.compactMap { index(of: $0) }).map { statements[$0].id })
  }
}
