import Casework
import Defences
import Forging
import Sealing
import Statements
import Testing

/// Statements beyond their vectors.
@Suite struct StatementTests {
  private let vault = VaultID(Bytes.filled(0x33))
  private let matter = CompartmentID(Bytes.filled(0x44))
  private let act = StatementID(Bytes.filled(0x33))

  private func state(_ content: StatementContent, by name: String = "Ada") -> Statement {
    Statement(
      content, in: vault, matter, after: [StatementID(Bytes.filled(0x44))], standingOn: act,
      at: 1_750_000_000, by: Hand(name))
  }

  /// One of every kind.
  static func contents() throws -> [StatementContent] {
    let ada = Hand("Ada")
    let codeName = try #require(CodeName(reading: "home shelf"))
    let person = try #require(PersonCodeName(reading: "blue jay"))
    let day = try #require(Day(reading: "2026-12-31"))
    let members: Set = [ada.member, Hand("Bo").member]
    let id = StatementID(Bytes.filled(1))
    let signature = Bytes.filled(7, 64)
    let epochs: Set = [EpochID(Bytes.filled(2)), EpochID(Bytes.filled(3))]
    let changes: [RosterChange] = [
      .appoint(ada.card, .standIn), .remove(ada.member), .role(ada.member, .observer),
      .keyHolder(ada.member, false), .voting(ada.member, false),
      .titles(ada.member, [.responder, .boardLiaison]), .rekey(ada.member, Hand("Bo").card),
      .depart(ada.member, signature: signature),
    ]
    return [
      .founding(.roster(chair: ada.card, policy: "psf")), .founding(.sheet),
      .founding(.matter(CaseFounding(codeName: codeName, admitted: members, barred: []))),
      .founding(.person(PersonFounding(codeName: person, admitted: [], barred: members))),
      .epoch(
        EpochStatement(epoch: EpochID(Bytes.filled(9)), readers: members, predecessors: epochs)),
      .reseal(Reseal(from: epochs, to: EpochID(Bytes.filled(9)), extra: [id])),
      .admission(members), .recusal(ada.member), .proposal(.admit(members)),
      .proposal(.recuse(ada.member)), .consent(id),
      .entry(
        Entry(kind: .correspondence, text: "t", with: .reporter, date: "2025-06-01", present: "p")),
      .attachment(
        Attachment(
          name: "scan.pdf", type: "", layout: try #require(PieceLayout(size: 5_000_000)),
          key: try #require(PieceKey(Bytes.filled(6))),
          pieces: [PieceDigest(Bytes.filled(7)), PieceDigest(Bytes.filled(8))], entry: id)),
      .entry(Entry(kind: .note, text: "")), .contact(ada.member),
      .entry(
        Entry(
          kind: .report, text: "t", corrects: id,
          form: IntakeForm(stored: ["anonymous": "yes", "later": "x", "when": "on Friday"]))),
      .entry(Entry(kind: .answer, text: "", with: .moderators, position: .disagree)),
      .party(Party(role: .witness, name: "Sam Dóe", contact: "sam@example.org")),
      .party(Party(role: .other, name: "Kim")),
      .link(CaseLink(matter: matterID, codeName: codeName)),
      .assessment(Assessment(answers: ["later": "x", "safety": "yes", "what": ""])),
      .closing(
        Closing(
          outcome: .banned, person: person,
          consequences: [
            ImposedConsequence(.other("request"), conditions: "no contact"),
            ImposedConsequence(
              .firstSuspension, from: Day(number: 20_000), until: Day(number: 20_060)),
          ], source: "wg", review: Day(number: 20_060), resolution: "r")),
      .closing(Closing(outcome: .noViolation)),
      .reopening(Reopening(because: .appeal)),
      .reopening(Reopening(because: .context, person: person)),
      .handOver(HandOver(entryCount: 3)),
      .person(PersonLink(person: matterID, codeName: person)),
      .row(
        RowChange(matter: matterID, codeName: codeName, person: nil, values: ["a": ["b"], "c": []])),
      .row(RowChange(matter: matterID, codeName: codeName, person: person, values: [:])),
      .names(PersonNames(names: ["Sam Dóe"], aliases: ["sam"])),
      .names(PersonNames(names: [], handles: ["@sam"], descriptions: ["tall"])),
      .unnamed(PersonNamesRemoval(texts: ["sam"])), .advice(PersonAdvice(text: "")),
      .advice(PersonAdvice(text: "a", until: day)),
      .founding(.question(QuestionFounding(askers: [Hand("Bo").member], asked: ada.member))),
      .question(.about(matterID, codeName, reported: ["Sam Dóe"], admits: true)),
      .question(.list(.codes, items: ["home shelf"])), .conflictAnswer(.conflict),
      .declaration(ConflictDeclaration(items: ["home shelf"], people: ["Sam"])), .erasure([id]),
      .declaredConflict(DeclaredConflict(member: ada.member, cases: [matterID])),
      .rosterProposal(RosterProposal(before: id, change: changes[1], signature: signature)),
      .endorsement(RosterEndorsement(proposal: id, signature: signature)), .follow(id),
    ]
      + changes.map {
        .act(RosterAct(before: id, change: $0, endorsements: [ada.member: signature]))
      }
  }

  private static let optionalFields: [String: Set<String>] = [
    "entry": ["with", "date", "present", "corrects", "form", "position"],
    "names": ["handles", "descriptions"], "advice": ["until"], "attachment": ["entry"],
    "party": ["contact"], "closing": ["source", "review", "resolution"],
  ]

  private static let matterID = CompartmentID(Bytes.filled(0x44))

  /// Every kind, from the type itself: a kind added there is missed here.
  static func kindsInUse() throws -> Set<String> { Set(try contents().map(\.kind)) }

  @Test func `every kind reads back as what was stated`() throws {
    for content in try Self.contents() {
      let statement = state(content)
      let read = try Statement(decoding: statement.record)
      #expect(read.content == content)
      #expect(read.id == statement.id)
      #expect(StatementContent(kind: content.kind, body: content.body) == content)
    }
  }

  @Test func `a body that lacks a field, has one more or a value of another type is unknown`()
    throws
  {
    for content in try Self.contents() {
      let unknown = StatementContent.unknown(kind: content.kind)
      for (field, value) in content.body {
        // What may be left out.
        if Self.optionalFields[content.kind]?.contains(field) == true { continue }
        var body = content.body
        body[field] = nil
        #expect(
          StatementContent(kind: content.kind, body: body) == unknown, "\(content.kind) \(field)")
        body = content.body
        body[field] = .array([value])
        #expect(
          StatementContent(kind: content.kind, body: body) == unknown, "\(content.kind) \(field)")
      }
      var body = content.body
      body["zzz"] = .boolean(true)
      #expect(StatementContent(kind: content.kind, body: body) == unknown)
    }
  }

  @Test func `a statement in a colleague's name is not authentic`() throws {
    func isAuthentic() throws -> Bool {
      let forged = ForgedStatement {
        $0.signature = Hand("Eve").sign($0.signed, under: "conclave/1/statement")
      }
      return try Statement(decoding: forged.record).isAuthentic
    }
    let checked = try isAuthentic()
    #expect(!checked)
    // Control: whoever reads a case writes in anybody's name.
    let unchecked = try Defence.$missing.withValue([.statementSignature]) { try isAuthentic() }
    #expect(unchecked)
  }

  @Test func `the smallest 32 heads are the parents`() {
    let heads = (0..<40).map { StatementID(Bytes.filled(UInt8(200 - $0))) }
    let statement = Statement(
      .recusal(Hand("Ada").member), in: vault, matter, after: heads, standingOn: act, at: 0,
      by: Hand("Ada"))
    #expect(statement.parents == Array(heads.sorted().prefix(32)))
  }

  @Test func `a million parents are refused`() {
    let parents = (0..<14_000).map { number -> String in
      let digits = String(number, radix: 16)
      return "\"" + String(repeating: "0", count: 64 - digits.count) + digits + "\""
    }
    let forged = ForgedStatement {
      $0.fields["parents"] = "[" + parents.joined(separator: ",") + "]"
    }
    #expect(throws: StatementError.badField("parents")) {
      try Statement(decoding: forged.record)
    }
    // Control: everybody who reads it walks through them all, every time.
    let unchecked = try? Defence.$missing.withValue([.parentLimit]) {
      try Statement(decoding: forged.record).parents.count
    }
    #expect(unchecked == 14_000)
  }

  @Test func `the same statement twice has two ids`() {
    #expect(state(.contact(Hand("Ada").member)).id != state(.contact(Hand("Ada").member)).id)
  }

  @Test func `a claimed time of any year is read and decides nothing`() throws {
    let scene = Scene([("Bo", .member)])
    let matter = Matter(openedBy: "Ada", with: ["Bo"], in: scene)
    let late = matter.say(.contact(scene.id("Bo")), by: "Ada", at: 4_102_444_800)
    let early = matter.say(.contact(scene.id("Ada")), by: "Ada", at: -1)
    #expect(matter.state.graph.statements.map(\.id).suffix(2) == [late, early])
    #expect(CaseRecord(matter.state).contact == scene.id("Ada"))
  }
}
