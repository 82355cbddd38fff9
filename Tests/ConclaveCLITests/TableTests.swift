import Testing

@testable import ConclaveCLI

struct TableTests {
  private let table = Table(
    heading: ["case", "what it is about"],
    rows: [["home shelf", "\("日本")"], ["tin", "a long text that does not fit"], ["x"]])

  @Test func `columns line up by width, without blanks at the end`() {
    #expect(
      table.lines(columns: nil).map(\.text) == [
        "case        what it is about",
        "home shelf  日本",
        "tin         a long text that does not fit",
        "x",
      ])
  }

  @Test func `on a narrow terminal the widest column gives way first`() {
    let lines = table.lines(columns: 30)
    #expect(lines.map(\.text)[2] == "tin         a long text that …")
    #expect(lines.allSatisfy { $0.width <= 30 })
  }

  @Test func `no column becomes narrower than eight`() {
    #expect(table.lines(columns: 5).map(\.text)[1] == "home sh…  日本")
  }

  @Test func `an empty table has no lines`() {
    #expect(Table().lines(columns: 80).isEmpty)
  }
}
