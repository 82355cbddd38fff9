import BitCollections
package import Sealing

/// What follows from the statements of one compartment: who is entitled, which epochs are open, and
/// which statements count.
///
/// A function of the set of statements and of the roster, whatever the order of arrival.
package struct CompartmentState: Sendable {
  /// How a statement stands.
  package enum Standing: Hashable, Sendable {
    case counts
    /// By somebody who lost the compartment, outside the cut.
    case late
    /// By somebody who was no reader, or whose role does not write.
    case outside
    /// A governing statement without the authority for it, or a recusal that would leave nobody.
    case void
  }

  package struct Epoch: Hashable, Sendable {
    package let statement: EpochStatement
    package let by: StatementID
    /// Everybody who may hold the key.
    package let potential: Set<MemberID>
    /// Whether all of those are entitled now.
    package let isOpen: Bool
    /// Whether besides everybody entitled has been given the key.
    package let isUsable: Bool

    package var id: EpochID { statement.epoch }
  }

  /// A change that waits for a majority.
  package struct Waiting: Hashable, Sendable {
    package let proposal: StatementID
    package let change: ReaderChange
    package let by: MemberID
    package let signers: Set<MemberID>
    package let needed: Int
  }

  /// A change of the readers that took effect.
  package struct ReaderEvent: Hashable, Sendable {
    package let statement: StatementID
    package let admitted: Set<MemberID>
    package let lost: Set<MemberID>
  }

  package let id: CompartmentID
  package let founding: Founding
  package let opener: MemberID
  package let graph: StatementGraph
  package let standings: [Standing]
  package let entitled: Set<MemberID>
  package let epochs: [Epoch]
  package let waiting: [Waiting]
  package let events: [ReaderEvent]
  /// Everybody recused, barred or hidden from and not named again since.
  package let excluded: Set<MemberID>
  /// The parents of the next statement.
  package let heads: [StatementID]

  /// The epoch into which the next writer writes; nil when one must be started.
  package var usableEpoch: Epoch? { epochs.filter(\.isUsable).min { $0.id < $1.id } }

  package func standing(of id: StatementID) -> Standing? {
    graph.index(of: id).map { standings[$0] }
  }

  /// The statements that count, in their order.
  package var counted: [Statement] {
    zip(graph.statements, standings).compactMap { $1 == .counts ? $0 : nil }
  }

  /// Nil when the founding statement is not among them.
  package init?(
    of id: CompartmentID, statements: some Sequence<Statement>, roster: RosterChain
  ) {
    let graph = StatementGraph(statements)
    guard let index = graph.index(of: StatementID(id.bytes)),
      case .founding(let founding) = graph.statements[index].content
    else { return nil }
    var late = BitSet()
    var evaluation = ReaderEvaluation(graph, founding, root: index, roster, late: late)
    // Leaving out what came late can change who is entitled, and so what is late; it only grows.
    while true {
      let found = evaluation.lateStatements()
      if found.isSubset(of: late) { break }
      late.formUnion(found)
      evaluation = ReaderEvaluation(graph, founding, root: index, roster, late: late)
    }
    self.id = id
    self.founding = founding
    opener = graph.statements[index].author
    self.graph = graph
    standings = evaluation.standings
    entitled = evaluation.entitled
    epochs = evaluation.epochs()
    waiting = evaluation.waiting()
    events = evaluation.items.map {
      ReaderEvent(
        statement: graph.statements[$0.index].id, admitted: $0.admits, lost: $0.loses)
    }
    excluded = evaluation.excluded
    var counted = BitSet()
    for index in standings.indices where standings[index] == .counts { counted.insert(index) }
    heads = graph.heads(among: counted)
  }
}
