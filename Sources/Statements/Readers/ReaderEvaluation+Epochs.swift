import BitCollections
import Defences
import Sealing

/// Which epochs may be written into.
extension ReaderEvaluation {
  func epochs() -> [CompartmentState.Epoch] {
    let delivered = deliveries()
    return graph.statements.indices.compactMap { index in
      guard standings[index] == .counts,
        case .epoch(let epoch) = graph.statements[index].content
      else { return nil }
      let potential = epoch.readers.union(mayHaveLearnt(of: index))
      let isOpen = potential.isSubset(of: entitled) || !Defence.epochOpenness.stands
      let given = delivered.reduce(into: epoch.readers) { given, delivery in
        if delivery.below.contains(index) { given.formUnion(delivery.to) }
      }
      return CompartmentState.Epoch(
        statement: epoch, by: graph.statements[index].id, potential: potential, isOpen: isOpen,
        isUsable: isOpen
          && (entitled.isSubset(of: given) || !Defence.everyReaderIsGivenTheKey.stands))
    }
  }

  /// Everybody who was entitled when the epoch at `index` was stated, or was let in by somebody who
  /// may have known its key.
  private func mayHaveLearnt(of index: Int) -> Set<MemberID> {
    switch founding.kind {
    case .roster, .sheet:
      return (position(of: index)...headPosition).reduce(into: []) {
        $0.formUnion(rule.eligible(at: $1))
      }
    case .matter, .person, .question:
      return items.indices.reduce(into: entitled(below: index)) { all, item in
        if !isBelow(item, index) { all.formUnion(items[item].admits) }
      }
    }
  }

  /// Whoever admits somebody hands them every key they know: those of the epochs below.
  private func deliveries() -> [(to: Set<MemberID>, below: BitSet)] {
    graph.statements.indices.compactMap { index in
      guard standings[index] == .counts else { return nil }
      switch graph.statements[index].content {
      case .admission(let members): return (members, graph.closure(of: [index]))
      case .proposal, .consent:
        guard let item = items.first(where: { $0.index == index }), !item.admits.isEmpty else {
          return nil
        }
        return (item.admits, graph.closure(of: [index]))
      default: return nil
      }
    }
  }
}
