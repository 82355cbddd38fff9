import Casework
import Sealing
import Statements
import Testing

@testable import Vault

/// What a committee writes into a case, where copies meet and somebody is out.
struct DocumentTests {
  private func correct(
    _ number: Int, in codeName: String, by name: String, of committee: Committee, _ text: String
  ) throws {
    try committee.as(name) {
      _ = try $0.addEntry(Entry(kind: .note, text: text), correcting: number, to: codeName)
    }
  }

  @Test func `a correction that came late corrects nothing, and says what it would have`() throws {
    let committee = try Committee(of: "Maya", "Lee", copies: ["Lee"])
    try committee.openCase("home shelf", by: "Maya", admitting: ["Lee"])
    try committee.sync("Lee")
    // Lee is taken out before their correction arrives.
    try correct(1, in: "home shelf", by: "Lee", of: committee, "too late")
    try committee.as("Maya") { _ = try $0.recuse("Lee", from: "home shelf") }
    try committee.sync("Lee")
    try committee.as("Maya") { (vault: OpenVault) throws in
      let record = try vault.showCase("home shelf").record
      #expect(record.late.map(\.entry.text) == ["too late"])
      #expect(record.late.first?.entry.corrects == record.entries.first?.id)
      #expect(record.correctedNumbers.isEmpty && record.correctingNumbers.isEmpty)
      // It has no number, so there is none by which it could be corrected.
      #expect(record.entry(number: 2) == nil)
    }
    #expect(throws: VaultError.self) {
      try correct(2, in: "home shelf", by: "Maya", of: committee, "of what came late")
    }
  }

  @Test func `chains of corrections stand beneath what they began with, on every copy`() throws {
    let committee = try Committee(of: "Maya", "Lee", copies: ["Lee"])
    try committee.openCase("home shelf", by: "Maya", admitting: ["Lee"])
    try committee.write("second", in: "home shelf", by: "Maya")
    try committee.sync("Lee")
    // Both correct the same entry without knowing of each other.
    try correct(1, in: "home shelf", by: "Lee", of: committee, "Lee's")
    try correct(1, in: "home shelf", by: "Maya", of: committee, "Maya's")
    try committee.sync("Lee")
    for name in ["Maya", "Lee"] {
      try committee.as(name) { (vault: OpenVault) throws in
        let record = try vault.showCase("home shelf").record
        let shown = record.entriesWithCorrections
        #expect(shown.map(\.entry.number) == [1, 2])
        #expect(Set(shown[0].corrections.map(\.entry.text)) == ["Lee's", "Maya's"])
        #expect(shown[1].corrections.isEmpty)
        #expect(record.correctingNumbers == [1: [3, 4]])
      }
    }
  }

  @Test func `an entry that names no entry of the case stands by itself`() throws {
    let committee = try Committee(of: "Maya")
    try committee.openCase("home shelf", by: "Maya")
    try committee.as("Maya") { (vault: OpenVault) throws in
      let (matter, _) = try vault.caseToWrite("home shelf")
      let stray = StatementID([UInt8](repeating: 9, count: 32))
      try vault.state(.entry(Entry(kind: .note, text: "stray", corrects: stray)), in: matter)
      // An entry of its own that names something that is there, but is no entry.
      try vault.state(
        .entry(Entry(kind: .note, text: "founding", corrects: StatementID(matter.id.bytes))),
        in: matter)
      try vault.commit()
      let record = try vault.showCase("home shelf").record
      #expect(record.entriesWithCorrections.map(\.entry.number) == [1, 2, 3])
      #expect(record.correctedNumbers.isEmpty)
    }
  }

  @Test func `nobody learns of a hidden case by a link, nor by being let into a linked one`() throws
  {
    let committee = try Committee(of: "Maya", "Lee", "Noor", "Alex")
    try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
    try committee.openCase("tin roof", by: "Maya", admitting: ["Lee"], hiddenFrom: ["Alex"])
    #expect(throws: VaultError.linkWouldTell("Noor", of: try name("tin roof"))) {
      try committee.as("Maya") { _ = try $0.linkCases("home shelf", "tin roof") }
    }
    #expect(throws: VaultError.linkWouldTell("Noor", of: try name("tin roof"))) {
      try committee.as("Maya") { _ = try $0.linkCases("tin roof", "home shelf") }
    }
    // The control: once Noor is out, both have the same readers, and the names are told.
    try committee.as("Maya") { _ = try $0.recuse("Noor", from: "home shelf") }
    try committee.as("Maya") { _ = try $0.linkCases("home shelf", "tin roof") }
    try committee.as("Lee") { (vault: OpenVault) throws in
      let links = try vault.showCase("home shelf").record.links
      #expect(links.map(\.codeName.text) == ["tin roof"])
    }
    // Alex would read the name in the other case.
    #expect(throws: VaultError.linkWouldTell("Alex", of: try name("tin roof"))) {
      try committee.as("Maya") {
        _ = try $0.admit(["Alex"], to: "home shelf", namedAgain: false)
      }
    }
    #expect(try committee.reads("home shelf", "Alex") == false)
    // Nor does somebody who cannot tell let them in.
    try committee.as("Lee") { _ = try $0.recuse(nil, from: "tin roof") }
    try committee.as("Maya") { _ = try $0.setRole(of: "Lee", to: .chair) }
    #expect(throws: VaultError.linkedCaseNotOpen(try name("tin roof"))) {
      try committee.as("Lee") { _ = try $0.admit(["Alex"], to: "home shelf", namedAgain: false) }
    }
  }

  private func name(_ text: String) throws -> CodeName { try #require(CodeName(reading: text)) }

  @Test func `an adviser assesses a case and closes none; an observer writes nothing`() throws {
    let committee = try Committee(of: "Maya", "Lee", "Noor")
    try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
    try committee.as("Maya") { (vault: OpenVault) throws in
      _ = try vault.setRole(of: "Lee", to: .adviser)
      _ = try vault.setRole(of: "Noor", to: .observer)
    }
    let day = try #require(Day(reading: "2026-03-04"))
    try committee.as("Lee") { (vault: OpenVault) throws in
      #expect(try vault.assess("home shelf", [.safety: "yes"]).columnsLeft == [.safety])
      #expect(throws: VaultError.needsVoter) {
        _ = try vault.closeCase("home shelf", person: nil, on: day) { _ in
          Closing(outcome: .flagged)
        }
      }
    }
    try committee.as("Noor") { (vault: OpenVault) throws in
      #expect(throws: VaultError.roleMayNotWrite(.observer)) {
        _ = try vault.assess("home shelf", [.safety: "no"])
      }
      #expect(throws: VaultError.roleMayNotWrite(.observer)) {
        _ = try vault.addParty(Party(role: .witness, name: "Sam"), to: "home shelf")
      }
      #expect(throws: VaultError.roleMayNotWrite(.observer)) {
        try vault.recordHandOver(of: "home shelf", entryCount: 1)
      }
    }
    // The control: the chair's word goes on the sheet.
    try committee.as("Maya") { (vault: OpenVault) throws in
      #expect(try vault.assess("home shelf", [.safety: "no"]).columns == [.safety])
      #expect(vault.sheetRecord().sorted.first?.values["safety"] == ["no"])
      #expect(try vault.showCase("home shelf").record.answers["safety"]?.content == "no")
    }
  }

  @Test func `what closed a case while nobody was identified holds for whoever is named later`()
    throws
  {
    let committee = try Committee(of: "Maya")
    try committee.openCase("home shelf", by: "Maya")
    let day = try #require(Day(reading: "2026-03-04"))
    try committee.as("Maya") { (vault: OpenVault) throws in
      _ = try vault.closeCase("home shelf", person: nil, on: day) { _ in
        Closing(outcome: .unidentified)
      }
    }
    _ = try committee.person("blue fox", named: "Sam Doe", in: "home shelf", by: "Maya")
    try committee.as("Maya") { (vault: OpenVault) throws in
      let record = try vault.showCase("home shelf").record
      #expect(record.isClosed)
      #expect(vault.sheetRecord().sorted.map(\.values["status"]) == [["resolved"]])
      let reopened = try vault.reopenCase("home shelf", person: "blue fox", because: .context)
      #expect(!reopened.isClosed)
      #expect(vault.sheetRecord().sorted.map(\.values["status"]) == [["ongoing"]])
      #expect(vault.sheetRecord().sorted.map(\.values["resolved"]) == [nil])
    }
  }

  @Test func `a hidden case keeps its closing and its columns to itself`() throws {
    let committee = try Committee(of: "Maya", "Lee", "Alex")
    try committee.openCase("home shelf", by: "Maya", admitting: ["Lee"], hiddenFrom: ["Alex"])
    let day = try #require(Day(reading: "2026-03-04"))
    try committee.as("Maya") { (vault: OpenVault) throws in
      _ = try vault.assess("home shelf", [.safety: "yes"])
      _ = try vault.closeCase("home shelf", person: nil, on: day) { _ in
        Closing(outcome: .flagged, resolution: "talked to")
      }
    }
    try committee.as("Alex") { #expect($0.sheetRecord().rows.isEmpty) }
    // The control: a reader sees the row, though it is on no common sheet.
    try committee.as("Lee") { (vault: OpenVault) throws in
      #expect(vault.sheetRecord().sorted.map(\.values["resolution"]) == [["talked to"]])
      #expect(vault.sheetRecord().sorted.map(\.values["safety"]) == [["yes"]])
    }
  }
}
