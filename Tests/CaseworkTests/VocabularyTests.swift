import Testing

@testable import Casework

@Suite struct VocabularyTests {
  @Test func `the lists are the published ones`() {
    #expect(
      Role.tokens == ["chair", "member", "adviser", "stand-in", "observer", "candidate"])
    #expect(
      EntryKind.tokens.sorted() == [
        "action", "answer", "apology", "assessment", "consequences", "correspondence", "decision",
        "discussion", "feedback", "letter", "meeting", "note", "plan", "report",
      ])
    #expect(
      Correspondent.tokens.joined(separator: " ")
        == "reporter reported harmed witness moderators organisers ocwg board official legal "
        + "police other")
    #expect(PartyRole.tokens == ["reported", "reporter", "witness", "harmed", "other"])
    #expect(Policy.tokens == ["django", "psf", "pydistrict"])
    #expect(
      BehaviourKind.tokens.joined(separator: " ")
        == "harassment intimidation-stalking recording private-information threats incitement "
        + "ban-evasion sexualised-content insults-stereotypes swearing sexual-attention "
        + "physical-contact social-contact-pattern disruption unwanted-contact unprofessional "
        + "weapons other retaliation")
    #expect(Outcome.tokens == ["no-violation", "unidentified", "resolved", "flagged", "banned"])
    #expect(
      SheetField.tokens == [
        "person", "received", "incident", "status", "source", "resolved", "safety", "repeat",
        "actions", "resolution", "consequences", "from", "until", "outcome", "origin", "place",
        "kind", "review",
      ])
    #expect(Title.allCases.map(\.display) == ["responder", "OCWG liaison", "board liaison"])
  }

  @Test(arguments: ["stand-in", "Stand In", " STAND  IN ", "stand - in", "stand-in?"])
  func `case, blanks, hyphens and question marks are ignored`(_ text: String) throws {
    #expect(try Role(reading: text) == .standIn)
  }

  @Test func `an unknown word is refused with the list and the nearest`() {
    #expect(throws: ValueError.unknown(known: Role.tokens, closest: "observer")) {
      try Role(reading: "obsrever")
    }
    #expect(throws: ValueError.unknown(known: Role.tokens, closest: nil)) {
      try Role(reading: "admin")
    }
    #expect(throws: ValueError.empty) { try Role(reading: " ?") }
    // Nothing is completed or guessed.
    #expect(throws: ValueError.self) { try Role(reading: "chai") }
    #expect(throws: ValueError.self) { try Role(reading: "standin") }
  }

  @Test func `every word is read back`() throws {
    func check<Word: VocabularyWord>(_: Word.Type) throws {
      for word in Word.allCases { #expect(try Word(reading: word.token) == word) }
      for token in Word.tokens { #expect(Vocabulary.token(reading: token) == token) }
    }
    try check(Role.self)
    try check(Title.self)
    try check(EntryKind.self)
    try check(Correspondent.self)
    try check(PartyRole.self)
    try check(Policy.self)
    try check(SheetField.self)
    try check(CaseStatus.self)
    try check(Outcome.self)
    try check(ReportOrigin.self)
    try check(ResolutionSource.self)
    try check(SafetyRisk.self)
    try check(RepeatRisk.self)
    try check(BehaviourKind.self)
  }

  @Test func `what a role may do is what the committee's rules say`() {
    func roles(_ property: (Role) -> Bool) -> [Role] { Role.allCases.filter(property) }
    #expect(roles(\.isVoter) == [.chair, .member])
    #expect(roles(\.readsSheet) == [.chair, .member, .adviser, .observer])
    #expect(roles(\.writesSheet) == [.chair, .member])
    #expect(roles(\.canWrite) == [.chair, .member, .adviser, .standIn])
    #expect(roles(\.opensCases) == [.chair, .member])
    #expect(roles(\.canBeKeyHolder) == [.chair, .member])
    #expect(roles(\.canBeAdmitted) == [.chair, .member, .adviser, .standIn, .observer])
  }

  @Test(arguments: [
    ("observer", "obsrver", 1), ("observer", "obsrever", 1), ("warning", "wraning", 1),
    ("warning", "warn", 3), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("ca", "abc", 2),
    ("kitten", "sitting", 3), ("a", "b", 1),
  ])
  func `the distance counts added, dropped, replaced and swapped letters`(
    _ left: String, _ right: String, _ distance: Int
  ) {
    let (left, right) = (Array(left.unicodeScalars), Array(right.unicodeScalars))
    #expect(Suggestion.distance(from: left, to: right) == distance)
    #expect(Suggestion.distance(from: right, to: left) == distance)
  }

  @Test(
    arguments: [
      ("discrod", "discord"), ("Disord", "discord"), ("mailinglist", "mailing-list"),
      ("git hub", "github"), ("evnt", "event"), ("slak", "slack"), ("back", nil), ("off", nil),
      ("forums", "forum"),
      ("", nil), ("zzzzz", nil), (String(repeating: "a", count: 100_000), nil),
    ] as [(String, String?)])
  func `a suggestion is at most two slips away`(_ typed: String, _ closest: String?) throws {
    let places = try #require(Policy.django.places)
    #expect(Suggestion.closest(to: typed, among: places) == closest)
  }
}
