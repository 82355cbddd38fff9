import Testing

@testable import Casework

@Suite struct PersonNameTests {
  @Test(arguments: [
    ("Sam Dóe", "doe, sam"), ("Sam Dóe", "Sam Do\u{301}e"), ("Sam Dóe", "SAM DOE"),
    ("Sam Dóe", "sam"), ("Sam Dóe", "Doe"), ("Sam Dóe", "S. Doe"), ("Sam Dóe", "Doe S"),
    ("Sam Dóe", "Sam Q. Doe"), ("Sam Dóe", "S. Q. Doe"), ("Sam Dóe", "Sam  \"D\u{F3}e\""),
    ("Sam Dóe", "Sam\u{200B} Doe"), ("Sam Dóe", "Sam Robin Doe"), ("Jean-Luc Ngô", "ngo jean luc"),
    ("Jean-Luc Ngô", "Jeanluc Ngo"), ("Maria da Silva Santos", "Santos, Maria"),
    ("Jürgen Müller", "Juergen Mueller"), ("Jürgen Müller", "jurgen muller"),
    ("Åse Sørensen", "Aase Soerensen"), ("Łukasz Żółć", "lukasz zolc"), ("Weiß", "WEISS"),
    ("Þóra", "Thora"), ("Nguyễn Thị Ánh", "Anh Thi Nguyen"), ("İpek Işık", "ipek isik"),
    ("O'Brien", "OBrien"), ("O’Brien", "o'brien"), ("Conor O’Brien", "obrien, conor"),
    ("Алёна Цой", "цои алена"), ("Ελένη", "ΕΛΕΝΗ"), ("Γιώργος", "γιωργος"), ("李小龙", "小龙 李"),
    ("李 小龙", "李小龙"), ("김민수", "김 민수"), ("مُحَمَّد", "محمد"), ("प्रिया शर्मा", "शर्मा प्रिया"),
    ("Ue Oe", "oe, ue"), ("Kenzaburo Oe", "Oe"), ("Ｓａｍ Doe", "Doe"),
  ])
  func `names of one person find each other`(_ one: String, _ other: String) {
    #expect(PersonName(one).matches(PersonName(other)))
    #expect(PersonName(other).matches(PersonName(one)))
  }

  @Test(arguments: [
    ("Sam Dóe", "Alex Doe"), ("Sam Dóe", "A. Doe"), ("S. Doe", "A. Doe"), ("Sam Dóe", "Sam Roe"),
    ("Sam Dóe", ""), ("Sam Dóe", " ., "), ("Sam Dóe", "s"), ("Sam Dóe", "sa"), ("", ""),
    ("Sam Doe Roe", "Sam Lee Doe"), ("Maria Silva", "Maria Santos"), ("李小龙", "李小红"),
    ("किरण", "करण"), ("Ann", "Anna"),
  ])
  func `names of different people do not`(_ one: String, _ other: String) {
    #expect(!PersonName(one).matches(PersonName(other)))
    #expect(!PersonName(other).matches(PersonName(one)))
  }

  @Test func `every name matches itself, however it is written`() {
    let names = ["Sam Dóe", "Jürgen Müller", "Nguyễn Thị Ánh", "李小龙", "Алёна Цой", "S. Doe"]
    for name in names {
      for form in [name, name.uppercased(), name.lowercased(), "  \(name)  ", "\(name)."] {
        #expect(PersonName(name).matches(PersonName(form)), "\(form)")
      }
    }
  }

  @Test(arguments: [
    ("@Sam_Doe", "sam_doe", true), ("Sam@Example.ORG", " sam@example.org ", true),
    ("sam_doe", "samdoe", false), ("sám", "sam", false), ("", "", false), ("@", "@", false),
  ])
  func `handles are compared without case, and with accents`(
    _ one: String, _ other: String, _ same: Bool
  ) {
    #expect(PersonHandle(one).matches(PersonHandle(other)) == same)
  }

  @Test(arguments: [
    ("doe, sam", true), ("Samwise", true), ("SAMMY99", true), ("@sammy99", true),
    ("sam@EXAMPLE.org", true), ("other@example.org", false), ("example", false),
    ("sammy", false), ("Alex Doe", false), ("", false),
    // The parts of an address are no parts of a name.
    ("x@doe.org", false),
  ])
  func `an entry is found by its names, aliases and handles`(_ query: String, _ found: Bool) throws
  {
    let entry = PersonEntry(
      codeName: try #require(PersonCodeName(reading: "Blue Jay")), names: ["Sam Dóe"],
      aliases: ["Samwise", "sammy99"], handles: ["sam@example.org"])
    #expect(entry.matches(query) == found)
  }
}
