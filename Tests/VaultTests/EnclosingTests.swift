import Casework
import Sealing
import Statements
import Storage
import SystemPackage
import Testing

@testable import Vault

/// Attachments that come with an entry: in the case with it, or not at all.
struct EnclosingTests {
  private let original = Evidence.bytes(5_000_000, seed: 3)
  private let picture = Evidence.bytes(70_000, seed: 4)

  /// A mail as it is recorded: itself, and a file that is made when it is its turn.
  private var attachments: [OpenVault.NewAttachment] {
    let picture = picture
    return [
      OpenVault.NewAttachment(.bytes(original), name: "mail.eml", type: "message/rfc822"),
      OpenVault.NewAttachment(.made { picture }, name: "a/b.png", type: "image/png"),
    ]
  }

  private func report(with attachments: [OpenVault.NewAttachment]) -> OpenVault.NewCase {
    var new = OpenVault.NewCase()
    new.codeName = CodeName(reading: "home shelf")
    new.report = "From: Kim"
    new.reportDate = "2025-03-04T20:30:00Z"
    new.admitted = ["Lee"]
    new.attachments = attachments
    return new
  }

  @Test func `what comes with a report lies in the case with it, byte for byte`() throws {
    let committee = try Committee(of: "Maya", "Lee", "Noor")
    let opened = try committee.as("Maya") { try $0.openCase(report(with: attachments)) }
    #expect(opened.attachments.map(\.number) == [1, 2])
    #expect(try committee.extract("1", of: "home shelf", by: "Lee") == Evidence(original))
    #expect(try committee.extract("2", of: "home shelf", by: "Lee") == Evidence(picture))
    try committee.as("Lee") { vault in
      let record = try vault.showCase("home shelf").record
      #expect(record.entries.map(\.entry.date) == ["2025-03-04T20:30:00Z"])
      let entry = try #require(record.entries.first?.id)
      #expect(record.attachments.map(\.attachment.entry) == [entry, entry])
      #expect(record.attachments.map(\.attachment.name) == ["mail.eml", "a/b.png"])
    }
    // Who is no reader gets the one answer.
    try committee.as("Noor") { vault in
      #expect(throws: VaultError.caseNotOpen("home shelf")) {
        try vault.findAttachment("1", of: "home shelf")
      }
    }
    #expect(try committee.as("Maya") { try $0.verify().isSound })
  }

  @Test func `what comes with an entry lies in the case with it, after a recusal too`() throws {
    let committee = try Committee(of: "Maya", "Lee")
    try committee.openCase("home shelf", by: "Maya", admitting: ["Lee"])
    try committee.as("Lee") { try $0.recuse(nil, from: "home shelf") }
    let entry = Entry(kind: .correspondence, text: "From: Kim", with: .reporter)
    let added = try committee.as("Maya") {
      try $0.addEntry(entry, with: attachments, to: "home shelf")
    }
    #expect(added.attachments.map(\.attachment.size) == [original.count, picture.count])
    #expect(try committee.extract("1", of: "home shelf", by: "Maya") == Evidence(original))
    #expect(try committee.extract("2", of: "home shelf", by: "Maya") == Evidence(picture))
    #expect(try committee.as("Maya") { try $0.verify().isSound })
  }

  /// A command that fails with something unwritten, and so remembers nothing.
  private func fail(_ new: OpenVault.NewCase, in committee: Committee) throws {
    let person = try committee.person("Maya")
    let vault = try OpenVault(committee.settings(person), for: person.identity)
    #expect(throws: VaultError.file(.missing, committee.root.appending("none"))) {
      try vault.openCase(new)
    }
    #expect(vault.hasUnwritten)
  }

  @Test func `when one attachment fails nothing is recorded and no piece stays behind`() throws {
    let committee = try Committee(of: "Maya", "Lee")
    let missing = OpenVault.NewAttachment(
      .file(committee.root.appending("none")), name: "x", type: "")
    let before = Set(TestFolder.files(below: committee.shared).keys)
    try fail(report(with: attachments + [missing]), in: committee)
    #expect(Set(TestFolder.files(below: committee.shared).keys) == before)
    #expect(try committee.as("Maya") { $0.caseNames.map(\.codeName.text) }.isEmpty)
    // Without the one that fails all of it is there.
    try committee.as("Maya") { _ = try $0.openCase(report(with: attachments)) }
    #expect(TestFolder.files(below: committee.shared).count > before.count + 2)
  }
}
