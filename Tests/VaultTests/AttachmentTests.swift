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
    #expect(sizes.count == 3)
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
}
