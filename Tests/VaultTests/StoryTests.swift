import Casework
import Sealing
import Sodium
import Statements
import SystemPackage
import Testing

@testable import Vault

/// Stories that would convince a committee.
struct StoryTests {
  @Test func `story 6: one is reported, one in conflict, one silent; two can open the case`() throws
  {
    let committee = try Committee(of: "Maya", "Lee", "Noor", "Ada", "Alex")
    // Alex is the reported person: the case is hidden from them and leaves no trace.
    let matter = try committee.openCase(
      "home shelf", by: "Maya", hiddenFrom: ["Alex"], report: "Alex shouted at somebody.")
    try committee.as("Maya") { vault in
      // Lee has a conflict, Ada says nothing, Noor is clear.
      _ = try vault.recuse("Lee", from: "home shelf")
      _ = try vault.admit(["Noor"], to: "home shelf", namedAgain: false)
    }
    #expect(try committee.readers(of: "home shelf", seenBy: "Noor") == ["Maya", "Noor"])
    for name in ["Lee", "Ada", "Alex"] {
      #expect(try committee.reads("home shelf", name) == false)
      #expect(try committee.ring(of: name).opens(in: committee.shared)[matter] == nil)
    }
    try committee.as("Alex") { vault in
      #expect(vault.caseNames.isEmpty)
      #expect(vault.sheetRecord().rows.isEmpty)
      let status = try vault.status()
      #expect(status.caseCount == 0)
      #expect(vault.log().allSatisfy { if case .matter = $0.place { false } else { true } })
    }
    // No stored byte holds a reason: a recusal has a member in it and nothing else.
    let statements = try committee.ring(of: "Maya").statements(of: matter, in: committee.shared)
    let recusals = statements.filter { $0.kind == "recusal" }
    #expect(recusals.count == 1)
    #expect(recusals.allSatisfy { $0.body.keys.sorted() == ["member"] })
  }

  @Test func `story 7: Lee reads for two days, recuses, and nothing of Lee's opens it any more`()
    throws
  {
    let committee = try Committee(of: "Maya", "Lee", "Noor", copies: ["Lee"])
    try committee.makeKeyHolder("Lee", by: "Maya")
    let matter = try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
    let entry = try committee.person("blue fox", named: "Sam Doe", in: "home shelf", by: "Maya")
    try committee.sync("Lee")
    try committee.write("I met Sam.", in: "home shelf", by: "Lee")
    let ring = try committee.ring(of: "Lee")
    let before = try committee.snapshot()
    defer { TestFolder.remove(before) }
    committee.advance(by: 2 * 86_400)
    try committee.as("Lee") { vault in
      let recused = try vault.recuse(nil, from: "home shelf")
      #expect(recused.isMe)
      #expect(recused.persons.map(\.text) == ["Blue Fox"])
    }
    try committee.sync("Lee")
    try committee.look("Maya")
    try committee.sync("Lee")
    ring.take(from: committee.shared)
    #expect(ring.opens(in: before.appending("vault"))[matter] != nil)
    for folder in [committee.shared, committee.place(of: "Lee")] {
      #expect(ring.opens(in: folder)[matter] == nil)
      #expect(ring.opens(in: folder)[entry] == nil)
    }
    let backup = committee.root.appending("backup")
    try committee.as("Maya") { _ = try $0.sync(with: backup) }
    #expect(ring.opens(in: backup)[matter] == nil)
    let spans = try committee.as("Maya") { try $0.access(to: "home shelf").spans }
    let lee = try #require(spans.first { $0.name == "Lee" })
    let until = try #require(lee.until)
    #expect(until - lee.from >= 2 * 86_400)
    #expect(lee.endedBy == "Lee")
    #expect(lee.resealed != nil)
    #expect(try committee.texts(of: "home shelf", seenBy: "Noor").contains("I met Sam."))
  }

  @Test func `story 8: a hidden case answers like a name never used`() throws {
    let committee = try Committee(of: "Maya", "Lee", "Alex")
    try committee.as("Maya") { _ = try $0.setKeyHolder("Alex", to: true) }
    try committee.openCase("home shelf", by: "Maya", hiddenFrom: ["Alex"])
    // A case of Alex's own, so that every command can be given one that is open.
    try committee.openCase("old door", by: "Alex", report: "home shelf and calm river")
    _ = try committee.person("blue fox", named: "Alex Doe", in: "home shelf", by: "Maya")
    try committee.look("Alex")

    /// What every command answers about a name, the name itself taken out.
    func answers(about name: String) throws -> [String] {
      var answers: [String] = []
      func note(_ body: (OpenVault) throws -> String) throws {
        let answer = try committee.as("Alex") { vault in
          do { return try body(vault) } catch { return "\(error)" }
        }
        answers.append(
          answer.replacing(name, with: "NAME").replacing(name.uppercased(), with: "NAME")
            .replacing("\"\(name.prefix(4))\"", with: "NAME"))
      }
      for text in [name, String(name.prefix(4)), name.uppercased()] {
        try note { "\(try $0.showCase(text).shown)" }
      }
      try note { "\(try $0.add(Entry(kind: .discussion, text: "x"), to: name))" }
      try note { try $0.setContact(of: name, to: "Lee") }
      try note {
        let entry = Entry(kind: .note, text: "x")
        return "\(try $0.addEntry(entry, correcting: 1, to: name).number)"
      }
      try note { "\(try $0.addParty(Party(role: .reported, name: "Alex"), to: name).shown)" }
      try note { "\(try $0.assess(name, [.safety: "yes"]).shown)" }
      try note { vault in
        let day = try #require(Day(reading: "2026-03-04"))
        return
          "\(try vault.closeCase(name, person: nil, on: day) { _ in Closing(outcome: .resolved) })"
      }
      try note { "\(try $0.reopenCase(name, person: nil, because: .appeal))" }
      try note { "\(try $0.linkCases(name, "old door").one)" }
      try note { "\(try $0.linkCases("old door", name).one)" }
      try note { "\(try $0.caseFile(name).entryCount)" }
      try note { "\(try $0.recordHandOver(of: name, entryCount: 1))" }
      try note { "\(try $0.repeatedPersons(in: name))" }
      try note { vault in
        let found = try vault.search(for: try #require(LiteralSearch(name)))
        return "\(found.hits.count) \(found.caseCount)"
      }
      try note { "\(try $0.admit(["Lee"], to: name, namedAgain: false))" }
      try note { "\(try $0.recuse(nil, from: name))" }
      try note { "\(try $0.recuse("Lee", from: name))" }
      try note { "\(try $0.setRow(of: name, person: nil, to: [:]))" }
      try note { "\(try $0.access(to: name).shown)" }
      try note { "\(try $0.link(name, to: "blue fox").person.readers)" }
      try note { "\(try $0.access(ofMember: "Lee").outside)" }
      try note { "\($0.caseNames) \($0.caseLines) \($0.sheetRecord().rows.count)" }
      try note { vault in
        let card = try committee.person("New").identity.card
        return "\(try vault.onboard([card], as: .member, conflicts: [name], only: nil))"
      }
      try note { vault in
        let card = try committee.person("New").identity.card
        return "\(try vault.onboard([card], as: .member, conflicts: [], only: name))"
      }
      return answers
    }
    let (hidden, unused) = (try answers(about: "home shelf"), try answers(about: "calm river"))
    for (one, other) in zip(hidden, unused) { #expect(one == other) }

    // The control: somebody inside is answered otherwise.
    #expect(try committee.reads("home shelf", "Maya"))
    // The name itself is free to them, as every name they never saw.
    for name in ["home shelf", "calm river"] {
      var new = OpenVault.NewCase()
      new.codeName = CodeName(reading: name)
      #expect(try committee.as("Alex") { try $0.openCase(new).codeName.text } == name)
    }
    try committee.as("Maya") { vault in
      #expect(vault.caseNames.map(\.shown) == ["home shelf"])
    }
  }

  @Test func `story 10: a contact of two cases is offboarded`() throws {
    let committee = try Committee(of: "Maya", "Alex", "Noor")
    try committee.openCase("home shelf", by: "Alex", admitting: ["Maya"])
    try committee.openCase("quiet lane", by: "Maya", admitting: ["Alex", "Noor"])
    try committee.as("Maya") { _ = try $0.setContact(of: "quiet lane", to: "Alex") }
    let ring = try committee.ring(of: "Alex")
    let epochs = try committee.as("Maya") { vault in
      vault.read(vault.copy.index.entries.keys.sorted()).map { $0.writable?.epoch }
    }
    let gone = try committee.as("Maya") { try $0.offboard("Alex") }
    #expect(gone.contactOf == ["home shelf", "quiet lane"])
    let certificate = try #require(gone.certificate)
    #expect(Set(certificate.lines.map(\.label)) == ["", "home shelf", "quiet lane"])
    #expect(certificate.lines.allSatisfy { $0.isResealed && $0.since > 0 })
    // Every compartment has a new key.
    #expect(Set(certificate.lines.map(\.epoch)).isDisjoint(with: epochs))
    let signed = SigningPurpose.certificate.label.message(certificate.signedBytes)
    let key = try committee.person("Maya").identity.card.verifyingKey
    #expect(key.verify(certificate.signature, of: signed))
    #expect(ring.take(from: committee.shared).opens(in: committee.shared).isEmpty)
    #expect(try committee.texts(of: "quiet lane", seenBy: "Noor") == ["Somebody shouted."])
  }
}
