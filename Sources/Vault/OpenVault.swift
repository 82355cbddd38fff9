import POSIX
package import Sealing
package import Statements
import Storage
package import SystemPackage

/// A vault as one member has it open, for the length of one command.
///
/// What the folder says is never believed before a statement says it too. Reads no more than the
/// command needs: the roster, what arrived since the last command, and what the command is about.
/// Holds the folder's lock until it goes away.
package final class OpenVault {
  package internal(set) var roster: RosterChain
  /// What the person should be told besides the answer to the command.
  package internal(set) var notices: [Notice] = []

  let copy: VaultCopy
  let progress: Progress
  var compartments: [CompartmentID: Compartment] = [:]
  /// Keys to be granted with the next commit, by reader set.
  var outgoing: [Set<MemberID>: [GrantedKey]] = [:]
  /// The remembered fold of the sheet, once something was asked of it.
  var sheetView: SheetView?
  /// Rows stated on top of it.
  var pendingRows: PendingRows?

  /// How long another command is waited for, in seconds.
  package static let patience = 10.0

  /// What long work reports as it goes.
  package typealias Progress = @Sendable (_ step: Step, _ done: Int, _ of: Int) -> Void

  package enum Step: Hashable, Sendable {
    case waiting, reading, rotating, resealing, copying, checking, searching
    case resealingPieces, attaching, extracting
  }

  /// Where a member's vault and memories lie, and how a command behaves.
  package struct Settings: Sendable {
    package let vault: FilePath
    /// The folder for the memories of all vaults and members.
    package let memories: FilePath
    package var patience = OpenVault.patience
    package var now: @Sendable () -> Int64 = { SystemClock.seconds }
    package var progress: Progress = { _, _, _ in }

    package init(vault: FilePath, memories: FilePath) {
      self.vault = vault
      self.memories = memories
    }
  }

  /// Opens the vault, looks at what is new, and finishes what was left unfinished.
  package convenience init(_ settings: Settings, for holder: any KeyHolder) throws(VaultError) {
    try self.init(settings, for: holder, isNew: false)
    guard me != nil else { throw .notOnTheRoster }
    try reconcile()
  }

  /// Opens without judging whether the member belongs here; for joining.
  convenience init(_ settings: Settings, for holder: any KeyHolder, isNew: Bool) throws(VaultError)
  {
    let progress = settings.progress
    try self.init(
      VaultCopy(
        at: settings.vault, for: holder, rememberingIn: settings.memories, isNew: isNew,
        waiting: settings.patience, onWait: { progress(.waiting, 0, 0) }, now: settings.now),
      settings: settings)
  }

  init(_ copy: VaultCopy, settings: Settings) throws(VaultError) {
    self.copy = copy
    progress = settings.progress
    try copy.discover()
    let (chain, compartment) = try OpenVault.rosterRead(from: copy)
    roster = chain
    compartments[compartment.id] = compartment
    holdMajorities()
  }

  private static func rosterRead(
    from copy: VaultCopy
  ) throws(VaultError) -> (RosterChain, Compartment) {
    let rosterID = CompartmentID(copy.id.bytes)
    let memory = copy.recall(rosterID)
    let store = copy.memory
    let read = copy.reader().read(
      rosterID, from: memory.places[copy.objects.place] ?? [:],
      besides: memory.pieces[copy.objects.place] ?? [:], with: memory.keys,
      verified: memory.verified, kept: { memory.kept.all(of: rosterID, in: store) })
    guard let chain = RosterChain(read.statements, held: copy.index.held, of: copy.id),
      let compartment = Compartment(rosterID, memory: memory, read: read, roster: chain)
    else { throw .rosterUnreadable }
    // What is only remembered is no roster: the others have gone on under a key we do not have.
    guard !read.contents.isEmpty || chain.head.all == [copy.holder.member] else {
      throw read.damaged.isEmpty ? .rosterUnreadable : .rosterDamaged
    }
    copy.index.entries[rosterID, default: MemoryIndex.Entry()].kind = .roster
    return (chain, compartment)
  }

  /// Reads the roster anew, after objects came from elsewhere.
  func readRoster() throws(VaultError) {
    let (chain, compartment) = try OpenVault.rosterRead(from: copy)
    roster = chain
    compartments[compartment.id] = compartment
    holdMajorities()
  }

  package var id: VaultID { copy.id }
  package var state: RosterState { roster.head }
  package var memberID: MemberID { copy.holder.member }
  package var me: Member? { state.member(memberID) }
  package var path: FilePath { copy.folder.path }
  var rosterID: CompartmentID { CompartmentID(id.bytes) }
  var holder: any KeyHolder { copy.holder }
  var now: Int64 { copy.now() }

  /// Judges everything again after the roster changed.
  func rosterChanged() throws(VaultError) {
    guard let compartment = compartments[rosterID],
      let chain = RosterChain(compartment.statements, held: copy.index.held, of: id)
    else { throw .rosterUnreadable }
    roster = chain
    holdMajorities()
    for compartment in compartments.values { compartment.judge(by: chain) }
  }

  private func holdMajorities() { copy.index.held.formUnion(roster.majorities) }

  /// Ends the command: what was seen is remembered.
  package func close() throws(VaultError) {
    if copy.isSweepDue { try sweepUnfinishedAttachments() }
    for compartment in compartments.values { try remember(compartment) }
    try copy.sweepQuarantine()
    try copy.save()
  }

  /// Whether something was stated that lies in no object yet.
  ///
  /// A command that fails with something unwritten must not be closed, or the memory would bring
  /// back what the person was told did not happen.
  package var hasUnwritten: Bool {
    copy.hasFailedToWrite || pendingRows != nil
      || compartments.values.contains { !$0.pending.isEmpty }
  }

  /// Forgets what was stated and could not be written, and reads what there is.
  func discardUnwritten() throws(VaultError) {
    compartments = [:]
    outgoing = [:]
    (pendingRows, sheetView) = (nil, nil)
    try readRoster()
    copy.hasFailedToWrite = false
  }

  func remember(_ compartment: Compartment) throws(VaultError) {
    let before = compartment.memory.places[copy.objects.place] ?? [:]
    compartment.memory.places[copy.objects.place] = compartment.contents.mapValues(\.epoch)
    // What this command wrote itself is missed too, should it vanish.
    for name in compartment.contents.keys where before[name] == nil {
      copy.objects.add(name, in: .objects, of: compartment.id)
    }
    summarize(compartment)
    let hasNewPieces = rememberPieces(of: compartment)
    let isNews =
      before != compartment.memory.places[copy.objects.place] || !compartment.unkept.isEmpty
      || hasNewPieces
      || copy.touched.contains(compartment.id)
    if case .sheet = compartment.state.founding {
      return try rememberSheet(compartment, isNews: isNews)
    }
    guard isNews else { return }
    try compartment.keep(in: copy.memory)
    try copy.remember(compartment.memory, of: compartment.id)
  }
}

extension RosterChain {
  /// The chain in a set of statements of the roster's compartment.
  init?(_ statements: [StatementID: Statement], held: Set<StatementID>, of vault: VaultID) {
    let inputs = statements.values.map {
      Input(id: $0.id, author: $0.author, content: $0.content)
    }
    guard let founding = inputs.first(where: { $0.id.bytes == vault.bytes }) else { return nil }
    self.init(founding: founding, statements: inputs, held: held)
  }
}
