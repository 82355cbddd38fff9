import Testing

@testable import Casework

@Suite struct PersonStandingTests {
  private static func day(_ text: String) throws -> Day { try #require(Day(reading: text)) }

  private static func row(_ values: [String: [String]]) throws -> SheetRow {
    SheetRow(codeName: try #require(CodeName(reading: "home shelf")), stored: values)
  }

  /// What a row says of 2026-06-15.
  @Test(
    arguments: [
      ([:], "nothing"), (["outcome": ["no-violation"]], "nothing"),
      (["outcome": ["resolved"]], "nothing"), (["outcome": ["unidentified"]], "nothing"),
      (["outcome": ["flagged"]], "flagged"), (["outcome": ["banned"]], "banned"),
      (["outcome": ["flagged"], "until": ["2026-06-14"]], "nothing"),
      (["outcome": ["flagged"], "until": ["2026-06-15"]], "flagged until 2026-06-15"),
      (["outcome": ["banned"], "from": ["2026-06-16"]], "nothing"),
      (["outcome": ["banned"], "from": ["2026-06-15"]], "banned"),
      (["outcome": ["banned"], "until": ["2026-06-14"]], "nothing"),
      (["outcome": ["banned"], "until": ["2027-01-01"]], "banned until 2027-01-01"),
      // A consequence that holds now counts before there is an outcome, and after.
      (["consequences": ["ban"]], "banned"),
      (
        ["consequences": ["first-suspension"], "until": ["2026-07-01"]], "banned until 2026-07-01"
      ),
      (
        ["consequences": ["first-suspension"], "until": ["2026-07-01"], "outcome": ["resolved"]],
        "banned until 2026-07-01"
      ),
      (
        ["consequences": ["other:request"], "until": ["2026-07-01"], "outcome": ["resolved"]],
        "flagged until 2026-07-01"
      ),
      (["consequences": ["other:request"], "outcome": ["resolved"]], "nothing"),
      (["consequences": ["first-suspension"], "outcome": ["resolved"]], "nothing"),
      (["consequences": ["warning"]], "nothing"),
      (["consequences": ["first-suspension"], "outcome": ["flagged"]], "banned"),
      // A ban has no end, though a suspension beside it has one.
      (["consequences": ["first-suspension", "ban"], "until": ["2026-06-01"]], "banned"),
      (["consequences": ["ban"], "until": ["2026-06-01"]], "nothing"),
      // An appeal that ended without a violation lifts the ban, though the row still names it.
      (["consequences": ["ban"], "outcome": ["no-violation"]], "nothing"),
      // What a later version wrote says nothing.
      (["outcome": ["exiled"], "consequences": ["exile"]], "nothing"),
    ] as [([String: [String]], String)])
  func `who is flagged or banned follows from the row and the day`(
    _ values: [String: [String]], _ expected: String
  ) throws {
    let standing = try Self.row(values).standing(on: try Self.day("2026-06-15"))
    let end = standing?.until.map { " until \($0)" } ?? ""
    let word = standing.map { $0.isBanned ? "banned" : "flagged" } ?? "nothing"
    #expect(word + end == expected)
  }

  @Test func `of several the ban is most, and then what lasts longest`() throws {
    let (early, late) = (try Self.day("2026-01-01"), try Self.day("2027-01-01"))
    let ordered: [PersonStanding] = [
      .flagged(until: early), .flagged(until: late), .flagged(until: nil),
      .banned(until: early), .banned(until: late), .banned(until: nil),
    ]
    #expect(ordered.reversed().sorted() == ordered)
    for standing in ordered { #expect(!(standing < standing)) }
  }
}
