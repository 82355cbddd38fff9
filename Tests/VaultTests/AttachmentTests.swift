import Casework
import FoundationEssentials
import Sealing
import Statements
import Storage
import SystemPackage
import Testing

@testable import Vault

/// Files attached to a case and taken out of it again, by their readers and by nobody else.
struct AttachmentTests {
  private func committee() throws -> Committee {
    let committee = try Committee(of: "Maya", "Lee", "Noor")
    try committee.openCase("home shelf", by: "Maya", admitting: ["Lee"])
    return committee
  }

  @Test(arguments: [0, 1, 4_007, 4_008, 100_000, 4_194_215, 4_194_216, 9_000_001])
  func `what one reader attaches another takes out, byte for byte`(size: Int) throws {
    let committee = try committee()
    let bytes = Evidence.bytes(size)
    let file = try committee.file("chat export.zip", holding: bytes)
    let stated = try committee.attach(file, to: "home shelf", by: "Maya")
    #expect(stated.number == 1 && stated.attachment.size == size)
    #expect(try committee.extract("1", of: "home shelf", by: "Lee") == Evidence(bytes))
    #expect(
      try committee.extract("chat export.zip", of: "home shelf", by: "Lee") == Evidence(bytes))
    // A member who is no reader gets the one answer.
    try committee.as("Noor") { vault in
      #expect(throws: VaultError.caseNotOpen("home shelf")) {
        try vault.findAttachment("1", of: "home shelf")
      }
    }
  }

  @Test func `the objects of a large attachment have 4 MiB, and its length is padded`() throws {
    let committee = try committee()
    let before = Set(TestFolder.files(below: committee.shared).keys)
    let file = try committee.file("video.mkv", holding: Evidence.bytes(9_000_001))
    try committee.attach(file, to: "home shelf", by: "Maya")
    let added = TestFolder.files(below: committee.shared).filter { !before.contains($0.key) }
    let sizes = added.values.map(\.count).sorted()
    // The pack with the statement, the last piece, and two whole ones.
    #expect(sizes.count == 4)
    #expect(sizes.suffix(2) == [4 << 20, 4 << 20])
    let padded = Padme.padded(9_000_001) - 2 * PieceLayout.pieceByteCount
    #expect(sizes[1] == Padme.padded(padded + 1 + SealedObject.overhead))
  }

  @Test func `nothing of an attachment is read when a case is listed, shown or added to`() throws {
    let committee = try committee()
    let file = try committee.file("scan.pdf", holding: Evidence.bytes(300_000))
    try committee.attach(file, to: "home shelf", by: "Maya")
    let pieces = try committee.pieces(of: "home shelf", seenBy: "Maya")
    #expect(pieces.count == 1)
    for name in pieces.keys {
      // Nothing but its beginning can be read.
      var bytes = try #require(TestFolder.files(below: committee.shared)[committee.path(of: name)])
      bytes[bytes.count - 1] ^= 1
      try TestFolder.write(bytes, to: committee.shared.appending(committee.path(of: name)))
    }
    try committee.write("We met.", in: "home shelf", by: "Lee")
    try committee.as("Lee") { vault in
      let shown = try vault.showCase("home shelf")
      #expect(shown.record.attachments.map(\.attachment.name) == ["scan.pdf"])
      #expect(vault.notices.isEmpty)
    }
  }

  /// Killed after the first 64 MiB, attaching the same file again seals only the rest; and what was
  /// never finished is given up after a day.
  @Test func `a killed attach goes on where it stopped`() throws {
    let committee = try committee()
    let size = PieceStore.groupCount * PieceLayout.pieceByteCount + 100
    let file = try committee.file("film.mkv", holding: Evidence.bytes(size))
    let killed = committee.root.appending("killed")
    let person = try committee.person("Maya")
    try FileManager.default.createDirectory(
      atPath: killed.string, withIntermediateDirectories: true)
    var settings = committee.settings(person)
    settings.progress = { step, done, _ in
      guard step == .attaching, done == PieceStore.groupCount else { return }
      for folder in ["vault", "m-Maya"] {
        try? TestFolder.copy(committee.root.appending(folder), to: killed.appending(folder))
      }
    }
    let vault = try OpenVault(settings, for: person.identity)
    _ = try vault.attach(
      OpenVault.NewAttachment(.file(file), name: "film.mkv", type: ""), to: "home shelf")
    try vault.close()
    func restore() throws {
      for folder in ["vault", "m-Maya"] {
        try TestFolder.restore(committee.root.appending(folder), from: killed.appending(folder))
      }
    }

    try restore()
    let begun = TestFolder.files(below: committee.shared).filter { $0.value.count == 4 << 20 }
    #expect(begun.count == PieceStore.groupCount)
    // Nothing is attached, for nobody.
    let seen = try committee.as("Lee") { try $0.showCase("home shelf").record.attachments }
    #expect(seen.isEmpty)
    try committee.attach(file, to: "home shelf", by: "Maya")
    let after = TestFolder.files(below: committee.shared).filter { $0.value.count == 4 << 20 }
    #expect(Set(after.keys) == Set(begun.keys))
    #expect(try committee.extract("1", of: "home shelf", by: "Maya") == Evidence(of: size))

    // The file was changed since, and its time put back: nothing of the old content is taken.
    try restore()
    var changed = Evidence.bytes(size)
    changed[5] ^= 1
    try TestFolder.write(changed, to: file)
    try committee.attach(file, to: "home shelf", by: "Maya")
    #expect(try committee.extract("1", of: "home shelf", by: "Maya") == Evidence(changed))

    // Never attached again, it leaves the vault.
    try restore()
    committee.advance(by: 2 * 86_400)
    try committee.look("Maya")
    let swept = TestFolder.files(below: committee.shared).filter { $0.value.count == 4 << 20 }
    #expect(swept.isEmpty)
    #expect(try committee.as("Maya") { try $0.verify().isSound })
  }

  @Test func `what is no file is not attached, and a link to a file is`() throws {
    let committee = try committee()
    let file = try committee.file("scan.pdf", holding: Evidence.bytes(5_000))
    let link = committee.root.appending("files").appending("link.pdf")
    try FileManager.default.createSymbolicLink(
      atPath: link.string, withDestinationPath: file.string)
    try committee.attach(link, to: "home shelf", by: "Maya")
    #expect(try committee.extract("link.pdf", of: "home shelf", by: "Lee") == Evidence(of: 5_000))
    for path in [committee.root, FilePath("/dev/null"), committee.root.appending("none")] {
      try committee.as("Maya") { vault in
        #expect(throws: VaultError.self) {
          try vault.attach(
            OpenVault.NewAttachment(.file(path), name: "x", type: ""), to: "home shelf")
        }
      }
    }
  }
}
