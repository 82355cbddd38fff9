import Casework
import Defences
import Sealing
import Statements
import Storage

/// Moving what lies under old keys to a key that only those entitled now hold.
///
/// New objects first, flushed; then the one that holds the re-seal statement: the commit point; then
/// the old objects leave the vault. Before the commit the new objects are garbage, after it the
/// removal can be repeated by anybody inside, so there is no journal.
extension OpenVault {
  /// Re-seals the compartments that need it, a group at a time, with one flush for each group.
  func reseal(_ all: [Compartment]) throws(VaultError) {
    guard !all.isEmpty else { return }
    var rewritten: [Compartment] = []
    for (done, compartment) in all.enumerated() {
      progress(.rotating, done, all.count)
      if isCarried(compartment), try hasCarriedPieces(compartment) { continue }
      if compartment.writable == nil { try startEpoch(of: compartment) }
      rewritten.append(compartment)
    }
    // The keys are on their way before anything lies under them.
    try copy.put(try sealGrants())

    var group = Group()
    for (done, compartment) in all.enumerated() {
      progress(.resealing, done, all.count)
      if rewritten.contains(where: { $0 === compartment }) {
        // Stopped among pieces, nothing of the others may be in the middle.
        if !compartment.stalePieces.isEmpty { try finish(&group) }
        try rewrite(compartment, into: &group)
      } else {
        group.old += oldObjects(of: compartment)
      }
      if group.byteCount > OpenVault.groupByteCount || group.compartments.count > 256 {
        try finish(&group)
      }
    }
    try finish(&group)
    progress(.resealing, all.count, all.count)
  }

  /// Objects on their way in one group.
  private struct Group {
    var early: [StoredObject] = []
    var committing: [StoredObject] = []
    var old: [ObjectName] = []
    var compartments: [Compartment] = []
    var byteCount: Int {
      early.reduce(0) { $0 + $1.bytes.count } + committing.reduce(0) { $0 + $1.bytes.count }
    }
  }

  /// Whether everything in old objects lies in newer ones already: somebody else re-sealed it.
  private func isCarried(_ compartment: Compartment) -> Bool {
    let stale = compartment.staleEpochs
    var carried: Set<StatementID> = []
    for content in compartment.contents.values where !stale.contains(content.epoch) {
      carried.formUnion(content.statements)
    }
    guard Defence.resealCarriesAll.stands else { return true }
    return compartment.statements.keys.allSatisfy(carried.contains)
      && compartment.contents.values.allSatisfy {
        !stale.contains($0.epoch) || $0.unknown.isEmpty
      }
  }

  private func oldObjects(of compartment: Compartment) -> [ObjectName] {
    let stale = compartment.staleEpochs
    let old = compartment.contents.filter { stale.contains($0.value.epoch) }.map(\.key)
    for name in old { compartment.contents[name] = nil }
    return old + compartment.dropStalePieces()
  }

  private func rewrite(_ compartment: Compartment, into group: inout Group) throws(VaultError) {
    guard let (epoch, _) = compartment.writable else { return }
    let stale = compartment.staleEpochs
    let oldPieces = try resealPieces(of: compartment)
    let old = compartment.contents
    if !stale.isEmpty {
      let graph = compartment.state.graph
      let below = graph.below(compartment.state.heads)
      let extra = Set(graph.statements.map(\.id)).subtracting(below)
      try state(.reseal(Reseal(from: stale, to: epoch, extra: extra)), in: compartment)
    }
    let items = old.values.flatMap(\.unknown) + Pack.items(of: compartment.currentIndex)
    compartment.contents = [:]
    // The re-seal statement stands above everything, so it is last in the order.
    let packs = packs(of: compartment.state.graph.statements)
    for (index, pack) in packs.enumerated() {
      let isLast = index == packs.count - 1
      let object = seal(pack, carrying: isLast ? items : [], of: compartment)
      if isLast { group.committing.append(object) } else { group.early.append(object) }
    }
    group.old += Array(old.keys) + oldPieces
    group.compartments.append(compartment)
  }

  private func finish(_ group: inout Group) throws(VaultError) {
    try copy.putUncommitted(group.early)
    try copy.putUncommitted(group.committing)
    try copy.takeOut(group.old)
    for compartment in group.compartments {
      try remember(compartment)
      if case .matter(let founding) = compartment.state.founding {
        notices.append(.resealed(founding.codeName.text))
      }
    }
    group = Group()
  }

  private static let groupByteCount = 64 << 20
}
