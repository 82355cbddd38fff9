import Casework
import Sealing
import Statements
import Storage

/// Finding and reading compartments.
extension OpenVault {
  /// The compartment, read now if it was not yet; nil when nothing of it opens.
  func compartment(_ id: CompartmentID) -> Compartment? {
    if let compartment = compartments[id] { return compartment }
    guard copy.index.entries[id]?.isClosed == false else { return nil }
    return read([id]).first
  }

  /// Reads several compartments on all cores.
  @discardableResult
  func read(_ ids: [CompartmentID]) -> [Compartment] {
    let fresh = ids.filter { compartments[$0] == nil }
    let memories = fresh.map { ($0, copy.recall($0)) }
    let reader = copy.reader()
    let place = copy.objects.place
    let store = copy.memory
    let touched = copy.touched
    let results = onAllCores(memories) { id, memory in
      let pieces = memory.pieces[place] ?? [:]
      return reader.read(
        id, from: memory.places[place] ?? [:],
        besides: touched.contains(id) ? reader.present(pieces) : pieces, with: memory.keys,
        verified: memory.verified, kept: { memory.kept.all(of: id, in: store) })
    }
    for ((id, memory), result) in zip(memories, results) {
      guard let compartment = Compartment(id, memory: memory, read: result, roster: roster) else {
        continue
      }
      compartment.notePieces(before: memory.pieces[place] ?? [:])
      compartments[id] = compartment
      if case .sheet = compartment.state.founding { adoptPendingRows(into: compartment) }
      summarize(compartment)
    }
    return ids.compactMap { compartments[$0] }
  }

  /// Keeps the index's line of a compartment true.
  func summarize(_ compartment: Compartment) {
    var entry = copy.index.entries[compartment.id] ?? MemoryIndex.Entry()
    let state = compartment.state
    entry.kind = state.founding.kind
    entry.isClosed = false
    // Nothing of it opens here any more, and there are others who may have seen to that. What nobody
    // else has ever stated anything in was more likely lost; but it is brought back only once.
    let isMine = compartment.statements.values.allSatisfy { $0.author == memberID }
    entry.isAway =
      compartment.contents.isEmpty && compartment.isRead && state.entitled != [memberID]
      && (!isMine || entry.wasBroughtBack)
    entry.locatorKeys = compartment.memory.keys.mapValues(\.locatorKey)
    entry.summary.hasWaiting = !state.waiting.isEmpty
    entry.summary.readerCount = UInt32(state.entitled.count)
    entry.summary.founded =
      state.graph.index(of: StatementID(compartment.id.bytes)).map {
        state.graph.statements[$0].time
      } ?? 0
    switch state.founding {
    case .roster: entry.label = ""
    case .sheet: entry.summary.entryCount = UInt32(compartment.memory.verified.count)
    case .matter(let founding):
      entry.label = founding.codeName.text
      entry.summary.isHidden = founding.isHidden
      entry.summary.isChairless = state.entitled.isDisjoint(with: self.state.chairs)
      let record = CaseRecord(state)
      entry.summary.entryCount = UInt32(record.entries.count)
      entry.summary.last = record.entries.last?.stated ?? entry.summary.founded
      entry.summary.contact = record.contact
    case .person(let founding): entry.label = founding.codeName.text
    case .question:
      guard case .about(_, let codeName, _, _)? = QuestionRecord(state)?.question else { break }
      entry.label = codeName.text
    }
    copy.index.entries[compartment.id] = entry
  }

  func ids(of kind: Founding.Kind) -> [CompartmentID] {
    copy.index.entries.filter { $0.value.kind == kind && $0.value.isPresent }.map(\.key).sorted()
  }

  var sheet: Compartment? { ids(of: .sheet).first.flatMap(compartment) }

  var rosterCompartment: Compartment {
    guard let compartment = compartments[rosterID] else {
      preconditionFailure("a vault does not open without its roster")
    }
    return compartment
  }

  /// The members with their box keys: whom a grant can be sealed to.
  func boxKeys(of members: Set<MemberID>) -> [MemberID: Card] {
    var cards: [MemberID: Card] = [:]
    for member in members { cards[member] = state.member(member)?.card }
    return cards
  }
}
