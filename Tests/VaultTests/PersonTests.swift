import Casework
import Statements
import Testing

@testable import Vault

/// The person identity key beyond who may read it.
struct PersonTests {
  private func change(
    _ names: PersonNames, removing texts: [String]? = nil
  ) -> OpenVault.PersonChange {
    OpenVault.PersonChange(
      added: names, removed: texts.map(PersonNamesRemoval.init(texts:)))
  }

  @Test func `a report is not a case: several reports can be in one`() throws {
    let committee = try Committee(of: "Maya", "Lee")
    try committee.makeKeyHolder("Lee", by: "Maya")
    try committee.openCase("home shelf", by: "Maya", admitting: ["Lee"])
    try committee.as("Maya") {
      _ = try $0.add(Entry(kind: .report, text: "Again."), to: "home shelf")
      _ = try $0.add(Entry(kind: .discussion, text: "We met."), to: "home shelf")
    }
    try committee.person("blue fox", named: "Sam Doe", in: "home shelf", by: "Maya")
    #expect(try committee.as("Maya") { try $0.person("blue fox").reportCount } == 2)

    // A case one does not read counts as one report, whatever is in it.
    try committee.openCase("tin roof", by: "Maya")
    try committee.as("Maya") {
      for text in ["Once more.", "And again."] {
        _ = try $0.add(Entry(kind: .report, text: text), to: "tin roof")
      }
      let linked = try $0.link("tin roof", to: "blue fox")
      #expect(linked.isRepeat)
      #expect(linked.before.reportCount == 2)
      #expect(linked.before.rows.count == 1)
      #expect(linked.person.reportCount == 5)
      #expect(linked.person.rows.count == 2)
    }
    try committee.as("Lee") {
      let person = try $0.person("blue fox")
      #expect(person.reportCount == 3)
      #expect(person.rows.count == 2)
    }
  }

  @Test func `what corrects a report is no other report`() throws {
    let committee = try Committee(of: "Maya")
    try committee.openCase("home shelf", by: "Maya")
    try committee.person("blue fox", named: "Sam Doe", in: "home shelf", by: "Maya")
    try committee.as("Maya") { vault in
      let first = try #require(try vault.showCase("home shelf").record.entries.first)
      _ = try vault.add(
        Entry(kind: .report, text: "Not shouted.", corrects: first.id), to: "home shelf")
      #expect(try vault.showCase("home shelf").record.entries.count == 2)
      let person = try vault.person("blue fox")
      #expect(person.reportCount == 1)
    }
  }

  @Test func `the other reported names of a case are offered, and nobody else's`() throws {
    let committee = try Committee(of: "Maya")
    try committee.openCase("home shelf", by: "Maya")
    try committee.as("Maya") { vault in
      for party in [
        Party(role: .reported, name: "doe, sam"),
        Party(role: .reported, name: "Samwise", contact: "sam@example.org"),
        Party(role: .reported, name: "Kim Roe"), Party(role: .witness, name: "Ada Moe"),
      ] { _ = try vault.addParty(party, to: "home shelf") }
      _ = try vault.newPerson("red kite", names: ["Kim Roe"], aliases: [])
      _ = try vault.newPerson("blue fox", names: ["Sam Dóe"], aliases: [])
      let first = try vault.link("home shelf", to: "blue fox")
      #expect(first.otherNames == ["Samwise", "sam@example.org", "Kim Roe"])
      let second = try vault.link("home shelf", to: "red kite")
      #expect(second.otherNames == ["Samwise", "sam@example.org"])
    }
  }

  @Test func `the highest consequence is that of the highest rank, and then what lasts longest`()
    throws
  {
    let committee = try Committee(of: "Maya")
    let days = try ["2026-01-01", "2026-03-31", "2026-12-31"].map { try #require(Day(reading: $0)) }
    let suspended: [(Consequence, until: Day)] = [
      (.firstSuspension, days[2]), (.firstSuspension, days[1]), (.warning, days[2]),
    ]
    for (number, (consequence, until)) in suspended.enumerated() {
      let codeName = ["home shelf", "tin roof", "red door"][number]
      try committee.openCase(codeName, by: "Maya")
      if number == 0 {
        try committee.person("blue fox", named: "Sam Doe", in: codeName, by: "Maya")
      } else {
        try committee.as("Maya") { _ = try $0.link(codeName, to: "blue fox") }
      }
      try committee.as("Maya") {
        _ = try $0.setRow(
          of: codeName, person: nil,
          to: [
            .consequences: .consequences([consequence]), .from: .day(days[0]),
            .until: .day(until),
          ])
      }
    }
    let person = try committee.as("Maya") { try $0.person("blue fox") }
    #expect(person.highest?.consequence == .firstSuspension)
    #expect(person.highest?.until == days[2])
    #expect(person.standing(on: days[1]) == .banned(until: days[2]))
  }

  @Test func `who is known already is proposed to key holders, each once, by the surest name`()
    throws
  {
    let committee = try Committee(of: "Maya", "Noor")
    try committee.as("Maya") { vault in
      _ = try vault.newPerson(
        "blue fox", change(PersonNames(names: ["Sam Dóe"], handles: ["sam@example.org"])))
      _ = try vault.newPerson("red kite", change(PersonNames(names: ["Sam Roe"])))
      let known = vault.knownPersons(named: ["S. Roe", "sam", "SAM@example.org", "Kim"])
      #expect(known.map(\.person.shown) == ["Blue Fox", "Red Kite"])
      #expect(known.map(\.asked) == ["SAM@example.org", "S. Roe"])
      #expect(known.map(\.match.strength) == [.same, .possible])
      #expect(vault.knownPersons(named: []).isEmpty)
    }
    try committee.as("Noor") { #expect($0.knownPersons(named: ["Sam Roe"]).isEmpty) }
  }

  @Test func `what was wrong is taken out, and only what stands there`() throws {
    let committee = try Committee(of: "Maya")
    try committee.as("Maya") { vault in
      _ = try vault.newPerson(
        "blue fox",
        change(PersonNames(names: ["Sam Doe", "Sam Roe"], handles: ["@sam"])))
      let person = try vault.changePerson(
        "blue fox", by: change(PersonNames(names: ["Sam Dóe"]), removing: ["Sam Roe", "@sam"]))
      #expect(person.entry.names == ["Sam Doe", "Sam Dóe"])
      #expect(person.entry.handles.isEmpty)
      let codeName = try #require(PersonCodeName(reading: "blue fox"))
      for text in ["Sam Roe", "sam doe", ""] {
        #expect(throws: VaultError.noSuchName(codeName)) {
          try vault.changePerson("blue fox", by: change(PersonNames(names: []), removing: [text]))
        }
      }
      #expect(try vault.person("blue fox").entry.names == ["Sam Doe", "Sam Dóe"])
      // It can be put back.
      let again = try vault.changePerson("blue fox", by: change(PersonNames(names: ["Sam Roe"])))
      #expect(again.entry.names == ["Sam Doe", "Sam Dóe", "Sam Roe"])
    }
  }

  @Test func `names and advice that are too long are refused before anything is stated`() throws {
    let committee = try Committee(of: "Maya")
    try committee.as("Maya") { vault in
      for names in [
        PersonNames(names: [], handles: [String(repeating: "x", count: 501)]),
        PersonNames(names: [], descriptions: [String(repeating: "x", count: 501)]),
      ] {
        #expect(throws: VaultError.textTooLong(limit: 500, found: 501)) {
          try vault.newPerson("blue fox", change(names))
        }
      }
      let advice = PersonAdvice(text: String(repeating: "x", count: 4097))
      #expect(throws: VaultError.textTooLong(limit: 4096, found: 4097)) {
        try vault.newPerson(
          "blue fox", OpenVault.PersonChange(added: PersonNames(names: ["Sam"]), advice: advice))
      }
      let persons = try vault.persons()
      #expect(persons.isEmpty)
    }
  }
}
