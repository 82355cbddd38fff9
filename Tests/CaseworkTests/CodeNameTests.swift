import Forging
import Testing

@testable import Casework

@Suite struct CodeNameTests {
  @Test(arguments: [
    "home shelf", "home-shelf", "Home Shelf", "\"home shelf\"", "  home   shelf ", "HOME-SHELF",
    "'home-shelf'", "“Home Shelf”", "home - shelf", "\thome\u{A0}shelf\n",
  ])
  func `every way of writing a code name is one name`(_ text: String) {
    #expect(CodeName(reading: text)?.text == "home shelf")
    #expect(CodeName(reading: text)?.hyphenated == "home-shelf")
    #expect(PersonCodeName(reading: text)?.text == "Home Shelf")
  }

  @Test(arguments: [
    "", " ", "home", "home shelf two", "home-shelf-two", "homeshelf", "home shelf2", "hömé shelf",
    "home\u{200B} shelf", "hоme shelf", "home_shelf", "h shelf", "home/shelf", "../home shelf",
    "home shelf\u{1B}", "home abcdefghijklmnopqrstu",
  ])
  func `what is not two words of plain letters is no code name`(_ text: String) {
    #expect(CodeName(reading: text) == nil)
    #expect(PersonCodeName(reading: text) == nil)
  }

  @Test(arguments: [
    ("h", true), ("home", true), ("home ", true), ("home-", true), ("Home S", true),
    ("home-shelf", true), ("\"home sh", true), ("hom-", false), ("homes", false), ("shelf", false),
    ("home shelfs", false), ("home shelf x", false), ("", false), (" ", false), ("-", false),
  ])
  func `a prefix is what somebody has typed so far`(_ prefix: String, _ matches: Bool) throws {
    let name = try #require(CodeName(reading: "home shelf"))
    #expect(name.matches(prefix: prefix) == matches)
  }

  @Test func `a name is read back from every form in which it is shown`() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<500 {
      let name = CodeName.draw(using: &generator, avoiding: [])
      #expect(name != nil)
      #expect(name.flatMap { CodeName(reading: $0.text) } == name)
      #expect(name.flatMap { CodeName(reading: $0.hyphenated) } == name)
      let person = PersonCodeName.draw(using: &generator, avoiding: [])
      #expect(person != nil)
      #expect(person.flatMap { PersonCodeName(reading: $0.text) } == person)
      #expect(person.flatMap { PersonCodeName(reading: $0.hyphenated) } == person)
    }
  }

  @Test func `a drawn name is never one that is taken`() throws {
    for seed in UInt64(0)..<50 {
      var generator = SeededGenerator(seed: seed)
      let first = try #require(CodeName.draw(using: &generator, avoiding: []))
      // The control: the same numbers give the same name, unless it is taken.
      generator = SeededGenerator(seed: seed)
      #expect(CodeName.draw(using: &generator, avoiding: []) == first)
      generator = SeededGenerator(seed: seed)
      #expect(try #require(CodeName.draw(using: &generator, avoiding: [first])) != first)

      let person = try #require(PersonCodeName.draw(using: &generator, avoiding: []))
      #expect(PersonCodeName.draw(using: &generator, avoiding: [person]) != person)
    }
  }

  @Test func `the last free name is found, and after it none`() throws {
    let all = CodeNameWords.first.flatMap { first in
      CodeNameWords.second.compactMap { CodeName(reading: "\(first) \($0)") }
    }
    var taken = Set(all)
    let last = try #require(all.last)
    taken.remove(last)
    var generator = SeededGenerator(seed: 2)
    #expect(CodeName.draw(using: &generator, avoiding: taken) == last)
    taken.insert(last)
    #expect(CodeName.draw(using: &generator, avoiding: taken) == nil)
  }

  @Test func `names are in the order of their text`() {
    let names = ["oak table", "home shelf", "home lamp"].compactMap(CodeName.init(reading:))
    #expect(names.sorted().map(\.text) == ["home lamp", "home shelf", "oak table"])
  }
}
