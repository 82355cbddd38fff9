import Casework
import Defences
import Sealing
import Statements
import SystemPackage
import Testing

@testable import Vault

/// The check before detail: who was asked, what they saw, and what came of their answers.
struct QuestionTests {
  /// A case of Maya's about Alex, who is a member; nobody else has been let in.
  private func committee() throws -> (Committee, CompartmentID) {
    let committee = try Committee(of: "Maya", "Lee", "Noor", "Sam", "Alex Roe")
    let matter = try committee.openCase("home shelf", by: "Maya", hiddenFrom: ["Alex Roe"])
    try committee.person("blue fox", named: "Roe, Alex", in: "home shelf", by: "Maya")
    for name in ["Lee", "Noor", "Sam", "Alex Roe"] { try committee.look(name) }
    return (committee, matter)
  }

  private func lines(_ committee: Committee, _ name: String) throws -> [OpenVault.QuestionLine] {
    try committee.as(name) { $0.questionLines() }
  }

  /// Every object in the folder that a member's keys open.
  private func opened(by name: String, in committee: Committee) throws -> Set<CompartmentID> {
    Set(try committee.ring(of: name).opens(in: committee.shared).keys)
  }

  @Test
  func `five members: the reported one is never asked, one in conflict, one silent, two get in`()
    throws
  {
    let (committee, matter) = try committee()
    let before = try opened(by: "Alex Roe", in: committee)
    let asked = try committee.as("Maya") {
      try $0.askAboutConflicts(in: "home shelf", to: [], admitting: true)
    }
    #expect(asked.names == ["Lee", "Noor", "Sam"])
    #expect(asked.reported == ["Roe, Alex"])
    #expect(asked.notAsked == ["Alex Roe"])
    #expect(try lines(committee, "Alex Roe").isEmpty)

    let question = try #require(try lines(committee, "Lee").first)
    #expect(question.isToMe && question.answer == nil)
    #expect(try committee.reads("home shelf", "Lee") == false)
    try committee.as("Lee") { _ = try $0.answer("home shelf", .clear) }
    try committee.as("Noor") { _ = try $0.answer("home shelf", .conflict) }
    try committee.look("Maya")

    #expect(try committee.readers(of: "home shelf", seenBy: "Maya") == ["Lee", "Maya"])
    #expect(try committee.reads("home shelf", "Lee"))
    for name in ["Noor", "Sam", "Alex Roe"] {
      #expect(try committee.reads("home shelf", name) == false)
      #expect(try opened(by: name, in: committee).contains(matter) == false)
    }
    // Alex's keys open what they opened before, and nothing that came of the questions.
    #expect(try opened(by: "Alex Roe", in: committee) == before)
    // Noor is kept out for good; Sam may still answer.
    try committee.as("Maya") { vault in
      let report = try vault.showCase("home shelf")
      #expect(report.excluded == ["Alex Roe", "Noor"])
      #expect(vault.questionLines().map(\.asked) == ["Sam"])
    }
    // The control: where nobody looks who is a party, the reported person is asked, and told so.
    try Defence.$missing.withValue([.partiesAreNotAsked]) {
      let (committee, _) = try self.committee()
      let before = try opened(by: "Alex Roe", in: committee)
      try committee.as("Maya") {
        _ = try $0.askAboutConflicts(in: "home shelf", to: [], admitting: true)
      }
      #expect(try lines(committee, "Alex Roe").count == 1)
      #expect(try opened(by: "Alex Roe", in: committee).subtracting(before).count == 1)
    }
  }

  @Test func `an answered question is erased, in every copy and on every machine`() throws {
    let (committee, _) = try committee()
    try committee.as("Maya") {
      _ = try $0.askAboutConflicts(in: "home shelf", to: ["Lee"], admitting: true)
    }
    let ring = try committee.ring(of: "Lee")
    let question = try #require(try lines(committee, "Lee").first).id
    let before = try committee.snapshot()
    defer { TestFolder.remove(before) }
    try committee.as("Lee") { _ = try $0.answer("home shelf", .clear) }
    try committee.look("Maya")
    for name in ["Lee", "Maya", "Lee"] {
      #expect(try lines(committee, name).isEmpty)
      let notices = try committee.as(name) { $0.notices }
      #expect(
        notices.allSatisfy { if case .statementsLost = $0 { false } else { true } })
    }
    let words = try committee.wordsOpened(by: ring.take(from: committee.shared), of: question)
    #expect(!words.contains { $0.contains("Roe, Alex") })
    // The control: the vault as it was holds the name, and the same keys open it.
    let then = try committee.wordsOpened(
      by: ring, of: question, in: before.appending("vault"))
    #expect(then.contains { $0.contains("Roe, Alex") })
    // So does the vault as it is, when what was erased is left lying in it.
    try TestFolder.restore(committee.root, from: before)
    try Defence.$missing.withValue([.erasedLeavesTheVault]) {
      try committee.as("Lee") { _ = try $0.answer("home shelf", .clear) }
      for name in ["Maya", "Lee"] { try committee.look(name) }
    }
    let left = try committee.wordsOpened(by: ring.take(from: committee.shared), of: question)
    #expect(left.contains { $0.contains("Roe, Alex") })
  }

  @Test func `without admit a clear answer waits for somebody to say so`() throws {
    let (committee, _) = try committee()
    try committee.as("Maya") {
      _ = try $0.askAboutConflicts(in: "home shelf", to: ["Lee", "Sam"], admitting: false)
    }
    try committee.as("Lee") { _ = try $0.answer("home shelf", .clear) }
    try committee.look("Maya")
    #expect(try committee.reads("home shelf", "Lee") == false)
    let admitted = try committee.as("Maya") { try $0.admitAllClear(to: "home shelf") }
    #expect(admitted.names == ["Lee"])
    #expect(try committee.reads("home shelf", "Lee"))
    #expect(throws: VaultError.self) {
      try committee.as("Maya") { _ = try $0.admitAllClear(to: "home shelf") }
    }
  }

  @Test func `who is a party or kept out is refused by name too`() throws {
    let (committee, _) = try committee()
    let name = try #require(CodeName(reading: "home shelf"))
    #expect(throws: VaultError.neverAsked("Alex Roe", name)) {
      try committee.as("Maya") {
        _ = try $0.askAboutConflicts(in: "home shelf", to: ["Alex Roe"], admitting: false)
      }
    }
  }

  @Test
  func `an answer about a case that is not there and about one nobody asked of is one refusal`()
    throws
  {
    let (committee, _) = try committee()
    for text in ["home shelf", "never used"] {
      #expect(throws: VaultError.nothingAsked(text)) {
        try committee.as("Alex Roe") { _ = try $0.answer(text, .clear) }
      }
    }
  }

  @Test func `nobody answers for somebody else`() throws {
    let (committee, _) = try committee()
    try committee.as("Maya") {
      _ = try $0.askAboutConflicts(in: "home shelf", to: ["Lee"], admitting: true)
    }
    func answerForLee() throws -> Bool {
      try committee.as("Maya") { vault in
        let open = try #require(vault.openQuestions.first)
        try vault.state(.conflictAnswer(.clear), in: open.compartment)
        return QuestionRecord(open.compartment.state)?.answer == .clear
      }
    }
    #expect(try answerForLee() == false)
    let isForged = try Defence.$missing.withValue([.questionRoles]) { try answerForLee() }
    #expect(isForged)
  }

  @Test func `only who asked erases a question`() throws {
    let (committee, _) = try committee()
    try committee.as("Maya") {
      _ = try $0.askAboutConflicts(in: "home shelf", to: ["Lee"], admitting: true)
    }
    try committee.as("Lee") { vault in
      let open = try #require(vault.openQuestions.first)
      let dropped = open.compartment.statements.values.filter {
        if case .question = $0.content { true } else { false }
      }
      try vault.state(.erasure(Set(dropped.map(\.id))), in: open.compartment)
      try vault.commit()
    }
    #expect(try lines(committee, "Maya").map(\.asked) == ["Lee"])
    let isGone = try Defence.$missing.withValue([.questionRoles, .erasureIsTheAskers]) {
      try lines(committee, "Maya").isEmpty
    }
    #expect(isGone)
  }

  @Test func `who steps out or is taken out of a case loses the questions they put about it`()
    throws
  {
    let committee = try Committee(of: "Maya", "Lee", "Noor", "Sam")
    try committee.as("Maya") { _ = try $0.setRole(of: "Lee", to: .chair) }
    try committee.openCase("home shelf", by: "Lee", admitting: ["Maya"])
    try committee.person("blue fox", named: "Robin Quist", in: "home shelf", by: "Maya")
    func ask(_ name: String) throws -> CompartmentID {
      try committee.as("Lee") {
        _ = try $0.askAboutConflicts(in: "home shelf", to: [name], admitting: false)
        return try #require($0.openQuestions.last).compartment.id
      }
    }
    let question = try ask("Noor")
    let ring = try committee.ring(of: "Lee")
    #expect(ring.opens(in: committee.shared)[question] != nil)
    // The control: where a recusal ends at the case, the same keys go on opening the question.
    let before = try committee.snapshot()
    defer { TestFolder.remove(before) }
    try Defence.$missing.withValue([.askersOutLoseQuestions]) {
      try committee.as("Maya") { _ = try $0.recuse("Lee", from: "home shelf") }
      #expect(ring.opens(in: committee.shared)[question] != nil)
    }
    try TestFolder.restore(committee.root, from: before)
    try committee.as("Maya") { _ = try $0.recuse("Lee", from: "home shelf") }
    ring.take(from: committee.shared)
    #expect(ring.opens(in: committee.shared)[question] == nil)
    // Noor's answer still reaches the chair who is inside.
    try committee.as("Noor") { _ = try $0.answer("home shelf", .conflict) }
    try committee.look("Maya")
    #expect(try committee.as("Maya") { try $0.showCase("home shelf").excluded } == ["Lee", "Noor"])
    #expect(try lines(committee, "Maya").isEmpty)
  }

  @Test func `whoever steps out alone of those who asked takes the question back`() throws {
    let (committee, _) = try committee()
    try committee.as("Maya") {
      _ = try $0.askAboutConflicts(in: "home shelf", to: ["Lee", "Sam"], admitting: true)
    }
    try committee.as("Lee") { _ = try $0.answer("home shelf", .clear) }
    try committee.look("Maya")
    try committee.as("Maya") { _ = try $0.recuse(nil, from: "home shelf") }
    for name in ["Sam", "Maya"] { #expect(try lines(committee, name).isEmpty) }
    #expect(try committee.reads("home shelf", "Lee"))
  }

  @Test func `after a chair is in, whoever else is clear waits for the chair's word`() throws {
    let committee = try Committee(of: "Maya", "Lee", "Noor", "Sam")
    try committee.openCase("home shelf", by: "Lee")
    try committee.as("Lee") {
      _ = try $0.askAboutConflicts(in: "home shelf", to: [], admitting: true)
    }
    for name in ["Maya", "Noor"] {
      try committee.as(name) { _ = try $0.answer("home shelf", .clear) }
    }
    try committee.look("Lee")
    // Both were clear when Lee's client looked, so both are in.
    #expect(try committee.readers(of: "home shelf", seenBy: "Lee") == ["Lee", "Maya", "Noor"])
    try committee.as("Sam") { _ = try $0.answer("home shelf", .clear) }
    try committee.look("Lee")
    #expect(try committee.reads("home shelf", "Sam") == false)
    try committee.as("Maya") { vault in
      let waiting = try #require(vault.waitingActs.first)
      _ = try vault.endorse(waiting.id.hex)
    }
    #expect(try committee.reads("home shelf", "Sam"))
    #expect(try lines(committee, "Sam").isEmpty)
  }

  @Test func `nothing but a question is erased, whatever a reader states in it`() throws {
    let (committee, _) = try committee()
    try committee.as("Maya") { _ = try $0.admit(["Lee"], to: "home shelf", namedAgain: false) }
    try committee.write("We met.", in: "home shelf", by: "Maya")
    try committee.as("Lee") { vault in
      let matter = try vault.findCase("home shelf", allowingPrefix: false)
      let all = Set(matter.statements.keys)
      // A founding statement of a question, forged into the case, and an erasure of everything.
      try vault.state(
        .founding(.question(QuestionFounding(askers: [], asked: vault.memberID))), in: matter)
      try vault.state(.erasure(all), in: matter)
      try vault.commit()
    }
    for name in ["Maya", "Lee"] {
      #expect(try committee.texts(of: "home shelf", seenBy: name).contains("We met."))
    }
  }

  @Test func `nobody but who founded a question asks in it`() throws {
    let committee = try Committee(of: "Maya", "Lee", "Noor", "Sam")
    try committee.as("Maya") { _ = try $0.setRole(of: "Lee", to: .chair) }
    try committee.openCase("home shelf", by: "Maya", admitting: ["Lee"])
    let other = try committee.openCase("tin roof", by: "Maya")
    try committee.as("Maya") {
      _ = try $0.askAboutConflicts(in: "home shelf", to: ["Noor"], admitting: false)
    }
    func rival() throws -> ConflictQuestion? {
      try committee.as("Lee") { vault in
        let open = try #require(vault.openQuestions.first)
        let name = try #require(CodeName(reading: "tin roof"))
        let forged = try vault.signed(
          .question(.about(other, name, reported: [], admits: true)), in: open.compartment.id,
          after: [StatementID(open.compartment.id.bytes)])
        open.compartment.add(forged, roster: vault.roster)
        return open.compartment.state.standing(of: forged.id) == .counts
          ? .about(other, name, reported: [], admits: true) : nil
      }
    }
    #expect(try rival() == nil)
    let counted = try Defence.$missing.withValue([.questionRoles]) { try rival() }
    #expect(counted != nil)
  }

  @Test func `a question by somebody who never read the case changes nothing in it`() throws {
    let (committee, matter) = try committee()
    try committee.as("Maya") { _ = try $0.admit(["Lee"], to: "home shelf", namedAgain: false) }
    func trick(_ name: String) throws -> [String] {
      // Sam, outside the case, asks Noor about it and names Maya as one who may apply the answer.
      try committee.as("Sam") { vault in
        let maya = try vault.findMember("Maya").id
        let noor = try vault.findMember(name).id
        let codeName = try #require(CodeName(reading: "home shelf"))
        let question = try vault.found(
          .question(QuestionFounding(askers: [maya], asked: noor)))
        try vault.state(
          .question(.about(matter, codeName, reported: ["Your best friend"], admits: true)),
          in: question)
        try vault.commit()
      }
      try committee.as(name) { _ = try $0.answer("home shelf", .conflict) }
      try committee.look("Maya")
      return try committee.as("Maya") { try $0.showCase("home shelf").excluded }
    }
    #expect(try trick("Noor") == ["Alex Roe"])
    // Nor is a reader taken out by an answer to a good question.
    #expect(try committee.reads("home shelf", "Lee"))
    let tricked = try Defence.$missing.withValue([.questionRoles]) {
      try committee.look("Noor")
      try committee.as("Noor") { _ = try $0.answer("home shelf", .conflict) }
      try committee.look("Maya")
      return try committee.as("Maya") { try $0.showCase("home shelf").excluded }
    }
    #expect(tricked == ["Alex Roe", "Noor"])
  }

  @Test func `whoever became a party between question and answer is not let in`() throws {
    let (committee, _) = try committee()
    try committee.as("Maya") {
      _ = try $0.askAboutConflicts(in: "home shelf", to: ["Sam", "Lee"], admitting: true)
    }
    try committee.as("Maya") {
      _ = try $0.addParty(Party(role: .witness, name: "Sam"), to: "home shelf")
    }
    for name in ["Sam", "Lee"] {
      try committee.as(name) { vault in
        if !vault.questionLines().isEmpty { _ = try vault.answer("home shelf", .clear) }
      }
    }
    try committee.look("Maya")
    #expect(try committee.readers(of: "home shelf", seenBy: "Maya") == ["Lee", "Maya"])
    #expect(try lines(committee, "Sam").isEmpty)
  }

  @Test func `a party who has answered that they have a conflict is kept out for good`() throws {
    let (committee, _) = try committee()
    try committee.as("Maya") { vault in
      _ = try vault.admit(["Lee"], to: "home shelf", namedAgain: false)
      _ = try vault.askAboutConflicts(in: "home shelf", to: ["Sam"], admitting: true)
    }
    try committee.as("Sam") { _ = try $0.answer("home shelf", .conflict) }
    // Lee, who did not ask, names Sam before the asker's client has seen the answer.
    try committee.as("Lee") {
      _ = try $0.addParty(Party(role: .witness, name: "Sam"), to: "home shelf")
    }
    try committee.look("Maya")
    let excluded = try committee.as("Maya") { try $0.showCase("home shelf").excluded }
    #expect(excluded == ["Alex Roe", "Sam"])
    #expect(try lines(committee, "Sam").isEmpty)
  }

  @Test func `an admission that waits already does not stop the asker's commands`() throws {
    let committee = try Committee(of: "Maya", "Lee", "Noor", "Sam")
    try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
    try committee.as("Lee") { vault in
      _ = try vault.admit(["Sam"], to: "home shelf", namedAgain: false)
      _ = try vault.askAboutConflicts(in: "home shelf", to: ["Sam"], admitting: true)
    }
    try committee.as("Sam") { _ = try $0.answer("home shelf", .clear) }
    try committee.look("Lee")
    #expect(try committee.reads("home shelf", "Sam") == false)
    try committee.as("Maya") { vault in
      let waiting = try #require(vault.waitingActs.first)
      _ = try vault.endorse(waiting.id.hex)
    }
    #expect(try committee.reads("home shelf", "Sam"))
  }

  @Test func `an answer counts once, and an asker who left lets nobody in`() throws {
    let (committee, _) = try committee()
    try committee.as("Maya") {
      _ = try $0.askAboutConflicts(in: "home shelf", to: ["Lee", "Noor"], admitting: true)
    }
    try committee.as("Lee") { _ = try $0.answer("home shelf", .clear) }
    try committee.look("Maya")
    try committee.as("Maya") { _ = try $0.recuse("Lee", from: "home shelf") }
    for name in ["Lee", "Maya", "Noor", "Maya"] { try committee.look(name) }
    #expect(try committee.reads("home shelf", "Lee") == false)
  }
}

extension Committee {
  /// Every statement of a compartment that the keys on a ring open in a folder, as text.
  func wordsOpened(
    by ring: KeyRing, of compartment: CompartmentID, in folder: FilePath? = nil
  ) throws -> [String] {
    var words: [String] = []
    for (path, bytes) in TestFolder.files(below: folder ?? shared)
    where path.hasPrefix("objects/") {
      guard let object = try? SealedObject(bytes) else { continue }
      for key in ring.keys.values where key.compartment == compartment {
        let context = SealContext(
          kind: .pack, vault: ring.vault, compartment: compartment, epoch: key.epoch)
        guard let plain = try? object.open(in: context, with: key.key) else { continue }
        words.append(String(decoding: plain, as: UTF8.self))
      }
    }
    return words
  }
}
