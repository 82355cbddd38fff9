import Defences
import Sealing
import Statements
import Storage

/// One compartment as this command sees it: what was read, what follows, what was stated since.
final class Compartment {
  let id: CompartmentID
  var memory: CompartmentMemory
  var contents: [ObjectName: CompartmentReader.Content]
  private(set) var statements: [StatementID: Statement]
  private(set) var state: CompartmentState
  /// Statements that lie in no object: of this command, or kept by this machine and lost by storage.
  private(set) var pending: [Statement] = []
  /// The pieces of its attachments that lie in the folder.
  var pieces: [ObjectName: KnownPiece] = [:]
  /// Where pieces lie that the next pack says of.
  var pendingIndex: [PieceIndex.Entry] = []
  /// Pieces that were in the folder before, and of which it holds none now.
  var lostPieces: Set<PieceDigest> = []
  let damaged: [ObjectName: DamagedObject.Reason]
  /// Statements that were erased; nothing of them is kept, and the objects that hold them go.
  let erased: Set<StatementID>
  /// Statements that were verified before, are in no object now, and were not kept either.
  let lost: Set<StatementID>
  /// Statements the memory does not hold yet.
  private(set) var unkept: Set<StatementID>
  /// Whether it was read from a vault, not founded by this command.
  let isRead: Bool
  /// How many statements were in the memory only.
  let broughtBackCount: Int

  /// Nil when the founding statement is not among what was read.
  init?(
    _ id: CompartmentID, memory: CompartmentMemory, read: CompartmentReader.Result,
    roster: RosterChain
  ) {
    guard
      var state = CompartmentState(of: id, statements: read.statements.values, roster: roster)
    else { return nil }
    let erased = Compartment.erased(in: state)
    var statements = read.statements
    if !erased.isEmpty {
      statements = statements.filter { !erased.contains($0.key) }
      guard let left = CompartmentState(of: id, statements: statements.values, roster: roster)
      else { return nil }
      state = left
    }
    self.id = id
    self.memory = memory
    contents = read.contents
    pieces = read.pieces
    self.statements = statements
    self.state = state
    isRead = true
    damaged = read.damaged
    self.erased = erased
    lost = memory.verified.subtracting(read.statements.keys)
    let verified = read.verified.subtracting(erased)
    self.memory.verified.formUnion(verified)
    unkept = verified.subtracting(memory.verified)
    var sealed: Set<StatementID> = []
    for content in read.contents.values { sealed.formUnion(content.statements) }
    broughtBackCount = statements.count - sealed.subtracting(erased).count
    if broughtBackCount > 0 {
      pending = state.graph.statements.filter { !sealed.contains($0.id) }
    }
  }

  /// A compartment founded by this command.
  init?(founding: Statement, roster: RosterChain) {
    guard
      let state = CompartmentState(
        of: founding.compartment, statements: [founding], roster: roster)
    else { return nil }
    id = founding.compartment
    memory = CompartmentMemory()
    contents = [:]
    statements = [founding.id: founding]
    self.state = state
    isRead = false
    damaged = [:]
    erased = []
    lost = []
    broughtBackCount = 0
    pending = [founding]
    memory.verified.insert(founding.id)
    unkept = [founding.id]
  }

  /// Keeps what the memory does not hold yet.
  func keep(in memory: Memory) throws(VaultError) {
    let records = unkept.sorted().compactMap { statements[$0]?.record }
    try self.memory.kept.append(records, of: id, in: memory)
    unkept = []
  }

  /// Adds a statement of this command.
  func add(_ statement: Statement, roster: RosterChain) {
    statements[statement.id] = statement
    pending.append(statement)
    memory.verified.insert(statement.id)
    unkept.insert(statement.id)
    judge(by: roster)
  }

  func judge(by roster: RosterChain) {
    if let state = CompartmentState(of: id, statements: statements.values, roster: roster) {
      self.state = state
    }
  }

  func wasSealed(
    as name: ObjectName, at epoch: EpochID, _ pack: [Statement], carrying items: [Pack.Item]
  ) {
    let ids = Set(pack.map(\.id))
    let carried = Pack(items: items)
    contents[name] = CompartmentReader.Content(
      epoch: epoch, statements: ids, unknown: carried.unknownItems, index: carried.pieceEntries)
    pendingIndex.removeAll { carried.pieceEntries.contains($0) }
    pending.removeAll { ids.contains($0.id) }
  }

  /// The epochs under which objects lie though somebody no longer entitled may hold their keys, or
  /// somebody entitled was never given them.
  var staleEpochs: Set<EpochID> {
    Set(contents.values.map(\.epoch)).subtracting(usableEpochs)
      .union(stalePieces.values.map(\.epoch))
  }

  /// The usable epoch whose key is held here; of several the one with the smallest id, so that
  /// everybody takes the same.
  var writable: (epoch: EpochID, key: EpochKey)? {
    let stated = state.epochs.filter { $0.isUsable && memory.keys[$0.id] != nil }.map(\.id)
    // A key that came by grant is anybody's until an epoch statement commits to it.
    let usable = Defence.keyIsStated.stands ? stated : Array(memory.keys.keys)
    guard let epoch = usable.min(), let key = memory.keys[epoch] else { return nil }
    return (epoch, key)
  }

  /// Objects all of whose statements lie in a larger one too, or in an equal one of smaller name.
  var redundant: [ObjectName] {
    let usable = usableEpochs
    // By statement: the largest good object that holds it.
    var holders: [StatementID: ObjectName] = [:]
    let good = contents.filter { usable.contains($0.value.epoch) }.sorted {
      ($1.value.statements.count, $0.key) < ($0.value.statements.count, $1.key)
    }
    for (name, content) in good {
      for id in content.statements where holders[id] == nil { holders[id] = name }
    }
    return contents.filter { name, content in
      guard content.unknown.isEmpty, let first = content.statements.min(),
        let holder = holders[first], holder != name, let larger = contents[holder]
      else { return false }
      return content.statements.isSubset(of: larger.statements)
        && Set(content.index).isSubset(of: larger.index)
    }.map(\.key).sorted()
  }

  /// Objects that hold nothing but statements of `member`.
  func objects(onlyBy member: MemberID) -> [ObjectName] {
    contents.filter { _, content in
      !content.statements.isEmpty
        && content.statements.allSatisfy { statements[$0]?.author == member }
    }.map(\.key) + pieces(of: member)
  }
}
