import Casework
import Defences
import FoundationEssentials
import Sealing
import Statements
import Storage
import SystemPackage
import Testing

@testable import Vault

/// Storage, members and strangers play with attachments: no byte leaves the vault that its author did
/// not attach, in that place, in that case.
struct AttachmentAttackTests {
  private func committee() throws -> (Committee, matter: CompartmentID) {
    let committee = try Committee(of: "Maya", "Lee")
    let matter = try committee.openCase("home shelf", by: "Maya", admitting: ["Lee"])
    return (committee, matter)
  }

  private func read(
    _ text: String, in vault: OpenVault, of codeName: String = "home shelf"
  ) throws -> (bytes: [UInt8], end: OpenVault.ReadingEnd) {
    var bytes: [UInt8] = []
    let found = try vault.findAttachment(text, of: codeName)
    let end = try vault.read(found, of: codeName) {
      bytes += $0
      return true
    }
    return (bytes, end)
  }

  /// Plants an index that says `entries`, sealed with the key in use, as a colleague inside could.
  private func plant(
    _ entries: [PieceIndex.Entry], in committee: Committee, _ matter: CompartmentID
  ) throws {
    let ring = try committee.ring(of: "Maya")
    let epoch = try #require(
      try committee.pieces(of: "home shelf", seenBy: "Maya").values.first
    ).epoch
    let key = try #require(ring.keys[epoch])
    let pack = SealedObject(
      sealing: Pack(items: Pack.items(of: entries)).encoded(),
      in: SealContext(
        kind: .pack, vault: try committee.vault, compartment: matter, epoch: epoch), with: key.key)
    try Forger.plant(pack.bytes, of: committee.shared)
  }

  /// Lee's second machine: it knows of no piece what it is.
  private func stranger(_ committee: Committee) throws -> Committee.Person {
    let machine = try committee.anotherMachine(of: "Lee")
    _ = try OpenVault.join(
      committee.settings(machine), copying: nil, for: machine.identity, invitation: nil)
    return machine
  }

  @Test func `pieces of two attachments are not spliced`() throws {
    let (committee, matter) = try committee()
    let seeds = Array(UInt64(1)...8)
    for seed in seeds {
      try committee.attach("\(seed).txt", of: 6_000, to: "home shelf", by: "Maya", seed: seed)
    }
    let pieces = try committee.pieces(of: "home shelf", seenBy: "Maya")
    let digests = pieces.values.compactMap(\.digest)
    #expect(pieces.count == seeds.count && digests.count == seeds.count)
    // Each is said to lie in the objects of all the others.
    let wrong = pieces.flatMap { name, piece in
      digests.filter { $0 != piece.digest }.map {
        PieceIndex.Entry(digest: $0, object: SealedObjectID(name.bytes))
      }
    }
    try plant(wrong, in: committee, matter)
    let machine = try stranger(committee)
    let content = try committee.run(machine) { try read("1", in: $0) }
    #expect(content.end == .whole && Evidence(content.bytes) == Evidence(of: 6_000, seed: 1))
    // The control: without the digests what lies in the first object named comes out.
    let fooled = try Defence.$missing.withValue([.pieceDigest]) {
      try committee.run(try stranger(committee, again: 2)) { vault in
        try seeds.map { Evidence(try read("\($0)", in: vault).bytes) }
      }
    }
    #expect(fooled != seeds.map { Evidence(of: 6_000, seed: $0) })
  }

  private func stranger(_ committee: Committee, again number: Int) throws -> Committee.Person {
    let person = try committee.person("Lee")
    let machine = Committee.Person(
      name: "Lee", identity: person.identity,
      memories: committee.root.appending("m-Lee-again-\(number)"))
    _ = try OpenVault.join(
      committee.settings(machine), copying: nil, for: machine.identity, invitation: nil)
    return machine
  }

  @Test func `pieces that are dropped, doubled or in another order are noticed`() throws {
    let (committee, _) = try committee()
    let size = 4_200_000
    try committee.attach("video.mkv", of: size, to: "home shelf", by: "Maya")
    let pieces = try committee.pieces(of: "home shelf", seenBy: "Maya")
    let whole = try #require(
      pieces.keys.first { name in
        TestFolder.files(below: committee.shared)[committee.path(of: name)]?.count == 4 << 20
      })
    let last = try #require(pieces.keys.first { $0 != whole })
    let before = try committee.snapshot()
    defer { TestFolder.remove(before) }
    func damaged(
      _ change: (FilePath, FilePath) throws -> Void
    ) throws -> (bytes: [UInt8], end: OpenVault.ReadingEnd) {
      try TestFolder.restore(committee.root, from: before)
      try change(
        committee.shared.appending(committee.path(of: whole)),
        committee.shared.appending(committee.path(of: last)))
      return try committee.as("Lee") { try read("video.mkv", in: $0) }
    }
    func damage(_ change: (FilePath, FilePath) throws -> Void) throws -> OpenVault.ReadingEnd {
      let (bytes, end) = try damaged(change)
      // Nothing but a verified beginning.
      #expect(Evidence(bytes) == Evidence(Array(Evidence.bytes(size).prefix(bytes.count))))
      return end
    }
    let files = TestFolder.files(below: committee.shared)
    let wholeBytes = try #require(files[committee.path(of: whole)])
    let lastBytes = try #require(files[committee.path(of: last)])
    #expect(
      try damage { first, _ in TestFolder.remove(first) }
        == .damaged(.init(verified: 0, count: 2, reason: .gone)))
    #expect(
      try damage { _, last in TestFolder.remove(last) }
        == .damaged(.init(verified: 1, count: 2, reason: .gone)))
    #expect(
      try damage { _, last in try TestFolder.write(wholeBytes, to: last) }
        == .damaged(.init(verified: 1, count: 2, reason: .notAuthentic)))
    let swapped = try damage { first, last in
      try TestFolder.write(wholeBytes, to: last)
      try TestFolder.write(lastBytes, to: first)
    }
    // Both are there, under each other's names: what they hold says which is which.
    #expect(swapped == .whole)
    #expect(
      try damage { _, last in try TestFolder.write(Array(lastBytes.dropLast()), to: last) }
        == .damaged(.init(verified: 1, count: 2, reason: .wrongName)))
    // The control: without the digests what is doubled, or in another order, comes out as if whole.
    try Defence.$missing.withValue([.pieceDigest]) {
      let doubled = try damaged { _, last in try TestFolder.write(wholeBytes, to: last) }
      let reordered = try damaged { first, last in
        try TestFolder.write(wholeBytes, to: last)
        try TestFolder.write(lastBytes, to: first)
      }
      for (bytes, end) in [doubled, reordered] {
        #expect(end == .whole && Evidence(bytes) != Evidence(of: size))
      }
    }
  }

  @Test func `a piece of one case opens in no other`() throws {
    let (committee, matter) = try committee()
    let other = try committee.openCase("calm river", by: "Maya", admitting: ["Lee"])
    try committee.attach("one.txt", of: 6_000, to: "home shelf", by: "Maya")
    let ring = try committee.ring(of: "Maya")
    let (name, piece) = try #require(
      try committee.pieces(of: "home shelf", seenBy: "Maya").first)
    let bytes = try #require(TestFolder.files(below: committee.shared)[committee.path(of: name)])
    let object = try SealedObject(bytes)
    let key = try #require(ring.keys[piece.epoch])
    func context(_ compartment: CompartmentID, _ kind: SealedKind) throws -> SealContext {
      SealContext(
        kind: kind, vault: try committee.vault, compartment: compartment, epoch: piece.epoch)
    }
    func opens(_ compartment: CompartmentID, _ kind: SealedKind) throws -> Bool {
      (try? object.open(in: try context(compartment, kind), with: key.key)) != nil
    }
    #expect(try opens(matter, .piece))
    #expect(try !opens(other, .piece))
    #expect(try !opens(matter, .pack))
    #expect(try !opens(matter, .grant))
    // The control: bound to nothing, the same content opens in the other case and as another kind.
    let content = try object.open(in: try context(matter, .piece), with: key.key)
    let digest = try #require(piece.digest)
    try Defence.$missing.withValue([.contextBinding]) {
      let unbound = SealedObject(
        sealingPiece: content, of: digest, in: try context(matter, .piece), with: key.key)
      for place in [try context(other, .piece), try context(matter, .pack)] {
        #expect(try unbound.open(in: place, with: key.key) == content)
      }
    }
  }

  /// A stranger mails a file whose bytes are a pack with a statement that somebody signed.
  @Test func `an attachment whose bytes are a pack, a grant or a card is an attachment`() throws {
    func contents(without missing: Set<Defence>) throws -> (packs: Int, content: Bool) {
      try Defence.$missing.withValue(missing) {
        let (committee, matter) = try self.committee()
        let entry = try committee.as("Maya") { vault in
          try #require(vault.compartment(matter)?.state.graph.statements.last).record
        }
        let bytes = Pack(statements: [entry]).encoded()
        let before = try committee.as("Maya") {
          try $0.findCase("home shelf", allowingPrefix: false).contents.count
        }
        try committee.attach(
          committee.file("evil.bin", holding: bytes), to: "home shelf", by: "Maya")
        let machine = try stranger(committee)
        let found = try committee.run(machine) { vault in
          let packs = try vault.findCase("home shelf", allowingPrefix: false).contents.count
          return (packs - before, try read("1", in: vault).bytes == bytes)
        }
        return found
      }
    }
    let checked = try contents(without: [])
    #expect(checked.packs == 1 && checked.content)
    // The control: where the kind is not bound, the piece is taken for a pack that says nothing new,
    // and leaves the vault.
    let fooled = try contents(without: [.contextBinding])
    #expect(!fooled.content)

    let (committee, _) = try committee()
    let card = try committee.person("Lee").identity.card
    let grants = TestFolder.files(below: committee.shared).filter { $0.key.hasPrefix("grants/") }
    let grant = try #require(grants.values.first)
    for (number, bytes) in [grant, card.bytes, Array(card.text.utf8)].enumerated() {
      try committee.attach(
        committee.file("evil-\(number)", holding: bytes), to: "home shelf", by: "Maya")
      #expect(
        try committee.extract("\(number + 1)", of: "home shelf", by: "Lee") == Evidence(bytes))
    }
    try committee.as("Lee") { #expect($0.members.count == 2) }
  }

  @Test func `an attachment by somebody outside comes late or not at all`() throws {
    let committee = try Committee(of: "Maya", "Lee", "Noor", copies: ["Lee"])
    try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
    try committee.sync("Lee")
    try committee.as("Maya") { _ = try $0.recuse("Lee", from: "home shelf") }
    try committee.attach("late.txt", of: 5_000, to: "home shelf", by: "Lee")
    try committee.sync("Lee")
    try committee.as("Noor") { vault in
      let attachments = try vault.showCase("home shelf").record.attachments
      #expect(attachments.map(\.number) == [nil])
      // It may be evidence: it can be taken out by its name.
      #expect(try read("late.txt", in: vault).end == .whole)
    }
    // The control: where nobody's statements are cut off, it counts like any other.
    let numbers = try Defence.$missing.withValue([.cut]) {
      try committee.as("Noor") {
        try $0.showCase("home shelf").record.attachments.map(\.number)
      }
    }
    #expect(numbers == [1])
  }

  @Test(arguments: [
    "../escape.txt", "/tmp/escape.txt", "C:\\escape.txt", "a\u{0}b.txt", "two\nlines.txt", "-rf",
    ".bashrc", "gpj.\u{202E}exe", String(repeating: "n", count: 300) + ".txt", "..", "",
  ])
  func `whatever an attachment is called, it is written as one file in the folder`(
    name: String
  ) throws {
    let (committee, _) = try committee()
    try committee.as("Maya") { vault in
      _ = try vault.attach(
        OpenVault.NewAttachment(.bytes([1, 2, 3]), name: name, type: ""), to: "home shelf")
    }
    let folder = committee.root.appending("out")
    try FileManager.default.createDirectory(
      atPath: folder.string, withIntermediateDirectories: true)
    let all = Set(TestFolder.files(below: committee.root).keys)
    let path = try committee.as("Lee") { try $0.extract("1", of: "home shelf", to: folder).path }
    #expect(path.removingLastComponent() == folder)
    let added = TestFolder.files(below: committee.root).filter {
      !all.contains($0.key) && !$0.key.hasPrefix("m-")
    }
    #expect(added.map(\.key) == ["out/" + SafeFileName(name).text])
    #expect(added.first?.value == [1, 2, 3])

    // The control: under the name as it was given it is no such file. A path from the root would
    // leave the test's folder.
    guard !name.hasPrefix("/") else { return }
    let given = committee.root.appending("out/given")
    try FileManager.default.createDirectory(
      atPath: given.string, withIntermediateDirectories: true)
    Defence.$missing.withValue([.safeFileName, .fileNameIsNoPath]) {
      _ = try? committee.as("Lee") { try $0.extract("1", of: "home shelf", to: given) }
    }
    let safe = TestFolder.files(below: given)[SafeFileName(name).text]
    #expect(safe == nil)
    if name.hasPrefix("../") {
      #expect(TestFolder.files(below: committee.root)["out/given/" + name] == nil)
      #expect(
        FileManager.default.contents(atPath: given.appending(name).string).map { Array($0) }
          == [1, 2, 3])
    }
  }

  @Test func `a link planted where extract writes is not followed, and no file is replaced`()
    throws
  {
    let (committee, _) = try committee()
    try committee.attach("scan.pdf", of: 5_000, to: "home shelf", by: "Maya")
    let folder = committee.root.appending("out")
    let target = committee.root.appending("precious")
    try TestFolder.write([9], to: target)
    try FileManager.default.createDirectory(
      atPath: folder.string, withIntermediateDirectories: true)
    let plants: [(String, (FilePath) throws -> Void)] = [
      (
        "link to a file",
        {
          try FileManager.default.createSymbolicLink(
            atPath: $0.string, withDestinationPath: target.string)
        }
      ),
      (
        "link to nothing",
        {
          try FileManager.default.createSymbolicLink(
            atPath: $0.string, withDestinationPath: committee.root.appending("new").string)
        }
      ),
      ("file", { try TestFolder.write([8], to: $0) }),
    ]
    for (what, plant) in plants {
      let place = folder.appending("scan.pdf")
      try plant(place)
      let before = TestFolder.files(below: folder)
      for out in [folder, place] {
        try committee.as("Lee") { vault in
          #expect(throws: VaultError.self, "\(what)") {
            try vault.extract("1", of: "home shelf", to: out)
          }
        }
      }
      #expect(TestFolder.files(below: folder) == before)
      #expect(TestFolder.files(below: committee.root)["precious"] == [9])
      #expect(TestFolder.files(below: committee.root)["new"] == nil)
      // The control: where a name that is taken is no obstacle, what was there is gone.
      try Defence.$missing.withValue([.nothingIsReplaced]) {
        try committee.as("Lee") { _ = try $0.extract("1", of: "home shelf", to: place) }
      }
      #expect(
        TestFolder.files(below: folder)["scan.pdf"].map { Evidence($0) } == Evidence(of: 5_000))
      TestFolder.remove(place)
    }
  }

  @Test func `of a damaged attachment only what was verified is written, under another name`()
    throws
  {
    let (committee, _) = try committee()
    let size = 4_200_000
    try committee.attach("video.mkv", of: size, to: "home shelf", by: "Maya")
    let files = TestFolder.files(below: committee.shared)
    let pieces = try committee.pieces(of: "home shelf", seenBy: "Maya")
    let last = try #require(
      pieces.keys.first { files[committee.path(of: $0)]?.count != 4 << 20 })
    var bytes = try #require(files[committee.path(of: last)])
    bytes[500] ^= 1
    try TestFolder.write(bytes, to: committee.shared.appending(committee.path(of: last)))
    let folder = committee.root.appending("out")
    try FileManager.default.createDirectory(
      atPath: folder.string, withIntermediateDirectories: true)
    let partial = folder.appending("video.mkv.partial")
    try committee.as("Lee") { vault in
      #expect(
        throws: VaultError.attachmentDamaged(
          "video.mkv", .init(verified: 1, count: 2, reason: .wrongName), kept: partial)
      ) { try vault.extract("1", of: "home shelf", to: folder) }
    }
    let written = TestFolder.files(below: folder)
    #expect(written.keys.sorted() == ["video.mkv.partial"])
    #expect(
      written["video.mkv.partial"] == Array(Evidence.bytes(size).prefix(PieceLayout.pieceByteCount))
    )
    // The control: what nobody verifies comes out as if whole, under the attachment's own name.
    try Defence.$missing.withValue([.tag, .pieceDigest]) {
      try committee.as("Lee") { _ = try $0.extract("1", of: "home shelf", to: folder) }
    }
    let unverified = TestFolder.files(below: folder)["video.mkv"].map { Evidence($0) }
    #expect(unverified?.byteCount == size && unverified != Evidence(of: size))
    // What was damaged is set aside; what another copy holds whole comes back at a sync.
    try committee.as("Lee") { vault in
      let mended = try vault.repair()
      #expect(mended.setAside == 1 && mended.left.incomplete.map(\.missing) == [[1]])
    }
  }
}
