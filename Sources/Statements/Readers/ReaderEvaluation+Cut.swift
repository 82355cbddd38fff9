import BitCollections
import Defences
import Sealing

/// The cut: what somebody stated before they lost a compartment counts, what turns up afterwards is
/// late, and nobody can choose old parents to void years.
extension ReaderEvaluation {
  /// Statements of those who lost the compartment that lie neither below the first statement that
  /// knew of it, nor below any entitled reader's statement that does not descend from that one.
  func lateStatements() -> BitSet {
    var late = self.late
    for member in losers where Defence.cut.stands {
      guard let cut = firstStatement(without: member) else { continue }
      var after = BitSet([cut])
      var reaching = [cut]
      for index in graph.statements.indices where index != cut {
        if graph.parents[index].contains(where: after.contains) {
          after.insert(index)
        } else if standings[index] == .counts,
          entitled.contains(graph.statements[index].author), Defence.builtUponStays.stands
        {
          reaching.append(index)
        }
      }
      let kept = graph.closure(of: reaching)
      for index in graph.statements.indices
      where graph.statements[index].author == member && !kept.contains(index) {
        late.insert(index)
      }
    }
    return late
  }

  /// Everybody who was entitled once and is not now.
  private var losers: [MemberID] {
    var ever: Set<MemberID> = []
    switch founding.kind {
    case .roster, .sheet:
      for position in rule.roster.path.indices { ever.formUnion(rule.eligible(at: position)) }
    case .matter, .person, .question:
      for item in items { ever.formUnion(item.admits) }
    }
    return ever.subtracting(entitled).sorted()
  }

  /// The first statement whose author knew that `member` had lost the compartment.
  ///
  /// An epoch stated before or beside the admission leaves them out as well and cuts nothing.
  private func firstStatement(without member: MemberID) -> Int? {
    let admissions = items.indices.filter { items[$0].admits.contains(member) }
    let losses = items.indices.filter { loss in
      items[loss].loses.contains(member)
        && !admissions.contains { items[$0].below.contains(loss) }
    }
    let last = lastPosition(of: member)
    return graph.statements.indices.first { index in
      let isOffRoster = last.map { $0 < position(of: index) } ?? false
      let known = losses.filter { isBelow($0, index) }
      guard isOffRoster || !known.isEmpty, standings[index] == .counts,
        !entitled(below: index).contains(member)
      else { return false }
      if case .epoch(let epoch) = graph.statements[index].content, epoch.readers.contains(member) {
        return false
      }
      // Who stepped out takes nobody out in return, whatever they date back.
      let isOwnDoing = known.contains { graph.statements[items[$0].index].author == member }
      return isOffRoster || isOwnDoing || isSettled(index)
    }
  }

  /// Whether the author of the statement at `index` is entitled, or lost the compartment by
  /// something that stands above it.
  ///
  /// Two who take each other out at the same time do not cut each other off: otherwise both acts
  /// would be late, and whoever was taken out could come back by dating back an act of their own.
  private func isSettled(_ index: Int) -> Bool {
    let author = graph.statements[index].author
    guard !entitled.contains(author), Defence.mutualLoss.stands else { return true }
    return items.indices.allSatisfy { item in
      !items[item].loses.contains(author) || isBelow(item, index)
        || graph.closure(of: [items[item].index]).contains(index)
    }
  }

  /// The last place on the roster's path at which the roster let `member` in.
  private func lastPosition(of member: MemberID) -> Int? {
    let admissions = items.filter { $0.admits.contains(member) }
    return rule.roster.path.indices.last { position in
      guard rule.isEligible(member, at: position) else { return false }
      switch founding.kind {
      case .roster, .sheet: return true
      case .matter, .person, .question:
        let since = rule.roster.state(at: position).member(member)?.since
        return admissions.contains {
          rule.roster.state(at: $0.position).member(member)?.since == since
        }
      }
    }
  }
}
