import Defences
import Sealing
package import Statements
package import Storage

/// Looking at everything, and mending what can be mended.
extension OpenVault {
  package struct Verification: Sendable {
    package var objectCount = 0
    package var grantCount = 0
    package var statementCount = 0
    package var compartmentCount = 0
    /// Pieces of attachments that open.
    package var pieceCount = 0
    package var incomplete: [IncompleteAttachment] = []
    package var damaged: [DamagedObject] = []
    package var strange: [StrangeFile] = []
    package var strangeCount = 0
    /// Objects no key of this member opens: others' cases, questions and persons.
    package var unopenedCount = 0
    /// Statements seen before, or named by others, that lie in no object.
    package var lostCount = 0
    package var lateCount = 0
    package var outsideCount = 0
    package var forks: [RosterChain.Fork] = []
    /// Places of which something still lies under an old key.
    package var unfinished: [Place] = []

    package var isSound: Bool {
      damaged.isEmpty && lostCount == 0 && unfinished.isEmpty && incomplete.isEmpty
    }
  }

  /// Reads every object and checks its name, its seal and every signature again, believing nothing
  /// remembered.
  package func verify() throws(VaultError) -> Verification {
    var result = Verification()
    let listing: [Area: Listing]
    do throws(StorageError) {
      listing = [
        .objects: try copy.folder.names(in: .objects), .grants: try copy.folder.names(in: .grants),
      ]
    } catch {
      throw .storage(error, .vault)
    }
    result.objectCount = listing[.objects]?.names.count ?? 0
    result.grantCount = listing[.grants]?.names.count ?? 0
    for (_, area) in listing {
      result.strange += area.strange
      result.strangeCount += area.strangeCount
    }
    let all = Area.allCases.flatMap { area in (listing[area]?.names ?? []).map { ($0, area) } }
    let folder = copy.folder
    for start in stride(from: 0, to: all.count, by: 1024) {
      progress(.checking, start, all.count)
      let group = Array(all[start..<min(start + 1024, all.count)])
      result.damaged += onAllCores(group) { name, area -> DamagedObject? in
        guard
          let bytes = try? folder.read(
            name, in: area, limit: CompartmentReader.objectByteLimit)
        else { return DamagedObject(name: name, reason: .unreadable) }
        return ObjectDigest.of(bytes) == name.bytes
          ? nil : DamagedObject(name: name, reason: .wrongName)
      }.compactMap(\.self)
    }
    result.unopenedCount = copy.objects.unopened.count
    for id in copy.index.entries.keys.sorted() {
      guard let compartment = compartment(id) else { continue }
      let again = copy.reader().read(
        id, from: compartment.contents.mapValues(\.epoch), with: compartment.memory.keys,
        verified: [])
      let named = Set(result.damaged.map(\.name))
      let damaged = again.damaged.merging(compartment.damaged) { new, _ in new }
      for (name, reason) in damaged where !named.contains(name) {
        result.damaged.append(DamagedObject(name: name, reason: reason))
      }
      try verifyPieces(of: compartment, into: &result)
      result.compartmentCount += 1
      result.statementCount += again.statements.count
      result.lostCount +=
        compartment.lost
        .union(Defence.missingIsNamed.stands ? compartment.state.graph.missing : [])
        .subtracting(again.statements.keys).count
      result.lateCount += compartment.state.standings.count { $0 == .late }
      result.outsideCount += compartment.state.standings.count { $0 == .outside }
      if !compartment.staleEpochs.isEmpty { result.unfinished.append(place(of: compartment)) }
    }
    result.forks = roster.forks
    result.damaged.sort { $0.name < $1.name }
    return result
  }

  package struct Repair: Sendable {
    /// Statements written again from this machine's memory.
    package let broughtBack: Int
    /// Damaged objects everything of which lies elsewhere, moved to the quarantine.
    package let setAside: Int
    package let resealed: [Place]
    package let left: Verification
  }

  /// Finishes interrupted work, writes again what storage lost and this machine wrote, and sets
  /// damaged objects aside when nothing is lost by it.
  ///
  /// Never makes anything worse: what is set aside stays in the quarantine for thirty days.
  package func repair() throws(VaultError) -> Repair {
    let all = read(copy.index.entries.keys.sorted())
    let pending = all.filter(needsReseal).map(place)
    let back = all.reduce(0) { $0 + $1.pending.count }
    try reconcile(all: true)
    let found = try verify()
    let opened = Set(compartments.values.flatMap(\.contents.keys))
    // An object whose bytes are not its name's can never be what it was: a whole copy elsewhere
    // comes back under that name at the next sync.
    let broken = found.damaged.filter { $0.reason == .wrongName && !opened.contains($0.name) }
    try setAside(broken.map(\.name))
    return Repair(
      broughtBack: back, setAside: broken.count, resealed: pending, left: try verify())
  }

  private func setAside(_ names: [ObjectName]) throws(VaultError) {
    do throws(StorageError) {
      for area in [Area.objects, .grants] {
        try copy.quarantine.take(names, in: area, from: copy.folder)
      }
    } catch {
      throw .storage(error, .vault)
    }
    for name in names {
      for area in [Area.objects, .grants] { copy.objects.remove(name, in: area) }
      for compartment in compartments.values { compartment.pieces[name] = nil }
    }
  }
}
