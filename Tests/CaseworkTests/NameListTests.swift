import Testing

@testable import Casework

@Suite struct NameListTests {
  @Test(arguments: [
    ("Sam Doe", ["Sam Doe"]), ("  Sam Doe \r", ["Sam Doe"]), ("", []), (" \t ", []),
    ("@samd", ["@samd"]), ("Doe, Sam", ["Doe, Sam"]), ("Doe, Sam\r", ["Doe, Sam"]),
    ("\"Doe, Sam\",VIP", ["Doe, Sam"]),
    ("Sam Doe,sam@example.org,VIP", ["Sam Doe", "sam@example.org"]),
    ("Doe,Sam,sam@example.org", ["Doe Sam", "Doe", "sam@example.org"]),
    ("Sam Doe;Berlin", ["Sam Doe"]), ("Sam Doe\tBerlin, DE", ["Sam Doe"]),
    ("Sam Doe, sam@example.org", ["Sam Doe", "sam@example.org"]),
    (",sam@example.org", ["sam@example.org"]), (",,", []),
    ("Sam Doe <sam@example.org>", ["Sam Doe <sam@example.org>"]), ("\"Sam Doe", ["Sam Doe"]),
    ("name,email", ["name email", "name"]),
  ])
  func `a line is a name, or columns of which the first is one`(_ line: String, _ texts: [String]) {
    let items = NameList(reading: line).items
    #expect(items.map(\.texts) == (texts.isEmpty ? [] : [texts]))
  }

  @Test(arguments: [
    ("Sam Doe", "Sam Doe"), ("Doe,Sam,sam@example.org", "Doe Sam, sam@example.org"),
    (",a@example.org,b@example.org", "a@example.org, b@example.org"), ("Doe, Sam", "Doe, Sam"),
  ])
  func `a line is shown by its name and its addresses`(_ line: String, _ shown: String) {
    #expect(NameList(reading: line).items.map(\.shown) == [shown])
  }

  @Test func `blank lines are passed over and counted`() {
    let list = NameList(reading: "\nSam Doe\r\n\r\n\u{2028}Alex Roe")
    #expect(list.items.map(\.line) == [2, 5])
    #expect(list.items.map(\.shown) == ["Sam Doe", "Alex Roe"])
  }

  @Test func `of a line with a name and an address the surer one counts`() throws {
    let entry = PersonEntry(
      codeName: try #require(PersonCodeName(reading: "Blue Jay")), names: ["Sam Dóe"],
      handles: ["sam@example.org"])
    let list = NameList(reading: "S. Doe,Sam@example.org\nS. Doe,other@example.org")
    let index = PersonIndex([entry])
    #expect(
      list.items.map { index.matches($0.texts).map(\.match) } == [
        [PersonMatch(strength: .same, matched: "sam@example.org")],
        [PersonMatch(strength: .possible, matched: "Sam Dóe")],
      ])
  }

  @Test func `a name is compared with those it can match, however common its parts are`() throws {
    let codeName = try #require(PersonCodeName(reading: "Blue Jay"))
    let entries = (0..<500).map { number in
      PersonEntry(
        codeName: codeName, names: ["Maria Nobody\(number)", "Sam Nemo\(number)"],
        handles: ["maria\(number)@example.org"])
    }
    let index = PersonIndex(entries)
    for (text, count) in [
      ("Maria Person", 0), ("Maria Nobody7", 1), ("nobody7, m.", 1), ("maria7@example.org", 1),
      ("maria", 500),
    ] {
      #expect(index.candidates(for: PersonText(text)).count == count, "\(text)")
    }
  }
}
