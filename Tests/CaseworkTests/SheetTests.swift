import Testing

@testable import Casework

@Suite struct SheetTests {
  static func context(_ policy: Policy) -> ReadingContext {
    ReadingContext(policy: policy, now: TimeTests.now, zone: TimeTests.berlin)
  }

  static func parse(
    _ field: SheetField, _ text: String, _ policy: Policy = .django
  ) throws(ValueError) -> SheetValue {
    try field.parse(text, in: context(policy))
  }

  @Test(
    arguments: [
      (.person, "blue-jay", ["Blue Jay"]),
      (.received, "yesterday 21:30", ["2026-03-04T20:30:00Z"]),
      (.received, "2026-03-04", ["2026-03-04"]),
      (.incident, "07/07 8:30am and 07/08 12:30pm", ["07/07 8:30am and 07/08 12:30pm"]),
      (.incident, " in spring\n again in May ", [" in spring", " again in May "]),
      (.status, " Ongoing ", ["ongoing"]), (.status, "RESOLVED", ["resolved"]),
      (.source, "WG", ["wg"]), (.source, "None", ["none"]),
      (.source, "Local Event Reps ", ["Local Event Reps "]),
      (.resolved, "today", ["2026-03-05"]), (.review, "2027-01-31", ["2027-01-31"]),
      (.safety, "Yes", ["yes"]), (.safety, "unknown?", ["unknown"]),
      (.repetition, "Maybe", ["maybe"]),
      (.actions, "-", ["-"]), (.actions, "=cmd|' /C calc'!A0", ["=cmd|' /C calc'!A0"]),
      (
        .resolution,
        "Temporary ban for the remainder of the event, reevaluate attendance for next year",
        ["Temporary ban for the remainder of the event, reevaluate attendance for next year"]
      ),
      (.consequences, "Warning", ["warning"]),
      (
        .consequences,
        "First Suspension, other: Request , other:asked not to attend,first-suspension",
        ["first-suspension", "other:request", "other:asked not to attend"]
      ),
      (.consequences, "Out of scope, other", ["out-of-scope", "other"]),
      (.outcome, "No violation", ["no-violation"]), (.origin, "affiliate", ["affiliate"]),
      (.kind, "insults  Stereotypes", ["insults-stereotypes"]),
      (.place, "Mailing List", ["mailing-list"]),
      (.place, "Event: PyCon Sample 2026 ", ["event:PyCon Sample 2026"]),
      (.place, "event:a:b", ["event:a:b"]),
    ] as [(SheetField, String, [String])])
  func `a value is read leniently and stored in one form`(
    _ field: SheetField, _ text: String, _ stored: [String]
  ) throws {
    #expect(try Self.parse(field, text).stored == stored)
  }

  @Test(
    arguments: [
      (.person, "Blue", .notACodeName), (.person, "Jane M. Doe", .notACodeName),
      (.received, "last week", .time(.unreadable)), (.review, "2026-02-30", .time(.noSuchDay)),
      (.resolved, "2026-03-04 21:30", .dayOnly),
      (.status, "ongoin", .unknown(known: ["ongoing", "resolved"], closest: "ongoing")),
      (.status, "open", .unknown(known: ["ongoing", "resolved"], closest: nil)),
      (.safety, "maybe", .unknown(known: ["yes", "no", "unknown"], closest: nil)),
      (
        .repetition, "mabye",
        .unknown(known: ["yes", "no", "maybe", "unknown"], closest: "maybe")
      ),
      (.consequences, "warning, bann", .unknown(known: SheetTests.ladder, closest: "ban")),
      (.consequences, "ban:forever", .unknown(known: SheetTests.ladder, closest: nil)),
      (.consequences, "other:", .textMissing(after: "other")), (.consequences, ", ,", .empty),
      (.place, "event", .textMissing(after: "event")),
      (.place, "Event: ", .textMissing(after: "event")),
      (.place, "forum:x", .unknown(known: Policy.django.places ?? [], closest: "forum")),
      (.place, "discussion board", .unknown(known: Policy.django.places ?? [], closest: nil)),
      (.actions, " \n", .empty), (.kind, "?", .unknown(known: BehaviourKind.tokens, closest: nil)),
      (.actions, String(repeating: "é", count: 2049), .tooLong(limit: 4096, found: 4098)),
      (.incident, String(repeating: "x\n", count: 64), .tooMany(limit: 64, found: 65)),
      (.consequences, String(repeating: "ban,", count: 65), .tooMany(limit: 64, found: 65)),
    ] as [(SheetField, String, ValueError)])
  func `what is not a value of the field is refused with the reason`(
    _ field: SheetField, _ text: String, _ error: ValueError
  ) {
    #expect(throws: error) { try Self.parse(field, text) }
  }

  static let ladder = [
    "out-of-scope", "not-a-violation", "no-action", "other", "warning", "final-warning",
    "first-suspension", "second-suspension", "ban",
  ]

  @Test func `the ladder is ranked from nothing to a ban`() {
    #expect(Consequence.ladder.map(\.token) == Self.ladder)
    #expect(Consequence.ladder.map(\.rank) == Array(0...8))
    #expect(Consequence.other("request").rank == 3)
    #expect(
      Consequence.otherWords == ["request", "facilitated", "referred", "role-removed", "published"])
  }

  @Test func `which places there are is the policy's`() throws {
    #expect(try Self.parse(.place, "discussion board", .pydistrict).stored == ["discussion-board"])
    #expect(throws: ValueError.self) { try Self.parse(.place, "discord", .pydistrict) }
    #expect(try Self.parse(.place, "discord", .django).stored == ["discord"])
    // A policy without a list of its own takes every word, and an event still has a name.
    #expect(try Self.parse(.place, "Sprint Room", .psf).stored == ["sprint-room"])
    #expect(throws: ValueError.textMissing(after: "event")) {
      try Self.parse(.place, "event", .psf)
    }
  }

  /// Values of every field, as a person may type them.
  static let samples: [(SheetField, String)] =
    SheetField.allCases.flatMap { field in
      (field.words(under: .django) ?? []).filter { $0 != Place.event }.map { (field, $0) }
    } + [
      (.person, "Blue Jay"), (.received, "2026-03-04 21:30:09"), (.received, "yesterday"),
      (.incident, "one"), (.incident, "one\n\ntwo"), (.source, "Ombuds office"),
      (.resolved, "today"),
      (.actions, "  =1+1 "), (.resolution, "-"), (.review, "2030-12-31"), (.from, "today"),
      (.until, "2030-12-31"), (.place, "event:X, Y"),
      (.consequences, "warning, other:role removed, other:a text, ban"),
    ]

  @Test(arguments: samples)
  func `a value is read back from the form in which it is shown and stored`(
    _ field: SheetField, _ text: String
  ) throws {
    let value = try Self.parse(field, text)
    #expect(try Self.parse(field, value.text) == value)
    #expect(field.value(stored: value.stored) == value)
    if case .verbatim = value { Issue.record("typed values are never verbatim") }
  }

  @Test func `times and days are echoed in the reader's zone and read back`() throws {
    for (field, text) in [(SheetField.received, "2026-03-04 21:30"), (.review, "2026-06-01")] {
      let value = try Self.parse(field, text)
      #expect(try Self.parse(field, value.display(in: TimeTests.berlin)) == value)
    }
    #expect(
      try Self.parse(.received, "21:30").display(in: TimeTests.berlin)
        == "Thu 2026-03-05 21:30 CET")
  }

  @Test(
    arguments: [
      (.status, ["Ongoing"]), (.status, ["paused"]), (.status, []),
      (.status, ["ongoing", "resolved"]),
      (.person, ["blue jay"]), (.person, ["Jane Doe Roe"]), (.received, ["today"]),
      (.received, ["2026-03-04T21:30:00+01:00"]), (.review, ["2026-02-30"]),
      (.consequences, ["Warning"]), (.consequences, ["warning, ban"]), (.consequences, []),
      (.consequences, ["other:a, b"]), (.consequences, ["exile"]), (.place, ["event"]),
      (.place, ["Forum"]), (.place, ["event: x"]), (.place, [""]), (.incident, []),
      (.safety, ["Y"]),
    ] as [(SheetField, [String])])
  func `a stored form that is not ours is kept as it is`(
    _ field: SheetField, _ stored: [String]
  ) {
    #expect(field.value(stored: stored) == .verbatim(stored))
    #expect(field.value(stored: stored).stored == stored)
  }

  @Test func `a place of another policy is read from storage`() {
    #expect(SheetField.place.value(stored: ["discussion-board"]).stored == ["discussion-board"])
    #expect(
      SheetField.place.value(stored: ["discussion-board"]) != .verbatim(["discussion-board"]))
  }

  @Test func `a row loses nothing, known or not`() throws {
    let codeName = try #require(CodeName(reading: "home shelf"))
    let stored = [
      "person": ["Blue Jay"], "status": ["resolved"], "outcome": ["flagged"],
      "consequences": ["warning", "other:request", "final-warning"], "safety": ["Nope"],
      "weather": ["rain", "Wind"],
    ]
    let row = SheetRow(codeName: codeName, stored: stored)
    #expect(row.stored == stored)
    #expect(row.person == PersonCodeName(reading: "Blue Jay"))
    #expect(row.status == .resolved)
    #expect(row.outcome == .flagged)
    #expect(row.highestConsequence == .finalWarning)
    #expect(row[.safety] == .verbatim(["Nope"]))
    #expect(row.unknown == ["weather": ["rain", "Wind"]])
  }

  @Test func `a row without a person or with unknown values says so`() throws {
    let codeName = try #require(CodeName(reading: "home shelf"))
    var row = SheetRow(codeName: codeName)
    #expect(row.person == nil && row.status == nil && row.highestConsequence == nil)
    row[.status] = .verbatim(["resolved"])
    // What is kept verbatim governs nothing, whatever it spells.
    #expect(row.status == nil)
    row[.status] = try Self.parse(.status, "resolved")
    #expect(row.status == .resolved)
    row[.status] = nil
    #expect(row.stored == [:])
  }
}
