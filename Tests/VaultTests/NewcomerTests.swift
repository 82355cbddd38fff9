import Casework
import Defences
import Sealing
import Statements
import SystemPackage
import Testing

@testable import Vault

/// A newcomer declares before anything opens.
struct NewcomerTests {
  private static let words = [
    "home", "shelf", "paper", "river", "garden", "window", "silver", "button", "candle", "kettle",
    "ladder", "pillow",
  ]

  /// Cases of Maya's, Lee with her in the committee; the last one is hidden from Lee.
  private func committee(cases: Int) throws -> (Committee, [String]) {
    let committee = try Committee(of: "Maya", "Lee")
    var names: [String] = []
    for first in Self.words {
      for second in Self.words where first != second { names.append("\(first) \(second)") }
    }
    names = Array(names.prefix(cases))
    try committee.as("Maya") { vault in
      for name in names {
        var new = OpenVault.NewCase()
        new.codeName = CodeName(reading: name)
        new.report = "Somebody shouted."
        _ = try vault.openCase(new)
      }
      var hidden = OpenVault.NewCase()
      hidden.codeName = CodeName(reading: "hidden lantern")
      hidden.hiddenFrom = ["Lee"]
      _ = try vault.openCase(hidden)
    }
    return (committee, names)
  }

  private func start(
    _ committee: Committee, _ name: String, _ list: ConflictQuestion.ListKind = .codes
  ) throws {
    let person = try committee.person(name)
    let started = try committee.as("Maya") {
      try $0.startOnboarding(person.identity.card, showing: list)
    }
    _ = try OpenVault.join(
      committee.settings(person), copying: nil, for: person.identity,
      invitation: started.invitation)
  }

  @Test func `a candidate's keys open the roster and one list, and nothing else`() throws {
    let (committee, names) = try committee(cases: 5)
    try start(committee, "Kim")
    let (roster, question) = try committee.as("Kim") { vault in
      let listed = try #require(vault.listPutToMe())
      #expect(listed.kind == .codes)
      #expect(listed.items == names.sorted())
      #expect(vault.caseNames.isEmpty)
      #expect(!vault.readsSheet)
      return (vault.rosterID, try #require(vault.openQuestions.first).compartment.id)
    }
    let opened = try committee.ring(of: "Kim").opens(in: committee.shared)
    #expect(Set(opened.keys) == [roster, question])
    // The control: where a candidate's role is as good as any, they are handed the sheet as well.
    try Defence.$missing.withValue([.roleReadsSheet]) {
      let (committee, _) = try self.committee(cases: 1)
      try start(committee, "Kim")
      let sheet = try committee.as("Maya") { try #require($0.sheet?.id) }
      let opened = try committee.ring(of: "Kim").opens(in: committee.shared)
      #expect(opened[sheet] != nil)
    }
  }

  @Test func `privately declared people keep their cases shut, and every other case opens`() throws
  {
    let (committee, names) = try committee(cases: 30)
    try committee.person("blue fox", named: "Sam Dóe", in: names[3], by: "Maya")
    try committee.person("red heron", named: "Robin Åberg", in: names[7], by: "Maya")
    try committee.person("gray wren", named: "Ana Silva", in: "hidden lantern", by: "Maya")
    try start(committee, "Kim")
    try committee.as("Kim") {
      _ = try $0.declare(items: [], people: ["doe, sam", "aberg robin", "Ana Silva"])
    }
    let plan = try committee.as("Maya") { try $0.planFinish("Kim", conflicts: []) }
    #expect(Set(plan.conflicts.map(\.codeName.text)) == [names[3], names[7], "hidden lantern"])
    #expect(plan.opening.count == 28)
    #expect(try committee.reads(names[0], "Kim") == false)
    try committee.as("Maya") { vault in
      _ = try vault.finishOnboarding(try vault.planFinish("Kim", conflicts: []))
    }
    try committee.as("Kim") { vault in
      #expect(vault.me?.role == .member)
      #expect(Set(vault.caseNames.map(\.shown)) == Set(names).subtracting([names[3], names[7]]))
      #expect(vault.listPutToMe() == nil)
      #expect(vault.readsSheet)
    }
    // For good: a chair alone does not let them in again.
    #expect(throws: VaultError.self) {
      try committee.as("Maya") { _ = try $0.admit(["Kim"], to: names[3], namedAgain: false) }
    }
    // The control: where it is not compared, the case of somebody they declared opens too.
    try Defence.$missing.withValue([.declaredKeepsOut]) {
      let (committee, names) = try self.committee(cases: 2)
      try committee.person("blue fox", named: "Sam Dóe", in: names[0], by: "Maya")
      try start(committee, "Kim")
      try committee.as("Kim") { _ = try $0.declare(items: [], people: ["doe, sam"]) }
      try committee.as("Maya") { vault in
        _ = try vault.finishOnboarding(try vault.planFinish("Kim", conflicts: []))
      }
      #expect(try committee.reads(names[0], "Kim"))
    }
  }

  private func declaredCodeNames() throws -> (Committee, [String]) {
    let (committee, names) = try committee(cases: 3)
    try committee.openCase("lees matter", by: "Lee")
    try start(committee, "Kim")
    try committee.as("Kim") {
      _ = try $0.declare(items: [names[1], "lees-matter"], people: [])
    }
    return (committee, names)
  }

  @Test func `a declared code name keeps out, in a case the chair cannot read too`() throws {
    let (committee, names) = try declaredCodeNames()
    try committee.as("Maya") { vault in
      let plan = try vault.planFinish("Kim", conflicts: [])
      #expect(
        plan.conflicts.map { "\($0.codeName) \($0.isMine)" }.sorted()
          == [
            "lees matter false", "\(names[1]) true",
          ].sorted())
      _ = try vault.finishOnboarding(plan)
    }
    try committee.as("Lee") { vault in
      let excluded = try vault.showCase("lees matter").excluded
      #expect(excluded == ["Kim"])
    }
    #expect(try committee.reads(names[0], "Kim"))
    #expect(try committee.reads(names[1], "Kim") == false)
    // The control: where it is not compared, the one opens, and of the other nobody hears.
    try Defence.$missing.withValue([.declaredKeepsOut]) {
      let (committee, names) = try declaredCodeNames()
      try committee.as("Maya") { vault in
        _ = try vault.finishOnboarding(try vault.planFinish("Kim", conflicts: []))
      }
      #expect(try committee.reads(names[1], "Kim"))
      #expect(try committee.as("Lee") { try $0.showCase("lees matter").excluded.isEmpty })
    }
  }

  @Test func `a name that may or may not be meant leaves the case shut and keeps nobody out`()
    throws
  {
    let (committee, names) = try committee(cases: 2)
    try committee.person("blue fox", named: "Sam Doe", in: names[0], by: "Maya")
    try start(committee, "Kim")
    try committee.as("Kim") { _ = try $0.declare(items: [], people: ["S. Doe"]) }
    try committee.as("Maya") { vault in
      let plan = try vault.planFinish("Kim", conflicts: [])
      #expect(plan.conflicts.isEmpty)
      #expect(plan.unsure.map(\.codeName.text) == [names[0]])
      _ = try vault.finishOnboarding(plan)
    }
    #expect(try committee.reads(names[0], "Kim") == false)
    try committee.as("Maya") { _ = try $0.admit(["Kim"], to: names[0], namedAgain: false) }
    #expect(try committee.reads(names[0], "Kim"))
  }

  @Test func `nothing is finished before it is declared, and only what is on the list is declared`()
    throws
  {
    let (committee, _) = try committee(cases: 2)
    try start(committee, "Kim")
    #expect(throws: VaultError.notDeclaredYet("Kim")) {
      try committee.as("Maya") { _ = try $0.planFinish("Kim", conflicts: []) }
    }
    for text in ["hidden lantern", "never used"] {
      #expect(throws: VaultError.notOnTheList(text)) {
        try committee.as("Kim") { _ = try $0.declare(items: [text], people: []) }
      }
    }
    #expect(throws: VaultError.notACandidate("Lee")) {
      try committee.as("Lee") { _ = try $0.declare(items: [], people: []) }
    }
    // The control: from a list with hidden cases on it, the hidden one is told from a name never used.
    try Defence.$missing.withValue([.hiddenIsOnNoList]) {
      let (committee, _) = try self.committee(cases: 2)
      try start(committee, "Kim")
      try committee.as("Kim") { _ = try $0.declare(items: ["hidden lantern"], people: []) }
    }
  }

  @Test func `the list of names holds nobody of a hidden case`() throws {
    func listed() throws -> [String] {
      let (committee, names) = try committee(cases: 2)
      try committee.person("blue fox", named: "Sam Doe", in: names[0], by: "Maya")
      try committee.person("gray wren", named: "Ana Silva", in: "hidden lantern", by: "Maya")
      try start(committee, "Kim", .names)
      return try committee.as("Kim") { try #require($0.listPutToMe()) }.items
    }
    #expect(try listed() == ["Sam Doe"])
    let withHidden = try Defence.$missing.withValue([.hiddenIsOnNoList]) { try listed() }
    #expect(withHidden == ["Ana Silva", "Sam Doe"])
  }

  @Test
  func `a conflict with a name on the list keeps out, however much it looks like a code name`()
    throws
  {
    let (committee, names) = try committee(cases: 2)
    try committee.person("blue fox", named: "Sam Doe", in: names[0], by: "Maya")
    try start(committee, "Kim", .names)
    try committee.as("Kim") { _ = try $0.declare(items: ["sam doe"], people: []) }
    try committee.as("Maya") { vault in
      let plan = try vault.planFinish("Kim", conflicts: [])
      #expect(plan.conflicts.map(\.codeName.text) == [names[0]])
      _ = try vault.finishOnboarding(plan)
    }
    #expect(try committee.reads(names[0], "Kim") == false)
    #expect(try committee.reads(names[1], "Kim"))
  }

  @Test func `a candidate becomes a member by what they declared, and in no other way`() throws {
    let (committee, names) = try committee(cases: 2)
    try start(committee, "Kim")
    #expect(throws: VaultError.stillCandidate("Kim")) {
      try committee.as("Maya") { _ = try $0.setRole(of: "Kim", to: .member) }
    }
    // What was declared under an earlier appointment does not stand for this one.
    try committee.as("Kim") { _ = try $0.declare(items: [], people: []) }
    try committee.as("Maya") { _ = try $0.offboard("Kim") }
    let person = try committee.person("Kim")
    try committee.as("Maya") {
      _ = try $0.startOnboarding(person.identity.card, showing: .codes)
    }
    #expect(throws: VaultError.notDeclaredYet("Kim")) {
      try committee.as("Maya") { _ = try $0.planFinish("Kim", conflicts: []) }
    }
    try committee.as("Kim") { _ = try $0.declare(items: [names[1]], people: []) }
    let plan = try committee.as("Maya") { try $0.planFinish("Kim", conflicts: []) }
    #expect(plan.conflicts.map(\.codeName.text) == [names[1]])
  }

  @Test func `names are listed to chairs who read them all, and to no other`() throws {
    let (committee, names) = try committee(cases: 2)
    try committee.as("Maya") { _ = try $0.setRole(of: "Lee", to: .chair) }
    try committee.person("blue fox", named: "Sam Doe", in: names[0], by: "Maya")
    try start(committee, "Kim", .names)
    #expect(try committee.as("Lee") { $0.questionLines().isEmpty })
    #expect(try committee.as("Maya") { $0.questionLines().count } == 1)
  }
}
