import Casework
import Defences
import Statements
import SystemPackage
import Testing

@testable import Vault

/// Who is on a list, and who is known already: proposals, from what the one who asks may read.
struct ScreeningTests {
  private static let day = Day(year: 2026, month: 6, day: 15)

  /// Maya and Lee hold the person identity key; "Sam Dóe" is banned for what is in "home shelf".
  private func committee() throws -> Committee {
    let committee = try Committee(of: "Maya", "Lee", "Noor")
    try committee.makeKeyHolder("Lee", by: "Maya")
    try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
    try committee.person("blue fox", named: "Sam Dóe", in: "home shelf", by: "Maya")
    try committee.ban(in: "home shelf", by: "Maya")
    return committee
  }

  private func screen(
    _ list: String, by name: String, in committee: Committee
  ) throws -> OpenVault.Screening {
    let day = try #require(Self.day)
    return try committee.as(name) { try $0.screen(NameList(reading: list), on: day) }
  }

  @Test(arguments: [true, false])
  func `an entry its user is kept from is counted as not compared and never matched`(
    isRecusedByAnother: Bool
  ) throws {
    let committee = try committee()
    let list = "doe, sam\nS. Doe\nsam"
    // The control: as long as Lee is no stranger to it, the same list is matched.
    let before = try screen(list, by: "Lee", in: committee)
    #expect(before.hits.map(\.strength) == [.same, .possible, .possible])
    #expect(before.notOpen.isEmpty)
    #expect(try committee.as("Lee") { try $0.findPersons(named: "Sam Dóe").unreadCount } == 0)

    func recuse() throws {
      if isRecusedByAnother {
        try committee.as("Maya") { _ = try $0.recuse("Lee", from: "home shelf") }
      } else {
        try committee.as("Lee") { _ = try $0.recuse(nil, from: "home shelf") }
      }
    }
    let past = try committee.snapshot()
    defer { TestFolder.remove(past) }
    // And so it is where a recusal does not reach the entries of the people in the case.
    try Defence.$missing.withValue([.recusalReachesEntries]) {
      try recuse()
      #expect(try screen(list, by: "Lee", in: committee).hits.count == 3)
    }
    try TestFolder.restore(committee.root, from: past)
    try recuse()
    let after = try screen(list, by: "Lee", in: committee)
    #expect(after.hits.isEmpty)
    #expect(after.notOpen.map(\.text) == ["Blue Fox"])
    try committee.as("Lee") { vault in
      let search = try vault.findPersons(named: "Sam Dóe")
      #expect(search.found.isEmpty)
      #expect(search.unreadCount == 1)
      #expect(vault.knownPersons(named: ["Sam Dóe"]).isEmpty)
    }
    #expect(try screen(list, by: "Maya", in: committee).hits.count == 3)
  }

  @Test func `a person of a hidden case is not even counted by those it is hidden from`() throws {
    let committee = try Committee(of: "Maya", "Lee", "Noor")
    try committee.makeKeyHolder("Lee", by: "Maya")
    let list = "Sam Dóe"
    let never = try screen(list, by: "Lee", in: committee)
    try committee.openCase("quiet lane", by: "Maya", hiddenFrom: ["Lee"])
    try committee.person("blue fox", named: "Sam Dóe", in: "quiet lane", by: "Maya")
    try committee.ban(in: "quiet lane", by: "Maya")
    let hidden = try screen(list, by: "Lee", in: committee)
    #expect(hidden.hits.isEmpty && hidden.notOpen.isEmpty && hidden.nameless.isEmpty)
    #expect("\(hidden)" == "\(never)")
    #expect(try committee.as("Lee") { try $0.findPersons(named: list).unreadCount } == 0)
    // The control: whoever is inside is told.
    #expect(try screen(list, by: "Maya", in: committee).hits.count == 1)
  }

  @Test func `a list that was screened is kept nowhere`() throws {
    let committee = try committee()
    // Whatever a first command on a machine remembers is there before.
    #expect(try screen("Sam Doe", by: "Lee", in: committee).hits.count == 1)
    let vault = Set(TestFolder.files(below: committee.shared).keys)
    let size = try memorySize(of: "Lee", in: committee)
    let list = (0..<5_000).map { "Nobody Number\($0),n\($0)@example.org\n" }.joined()
    #expect(try screen(list, by: "Lee", in: committee).listedCount == 5_000)
    #expect(Set(TestFolder.files(below: committee.shared).keys) == vault)
    #expect(try memorySize(of: "Lee", in: committee) < size + 10_000)
    // The control: what is recorded leaves both.
    try committee.as("Lee") { _ = try $0.newPerson("red kite", names: ["Kim Roe"], aliases: []) }
    #expect(Set(TestFolder.files(below: committee.shared).keys) != vault)
    try committee.as("Lee") {
      _ = try $0.add(Entry(kind: .note, text: list), to: "home shelf")
    }
    #expect(try memorySize(of: "Lee", in: committee) > size + 10_000)
  }

  private func memorySize(of name: String, in committee: Committee) throws -> Int {
    TestFolder.files(below: try committee.person(name).memories).values.reduce(0) { $0 + $1.count }
  }

  @Test func `screening tells the advice that holds, and nothing of who is not flagged`() throws {
    let committee = try committee()
    let (day, before) = (try #require(Self.day), try #require(Day(reading: "2026-06-14")))
    try committee.openCase("tin roof", by: "Maya")
    try committee.person("green heron", named: "Kim Roe", in: "tin roof", by: "Maya")
    func advise(_ person: String, _ text: String, until: Day?) throws {
      try committee.as("Maya") { vault in
        _ = try vault.changePerson(
          person,
          by: OpenVault.PersonChange(
            added: PersonNames(names: []), advice: PersonAdvice(text: text, until: until)))
      }
    }
    try advise("green heron", "Nothing to see.", until: nil)
    try advise("blue fox", "Old.", until: nil)
    try advise("blue fox", "Do not admit.", until: day)
    var found = try screen("Sam Dóe\nKim Roe", by: "Lee", in: committee)
    #expect(found.hits.map(\.listed.shown) == ["Sam Dóe"])
    #expect(found.hits.map(\.advice) == ["Do not admit."])
    #expect(found.notOpen.isEmpty)

    try advise("blue fox", "Do not admit.", until: before)
    found = try screen("Sam Dóe", by: "Lee", in: committee)
    #expect(found.hits.map(\.advice) == [nil])
    try advise("blue fox", "", until: nil)
    #expect(try committee.as("Lee") { try $0.person("blue fox").advice } == nil)
  }

  @Test func `somebody described and not named cannot be compared, and is counted`() throws {
    let committee = try Committee(of: "Maya")
    try committee.openCase("home shelf", by: "Maya")
    try committee.as("Maya") { vault in
      _ = try vault.newPerson(
        "blue fox",
        OpenVault.PersonChange(
          added: PersonNames(names: [], descriptions: ["Sam Dóe, or so they said"])))
      _ = try vault.link("home shelf", to: "blue fox")
    }
    try committee.ban(in: "home shelf", by: "Maya")
    let found = try screen("Sam Dóe", by: "Maya", in: committee)
    #expect(found.hits.isEmpty)
    #expect(found.nameless.map(\.text) == ["Blue Fox"])
    #expect(try committee.as("Maya") { try $0.findPersons(named: "Sam Dóe").unreadCount } == 1)
  }
}

extension Committee {
  /// Writes down that the one person of a case is banned.
  fileprivate func ban(in codeName: String, by name: String) throws {
    try self.as(name) {
      _ = try $0.setRow(of: codeName, person: nil, to: [.outcome: .word("banned")])
    }
  }
}
