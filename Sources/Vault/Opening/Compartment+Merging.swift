import Sealing
import Statements
import Storage

/// Keeping the number of objects small: every command appends a pack, and files are the real cost.
extension Compartment {
  /// Objects under the epoch that is written into which the next pack takes up into itself, because
  /// there are many of their size; none most of the time.
  ///
  /// Sizes are compared by sixteens, so each statement is written again a few times in its life and
  /// not at every command.
  var smallObjects: [ObjectName] {
    guard let epoch = writable?.epoch, contents.count >= Compartment.mergedCount else { return [] }
    let mergeable = contents.filter { $0.value.epoch == epoch && $0.value.unknown.isEmpty }
    let tiers = Dictionary(grouping: mergeable) { Compartment.tier(of: $0.value.statements.count) }
    for (_, tier) in tiers.sorted(by: { $0.key < $1.key })
    where tier.count >= Compartment.mergedCount {
      let names = tier.map(\.key).sorted()
      let byteCount = statements(in: names).reduce(0) { $0 + $1.record.count }
      if byteCount <= Compartment.mergedByteCount { return names }
    }
    return []
  }

  func statements(in names: [ObjectName]) -> [Statement] {
    var ids: Set<StatementID> = []
    for name in names { ids.formUnion(contents[name]?.statements ?? []) }
    return ids.subtracting(pending.map(\.id)).sorted().compactMap { statements[$0] }
  }

  /// The piece index of objects that are merged, and what the next pack has to say besides.
  func indexItems(of names: [ObjectName]) -> [Pack.Item] {
    let entries = names.flatMap { contents[$0]?.index ?? [] } + pendingIndex
    return Pack.items(of: Array(Set(entries)).sorted { $0.digest < $1.digest })
  }

  private static func tier(of count: Int) -> Int {
    var tier = 0
    while 16 << (4 * tier) <= count { tier += 1 }
    return tier
  }

  private static let mergedCount = 16
  private static let mergedByteCount = 3 << 20
}
