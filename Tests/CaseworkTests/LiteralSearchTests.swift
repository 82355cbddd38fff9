import Casework
import Testing

/// Finding words as they were typed.
struct LiteralSearchTests {
  @Test(arguments: [
    ("café", "in the CAFE"), ("CAFE", "in the café"), ("a b", "a \n\t b"), ("straße", "STRASSE"),
    ("ø", "Tromso"), ("c.d", "abc.def"), ("  shout  ", "somebody shouted"), ("李小龙", "李小龙 spoke"),
  ])
  func `case, accents and line breaks are ignored`(_ wanted: String, _ text: String) throws {
    #expect(try #require(LiteralSearch(wanted)).excerpt(of: text) != nil)
  }

  @Test(arguments: [
    ("c.f", "caf"), ("a,b", "a b"), ("ab", "a b"), ("shout ed", "shouted"), ("x", ""), ("!", "?"),
  ])
  func `nothing else is`(_ wanted: String, _ text: String) throws {
    #expect(try #require(LiteralSearch(wanted)).excerpt(of: text) == nil)
  }

  @Test func `nothing is not looked for`() {
    #expect(LiteralSearch(" \n") == nil)
    #expect(LiteralSearch("") == nil)
  }

  @Test func `an excerpt is a few whole words around what was found`() throws {
    let text =
      String(repeating: "word ", count: 40) + "needle" + String(repeating: " word", count: 40)
    let search = try #require(LiteralSearch("NEEDLE"))
    let excerpt = try #require(search.excerpt(of: text))
    #expect(excerpt.hasPrefix("…word ") && excerpt.hasSuffix(" word…"))
    #expect(excerpt.contains(" needle "))
    #expect(excerpt.count < 110)
    #expect(try #require(LiteralSearch("short")).excerpt(of: "a\nshort text") == "a short text")
  }

  @Test func `a text of one letter is found at its only place`() throws {
    #expect(try #require(LiteralSearch("x")).excerpt(of: "X") == "X")
    #expect(try #require(LiteralSearch("ß")).excerpt(of: "ß") == "ß")
  }
}
