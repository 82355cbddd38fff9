import Sealing
import Statements
import Storage

/// How a command states something: signed at once, sealed and written together at the commit.
extension OpenVault {
  /// States `content` in a compartment this member is inside of.
  @discardableResult
  func state(_ content: StatementContent, in compartment: Compartment) throws(VaultError)
    -> Statement
  {
    let statement = try signed(content, in: compartment.id, after: compartment.state.heads)
    compartment.add(statement, roster: roster)
    if compartment.id == rosterID { try rosterChanged() }
    return statement
  }

  /// Signs a statement that stands on `parents` and on the roster as it is.
  func signed(
    _ content: StatementContent, in compartment: CompartmentID, after parents: [StatementID]
  ) throws(VaultError) -> Statement {
    let statement = Statement(
      content, in: id, compartment, after: parents, standingOn: state.act, at: now, by: holder)
    // Written out, a text of many line ends or quotation marks is longer than it was typed, and
    // nobody would read a statement past the limit.
    guard statement.signedByteCount <= JSONValue.byteLimit else {
      throw .textTooLong(limit: JSONValue.byteLimit, found: statement.signedByteCount)
    }
    return statement
  }

  /// Founds a compartment and starts its first epoch.
  func found(_ founding: Founding) throws(VaultError) -> Compartment {
    let statement = Statement(
      .founding(founding), in: id, nil, after: [], standingOn: state.act, at: now, by: holder)
    guard let compartment = Compartment(founding: statement, roster: roster) else {
      preconditionFailure("a founding statement of our own founds a compartment")
    }
    compartments[compartment.id] = compartment
    copy.index.entries[compartment.id] = MemoryIndex.Entry(kind: founding.kind)
    try startEpoch(of: compartment)
    return compartment
  }

  /// Starts an epoch for exactly those entitled now, and grants them its key with every older key
  /// under which something still lies: whoever reads the new reads the old.
  func startEpoch(of compartment: Compartment) throws(VaultError) {
    let key = EpochKey.random(in: copy.region)
    let epoch = key.epoch(of: compartment.id, in: id)
    let readers = compartment.state.entitled
    compartment.memory.keys[epoch] = key
    try state(
      .epoch(
        EpochStatement(
          epoch: epoch, readers: readers,
          predecessors: Set(compartment.state.epochs.map(\.id)))),
      in: compartment)
    var keys = inUse(compartment)
    keys.append(GrantedKey(compartment: compartment.id, epoch: epoch, key: key))
    outgoing[readers, default: []] += keys
  }

  /// Hands every key in use to `members`, who are being let in.
  func deliver(_ compartment: Compartment, to members: Set<MemberID>) {
    var keys = inUse(compartment)
    if let (epoch, key) = compartment.writable, !keys.contains(where: { $0.epoch == epoch }) {
      keys.append(GrantedKey(compartment: compartment.id, epoch: epoch, key: key))
    }
    outgoing[members, default: []] += keys
  }

  /// The keys under which something of the compartment lies.
  private func inUse(_ compartment: Compartment) -> [GrantedKey] {
    compartment.epochsInUse.sorted().compactMap { epoch in
      compartment.memory.keys[epoch].map {
        GrantedKey(compartment: compartment.id, epoch: epoch, key: $0)
      }
    }
  }

  /// Seals and writes everything stated since the last commit, all or nothing.
  func commit() throws(VaultError) {
    try followRoster()
    let rows = try sealRows()
    var added = rows.map { [$0] } ?? []
    var written: [Compartment] = []
    var merged: [ObjectName] = []
    for compartment in compartments.values where mayWrite(compartment) {
      // A reader writes only into an epoch whose every reader is entitled now.
      if compartment.writable == nil { try startEpoch(of: compartment) }
      let small = compartment.smallObjects
      var items = compartment.indexItems(of: small)
      for pack in packs(of: compartment.pending + compartment.statements(in: small)) {
        added.append(seal(pack, carrying: items, of: compartment))
        items = []
      }
      for name in small { compartment.contents[name] = nil }
      merged += small
      written.append(compartment)
    }
    added += try sealGrants()
    try copy.put(added)
    try copy.takeOut(merged)
    // Only now: what was not written did not happen, and must not come back from the memory.
    if let rows { try rememberRows(in: rows) }
    for compartment in written { try remember(compartment) }
  }

  /// Whether there is something to write, and this member is one to write it.
  private func mayWrite(_ compartment: Compartment) -> Bool {
    !compartment.pending.isEmpty && compartment.state.entitled.contains(memberID)
      && copy.index.entries[compartment.id]?.isAway != true
  }

  /// The granted keys on their way, as objects: one for each set of readers.
  func sealGrants() throws(VaultError) -> [StoredObject] {
    var added: [StoredObject] = []
    for (members, keys) in outgoing.sorted(by: {
      $0.key.sorted().lexicographicallyPrecedes($1.key.sorted())
    }) {
      let cards = boxKeys(of: members)
      guard !cards.isEmpty else { continue }
      var distinct: [EpochID: GrantedKey] = [:]
      for key in keys { distinct[key.epoch] = key }
      do throws(GrantError) {
        let grant = try Grant(
          of: distinct.values.sorted { $0.epoch < $1.epoch }, in: id,
          to: Set(cards.values.map(\.boxKey)))
        added.append(object(grant.bytes, in: .grants))
      } catch {
        throw .grant(error)
      }
    }
    outgoing = [:]
    return added
  }

  /// Statements in their order, in packs of a few megabytes at most.
  func packs(of statements: [Statement]) -> [[Statement]] {
    var packs: [[Statement]] = []
    var byteCount = 0
    for statement in statements {
      if packs.isEmpty || byteCount + statement.record.count > OpenVault.packByteCount {
        packs.append([])
        byteCount = 0
      }
      packs[packs.count - 1].append(statement)
      byteCount += statement.record.count
    }
    return packs
  }

  /// Seals a pack into the epoch that is written into, and notes where it will lie.
  func seal(
    _ statements: [Statement], carrying items: [Pack.Item] = [], of compartment: Compartment
  ) -> StoredObject {
    guard let place = compartment.writable else {
      preconditionFailure("an epoch is started before anything is sealed into it")
    }
    return seal(statements, carrying: items, of: compartment, under: place)
  }

  private func seal(
    _ statements: [Statement], carrying items: [Pack.Item], of compartment: Compartment,
    under place: WritingPlace
  ) -> StoredObject {
    let (epoch, key) = place
    let pack = Pack(items: statements.map { .statement($0.record) } + items)
    let sealed = SealedObject(
      sealing: pack.encoded(),
      in: SealContext(kind: .pack, vault: id, compartment: compartment.id, epoch: epoch),
      with: key)
    let object = object(sealed.bytes, in: .objects)
    compartment.wasSealed(as: object.name, at: epoch, statements, carrying: items)
    return object
  }

  typealias WritingPlace = (epoch: EpochID, key: EpochKey)

  /// Where something is written that takes this member themself out: under the key that was good
  /// until then, since of the next one they must know nothing.
  func lastPlace(in compartment: Compartment) throws(VaultError) -> WritingPlace {
    if compartment.writable == nil {
      try startEpoch(of: compartment)
      try commit()
    }
    guard let place = compartment.writable else {
      preconditionFailure("an epoch was started just now")
    }
    return place
  }

  /// Writes what was stated in one compartment under a key chosen before it was stated.
  func commit(_ compartment: Compartment, under place: WritingPlace) throws(VaultError) {
    let object = seal(compartment.pending, carrying: [], of: compartment, under: place)
    try copy.put([object])
  }

  func object(_ bytes: [UInt8], in area: Area) -> StoredObject {
    StoredObject(ObjectName(bytes: ObjectDigest.of(bytes)), in: area, bytes: bytes)
  }

  /// A voter's client says which act it stands on, at its next write.
  func followRoster() throws(VaultError) {
    guard let me, me.isVoter else { return }
    let head = state.act
    let stands = rosterCompartment.state.graph.statements.contains { statement in
      guard statement.author == memberID else { return false }
      switch statement.content {
      case .follow(let act): return act == head
      case .act, .founding: return statement.id == head
      default: return false
      }
    }
    let isWriting =
      pendingRows != nil || compartments.values.contains { !$0.pending.isEmpty }
    if isWriting, !stands { try state(.follow(head), in: rosterCompartment) }
  }

  private static let packByteCount = 4 << 20
}
