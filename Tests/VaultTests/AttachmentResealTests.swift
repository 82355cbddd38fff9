import Casework
import Defences
import Sealing
import Statements
import Storage
import SystemPackage
import Testing

@testable import Vault

/// Whoever loses a case loses its attachments: the pieces lie under a new key, nothing of them is
/// lost, and a killed re-seal goes on where it stopped.
struct AttachmentResealTests {
  private static let large = 4_300_000

  private func committee(
    copies: Set<String> = []
  ) throws -> (Committee, matter: CompartmentID) {
    let committee = try Committee(of: "Maya", "Lee", "Noor")
    let matter = try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
    try committee.attach("scan.pdf", of: Self.large, to: "home shelf", by: "Lee")
    try committee.attach("note.txt", of: 5_000, to: "home shelf", by: "Maya", seed: 8)
    return (committee, matter)
  }

  private func expectWhole(_ committee: Committee, by name: String) throws {
    #expect(
      try committee.extract("1", of: "home shelf", by: name) == Evidence(of: Self.large))
    #expect(
      try committee.extract("2", of: "home shelf", by: name) == Evidence(of: 5_000, seed: 8))
    try committee.as(name) { vault in
      let found = try vault.verify()
      #expect(found.isSound && found.incomplete.isEmpty && found.pieceCount == 3)
    }
  }

  @Test func `a recused member's keys open no piece after the re-seal`() throws {
    let (committee, matter) = try committee()
    let ring = try committee.ring(of: "Noor")
    // The control: before, the same keys open the packs and all three pieces.
    #expect(ring.opensPieces(in: committee.shared)[matter] == 3)
    try committee.as("Maya") { _ = try $0.recuse("Noor", from: "home shelf") }
    ring.take(from: committee.shared)
    #expect(ring.opensPieces(in: committee.shared)[matter] == nil)
    #expect(ring.opens(in: committee.shared)[matter] == nil)
    try expectWhole(committee, by: "Lee")
    try expectWhole(committee, by: "Maya")
  }

  @Test func `whoever steps out themself opens no piece once another reader was there`() throws {
    let (committee, matter) = try committee()
    let ring = try committee.ring(of: "Lee")
    try committee.as("Lee") { _ = try $0.recuse(nil, from: "home shelf") }
    #expect(ring.opensPieces(in: committee.shared)[matter] == 3)
    try committee.look("Maya")
    #expect(ring.take(from: committee.shared).opensPieces(in: committee.shared)[matter] == nil)
    try expectWhole(committee, by: "Noor")
  }

  @Test func `an offboarded member's keys open no piece`() throws {
    let (committee, matter) = try committee()
    let ring = try committee.ring(of: "Noor")
    // The control: before, the same keys open all three.
    #expect(ring.opensPieces(in: committee.shared)[matter] == 3)
    try committee.as("Maya") { vault in
      let gone = try vault.offboard("Noor")
      #expect(gone.certificate?.lines.allSatisfy(\.isResealed) == true)
    }
    #expect(ring.take(from: committee.shared).opensPieces(in: committee.shared)[matter] == nil)
    try expectWhole(committee, by: "Lee")
  }

  @Test func `somebody let in later takes out what was attached before`() throws {
    let committee = try Committee(of: "Maya", "Lee", "Noor")
    try committee.openCase("home shelf", by: "Maya")
    try committee.attach("scan.pdf", of: 5_000, to: "home shelf", by: "Maya")
    try committee.as("Maya") {
      _ = try $0.admit(["Lee"], to: "home shelf", namedAgain: false)
    }
    #expect(try committee.extract("1", of: "home shelf", by: "Lee") == Evidence(of: 5_000))
  }

  @Test func `a re-seal changes no statement, and the old objects leave the vault`() throws {
    let (committee, _) = try committee()
    let before = try committee.pieces(of: "home shelf", seenBy: "Maya")
    let ids = try committee.as("Maya") {
      try $0.showCase("home shelf").record.attachments.map(\.id)
    }
    try committee.as("Maya") { _ = try $0.recuse("Noor", from: "home shelf") }
    let after = try committee.pieces(of: "home shelf", seenBy: "Maya")
    #expect(after.count == 3 && Set(after.keys).isDisjoint(with: before.keys))
    #expect(
      try committee.as("Maya") {
        try $0.showCase("home shelf").record.attachments.map(\.id)
      } == ids)
    let files = TestFolder.files(below: committee.shared)
    for name in before.keys { #expect(files[committee.path(of: name)] == nil) }
    for name in after.keys { #expect(files[committee.path(of: name)] != nil) }
  }

  @Test func `a colleague's working copy follows the re-seal and keeps every piece`() throws {
    let committee = try Committee(of: "Maya", "Lee", "Noor", copies: ["Lee"])
    let matter = try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
    try committee.attach("scan.pdf", of: Self.large, to: "home shelf", by: "Maya")
    try committee.attach("note.txt", of: 5_000, to: "home shelf", by: "Maya", seed: 8)
    try committee.sync("Lee")
    // What Lee attaches on the train is known to nobody when the case is re-sealed.
    try committee.attach("train.txt", of: 6_000, to: "home shelf", by: "Lee", seed: 9)
    let ring = try committee.ring(of: "Noor")
    try committee.as("Maya") { _ = try $0.recuse("Noor", from: "home shelf") }
    try committee.sync("Lee")
    try committee.look("Maya")
    try committee.sync("Lee")
    for name in ["Maya", "Lee"] {
      #expect(
        try committee.extract("train.txt", of: "home shelf", by: name)
          == Evidence(of: 6_000, seed: 9))
      #expect(
        try committee.extract("scan.pdf", of: "home shelf", by: name)
          == Evidence(of: Self.large))
    }
    #expect(ring.take(from: committee.shared).opensPieces(in: committee.shared)[matter] == nil)
    #expect(
      ring.take(from: committee.place(of: "Lee")).opensPieces(in: committee.place(of: "Lee"))[
        matter] == nil)
  }

  /// What Maya's last command wrote, in that order, with whether it is still there: what she took out
  /// again lies in her quarantine.
  private func written(
    in committee: Committee, since old: [String: [UInt8]]
  ) throws -> [(path: String, bytes: [UInt8], isThere: Bool)] {
    let new = TestFolder.files(below: committee.shared)
    return try TestFolder.filesByAge(below: committee.root).compactMap { path, bytes in
      let name = ObjectDigest.of(bytes).lowercaseHex
      guard path.hasSuffix(name), path.hasPrefix("vault/") || path.contains("/quarantine/") else {
        return nil
      }
      let area = path.contains("/grants/") ? "grants" : "objects"
      let place = "\(area)/\(name.prefix(2))/\(name)"
      return old[place] == nil ? (place, bytes, new[place] != nil) : nil
    }
  }

  /// The states on the way are put together from outside: the new objects one after another, in the
  /// order in which they were written, and then the old ones going.
  @Test func `whatever a killed re-seal left, the next reader's command finishes it`() throws {
    let (committee, matter) = try committee()
    for name in ["Lee", "Noor", "Maya"] { try committee.look(name) }
    let ring = try committee.ring(of: "Noor")
    // The control: before, the same keys open all three.
    #expect(ring.opensPieces(in: committee.shared)[matter] == 3)
    let before = try committee.snapshot()
    defer { TestFolder.remove(before) }
    let old = TestFolder.files(below: before.appending("vault"))
    try committee.as("Maya") { _ = try $0.recuse("Noor", from: "home shelf") }
    let added = try written(in: committee, since: old)
    let new = TestFolder.files(below: committee.shared)
    let removed = old.keys.filter { new[$0] == nil }.sorted()
    // A grant, the pack that states the new epoch, three pieces, a pack that says where they lie, and
    // the commit point.
    #expect(added.count >= 7 && removed.count >= 5)
    for step in 0...(added.count + removed.count) {
      try TestFolder.restore(committee.root, from: before)
      for (path, bytes, _) in added.prefix(step) {
        try TestFolder.write(bytes, to: committee.shared.appending(path))
      }
      for path in removed.prefix(max(0, step - added.count)) {
        TestFolder.remove(committee.shared.appending(path))
      }
      try expectWhole(committee, by: "Lee")
      let isOut = try committee.as("Lee") { vault in
        try vault.showCase("home shelf").excluded == ["Noor"]
      }
      #expect(isOut || step < added.count)
      if isOut {
        ring.take(from: committee.shared)
        #expect(ring.opensPieces(in: committee.shared)[matter] == nil, "step \(step)")
      }
      try expectWhole(committee, by: "Maya")
    }
  }

  @Test func `a re-seal that was killed seals no piece twice`() throws {
    let (committee, _) = try committee()
    for name in ["Lee", "Noor", "Maya"] { try committee.look(name) }
    let before = try committee.snapshot()
    defer { TestFolder.remove(before) }
    let old = TestFolder.files(below: before.appending("vault"))
    try committee.as("Maya") { _ = try $0.recuse("Noor", from: "home shelf") }
    let moved = try committee.pieces(of: "home shelf", seenBy: "Maya")
    // Killed after the pack that says where the pieces lie, before the commit point.
    let added = try written(in: committee, since: old)
    let end = try #require(added.lastIndex { !$0.isThere })
    try TestFolder.restore(committee.root, from: before)
    for (path, bytes, _) in added[...end] {
      try TestFolder.write(bytes, to: committee.shared.appending(path))
    }
    // On her own machine, and on that of a colleague.
    for name in ["Lee", "Maya"] {
      #expect(
        try Set(committee.pieces(of: "home shelf", seenBy: name).keys) == Set(moved.keys))
      try expectWhole(committee, by: name)
    }
  }

  @Test func `a wrong piece index costs time only`() throws {
    let (committee, matter) = try committee()
    let pieces = try committee.pieces(of: "home shelf", seenBy: "Maya")
    let ring = try committee.ring(of: "Maya")
    // A colleague inside says of every piece that it is another one, under the key in use.
    let digests = pieces.values.compactMap(\.digest).sorted()
    let epoch = try #require(pieces.values.first).epoch
    let key = try #require(ring.keys[epoch])
    let wrong = zip(pieces.keys.sorted(), digests.dropFirst() + digests.prefix(1)).map {
      PieceIndex.Entry(digest: $1, object: SealedObjectID($0.bytes))
    }
    let pack = SealedObject(
      sealing: Pack(items: Pack.items(of: wrong)).encoded(),
      in: SealContext(
        kind: .pack, vault: try committee.vault, compartment: matter, epoch: key.epoch),
      with: key.key)
    try Forger.plant(pack.bytes, of: committee.shared)
    // A machine that has only the hints to go by.
    let machine = try committee.anotherMachine(of: "Lee")
    _ = try OpenVault.join(
      committee.settings(machine), copying: nil, for: machine.identity, invitation: nil)
    try committee.run(machine) { vault in
      var bytes: [UInt8] = []
      let found = try vault.findAttachment("1", of: "home shelf")
      let end = try vault.read(found, of: "home shelf") {
        bytes += $0
        return true
      }
      #expect(end == .whole && Evidence(bytes) == Evidence(of: Self.large))
      _ = try vault.recuse("Noor", from: "home shelf")
    }
    try expectWhole(committee, by: "Maya")
  }

  @Test func `a re-seal keeps what it cannot read, says so, and ends`() throws {
    let (committee, matter) = try committee()
    let pieces = try committee.pieces(of: "home shelf", seenBy: "Maya")
    let broken = try #require(pieces.keys.sorted().first)
    let place = committee.shared.appending(committee.path(of: broken))
    var bytes = try #require(
      TestFolder.files(below: committee.shared)[committee.path(of: broken)])
    bytes[bytes.count / 2] ^= 1
    try TestFolder.write(bytes, to: place)
    let ring = try committee.ring(of: "Noor")
    // The control: before, the same keys open what is whole.
    #expect(ring.opensPieces(in: committee.shared)[matter] == 2)
    try committee.as("Maya") { _ = try $0.recuse("Noor", from: "home shelf") }
    #expect(ring.take(from: committee.shared).opensPieces(in: committee.shared)[matter] == nil)
    let after = try committee.pieces(of: "home shelf", seenBy: "Maya")
    #expect(after.count == 3 && after[broken]?.isDamaged == true)
    // The next commands seal nothing anew.
    let files = Set(TestFolder.files(below: committee.shared).keys)
    for name in ["Maya", "Lee", "Maya"] { try committee.look(name) }
    #expect(Set(TestFolder.files(below: committee.shared).keys) == files)
    try committee.as("Lee") { vault in
      let found = try vault.verify()
      #expect(!found.isSound && found.incomplete.map(\.missing.count) == [1])
      #expect(found.damaged.map(\.name) == [broken])
    }
  }
}
