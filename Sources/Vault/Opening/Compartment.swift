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
  /// Statements that lie in no object: of this command, or written by this machine and lost by
  /// storage.
  private(set) var pending: [Statement] = []
  private(set) var damaged: [ObjectName: DamagedObject.Reason]
  /// Statements that were verified before and are in no object now.
  private(set) var lost: Set<StatementID>
  /// How many statements were in the memory only.
  private(set) var broughtBackCount = 0

  /// Nil when the founding statement is not among what was read.
  init?(
    _ id: CompartmentID, memory: CompartmentMemory, read: CompartmentReader.Result,
    roster: RosterChain
  ) {
    guard
      let state = CompartmentState(of: id, statements: read.statements.values, roster: roster)
    else { return nil }
    self.id = id
    self.memory = memory
    contents = read.contents
    statements = read.statements
    self.state = state
    damaged = read.damaged
    lost = memory.verified.subtracting(read.statements.keys)
    var sealed: Set<StatementID> = []
    for content in read.contents.values { sealed.formUnion(content.statements) }
    broughtBackCount = read.statements.count - sealed.count
    if broughtBackCount > 0 {
      pending = state.graph.statements.filter { !sealed.contains($0.id) }
    }
    self.memory.verified.formUnion(read.verified)
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
    damaged = [:]
    lost = []
    pending = [founding]
    memory.verified.insert(founding.id)
    memory.own[founding.id] = founding.record
  }

  /// Adds a statement of this command.
  func add(_ statement: Statement, roster: RosterChain) {
    statements[statement.id] = statement
    pending.append(statement)
    memory.verified.insert(statement.id)
    memory.own[statement.id] = statement.record
    judge(by: roster)
  }

  func judge(by roster: RosterChain) {
    if let state = CompartmentState(of: id, statements: statements.values, roster: roster) {
      self.state = state
    }
  }

  func wasSealed(
    as name: ObjectName, at epoch: EpochID, _ pack: [Statement], carrying unknown: [Pack.Item]
  ) {
    let ids = Set(pack.map(\.id))
    contents[name] = CompartmentReader.Content(epoch: epoch, statements: ids, unknown: unknown)
    pending.removeAll { ids.contains($0.id) }
  }

  /// The epochs under which objects lie though they are not open any more.
  var closedEpochs: Set<EpochID> {
    let open = Set(state.epochs.filter(\.isOpen).map(\.id))
    return Set(contents.values.map(\.epoch)).subtracting(open)
  }

  /// The usable epoch whose key is held here; of several the one with the smallest id, so that
  /// everybody takes the same.
  var writable: (epoch: EpochID, key: EpochKey)? {
    let usable = state.epochs.filter { $0.isUsable && memory.keys[$0.id] != nil }
    guard let epoch = usable.map(\.id).min(), let key = memory.keys[epoch] else { return nil }
    return (epoch, key)
  }
}
