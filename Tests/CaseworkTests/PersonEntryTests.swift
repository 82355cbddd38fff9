import Forging
import Testing

@testable import Casework

@Suite struct PersonEntryTests {
  private static func entry(
    names: [String] = [], aliases: [String] = [], handles: [String] = []
  ) throws -> PersonEntry {
    PersonEntry(
      codeName: try #require(PersonCodeName(reading: "Blue Jay")), names: names, aliases: aliases,
      handles: handles)
  }

  @Test(arguments: [
    ("doe, sam", PersonMatch(strength: .same, matched: "Sam Dóe")),
    ("S. Doe", PersonMatch(strength: .possible, matched: "Sam Dóe")),
    ("Samwise", PersonMatch(strength: .same, matched: "Samwise")),
    ("SAMMY99", PersonMatch(strength: .same, matched: "sammy99")),
    ("@sammy99", PersonMatch(strength: .same, matched: "sammy99")),
    ("sam@EXAMPLE.org", PersonMatch(strength: .same, matched: "sam@example.org")),
    ("sam+list@example.org", PersonMatch(strength: .likely, matched: "sam@example.org")),
    ("Alex Roe <sam@example.org>", PersonMatch(strength: .same, matched: "sam@example.org")),
    ("Sam Doe <other@example.org>", PersonMatch(strength: .same, matched: "Sam Dóe")),
    ("Dana Roe", PersonMatch(strength: .likely, matched: "Dana Lee Roe")),
  ])
  func `an entry says which of its names matched, and how surely`(
    _ text: String, _ match: PersonMatch
  ) throws {
    let entry = try Self.entry(
      names: ["Sam Dóe"], aliases: ["Samwise", "sammy99", "Dana Lee Roe"],
      handles: ["sam@example.org"])
    #expect(entry.match(text) == match)
    #expect(PersonIndex([entry]).matches(text).map(\.match) == [match])
  }

  @Test(arguments: [
    "other@example.org", "example", "sammy", "Alex Doe", "", "@", "  ",
    // The parts of an address are no parts of a name, and a handle is no name.
    "x@doe.org", "@doe", "org",
  ])
  func `an entry is not found by what is no name of it`(_ text: String) throws {
    let entry = try Self.entry(
      names: ["Sam Dóe"], aliases: ["sammy99"], handles: ["sam@example.org"])
    #expect(entry.match(text) == nil)
    #expect(PersonIndex([entry]).matches(text).isEmpty)
  }

  /// Names put together by chance from few parts, so that many of them match.
  private static func texts(_ count: Int, _ random: inout SeededGenerator) -> [String] {
    let parts = [
      "Sam", "Dóe", "Roe", "S.", "R.", "da", "Müller", "Mueller", "Jean-Luc", "jean", "luc", "李",
      "小龙",
      "@sam", "sam@example.org", "sam+x@example.org", "Dr.", "Doe",
    ]
    return (0..<count).map { _ in
      (0..<Int.random(in: 1...4, using: &random))
        .map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }
        .joined(separator: " ")
    }
  }

  @Test(arguments: 1...8)
  func `an index finds what comparing with every entry finds`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let entries = try (0..<25).map { _ in
      try Self.entry(
        names: Self.texts(Int.random(in: 0...2, using: &random), &random),
        aliases: Self.texts(Int.random(in: 0...2, using: &random), &random),
        handles: Self.texts(Int.random(in: 0...1, using: &random), &random))
    }
    let index = PersonIndex(entries)
    var matchCount = 0
    for text in Self.texts(50, &random) {
      let expected = entries.enumerated().compactMap { place, entry in
        entry.match(text).map { (place, $0) }
      }
      let found = index.matches(text)
      matchCount += found.count
      #expect(found.map(\.match.strength) == found.map(\.match.strength).sorted(by: >))
      #expect(found.map(\.entry).sorted() == expected.map(\.0), "\(text)")
      for (place, match) in expected {
        #expect(found.first { $0.entry == place }?.match == match, "\(text)")
      }
    }
    #expect(matchCount > 50)
  }
}
