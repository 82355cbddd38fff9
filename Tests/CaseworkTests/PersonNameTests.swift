import Testing

@testable import Casework

@Suite struct PersonNameTests {
  private static func strength(_ one: String, _ other: String) -> MatchStrength? {
    PersonName(one).strength(against: PersonName(other))
  }

  @Test(arguments: [
    ("Sam Dóe", "doe, sam"), ("Sam Dóe", "Sam Do\u{301}e"), ("Sam Dóe", "SAM DOE"),
    ("Sam Dóe", "Sam  \"D\u{F3}e\""), ("Sam Dóe", "Sam\u{200B} Doe"), ("Sam Dóe", "Dr. Sam Doe"),
    ("Sam Dóe", "Doe, Prof. Sam"), ("Jean-Luc Ngô", "ngo jean luc"),
    ("Jean-Luc Ngô", "Jeanluc Ngo"), ("Jürgen Müller", "jurgen muller"),
    ("Åse Sørensen", "ase sorensen"), ("Łukasz Żółć", "lukasz zolc"), ("Weiß", "WEISS"),
    ("Gauß", "gauss"), ("Ægir Jónsson", "aegir jonsson"), ("Þóra", "Thora"),
    ("Nguyễn Thị Ánh", "Anh Thi Nguyen"), ("İpek Işık", "ipek isik"), ("IŞIK", "ışık"),
    ("O'Brien", "OBrien"), ("O’Brien", "o'brien"), ("Conor O’Brien", "obrien, conor"),
    ("Алёна Цой", "цой АЛЁНА"), ("Ελένη", "ΕΛΕΝΗ"), ("Γιώργος", "γιωργος"),
    ("李小龙", "小龙 李"), ("李 小龙", "李小龙"), ("김민수", "김 민수"), ("مُحَمَّد", "محمد"),
    ("प्रिया शर्मा", "शर्मा प्रिया"), ("Ue Oe", "oe, ue"), ("S. Doe", "doe, s"), ("S. R. D.", "r s d"),
  ])
  func `one name is the same, however it is written`(_ one: String, _ other: String) {
    #expect(Self.strength(one, other) == .same)
    #expect(Self.strength(other, one) == .same)
  }

  @Test(arguments: [
    ("Sam Dóe", "Sam Q. Doe"), ("Sam Dóe", "Sam Robin Doe"), ("Sam Robin Doe", "doe, sam r."),
    ("Maria da Silva Santos", "Santos, Maria"), ("Maria da Silva", "Maria Silva"),
    ("Jürgen Müller", "Juergen Mueller"), ("Åse Sørensen", "Aase Soerensen"),
    ("Sørensen", "Soerensen"), ("Sam Doe (they/them)", "Sam Doe"),
  ])
  func `a name with something left out or spelt otherwise is likely one`(
    _ one: String, _ other: String
  ) {
    #expect(Self.strength(one, other) == .likely)
    #expect(Self.strength(other, one) == .likely)
  }

  @Test(arguments: [
    ("Sam Dóe", "sam"), ("Sam Dóe", "Doe"), ("Sam Dóe", "S. Doe"), ("Sam Dóe", "Doe S"),
    ("Sam Dóe", "S. Q. Doe"), ("Kenzaburo Oe", "Oe"), ("Ｓａｍ Doe", "Doe"),
    ("Sam Q. Doe", "Sam R. Doe"), ("Maria da Silva", "da Silva"),
  ])
  func `initials, one part alone and initials that differ are possible`(
    _ one: String, _ other: String
  ) {
    #expect(Self.strength(one, other) == .possible)
    #expect(Self.strength(other, one) == .possible)
  }

  @Test(arguments: [
    ("Sam Dóe", "Alex Doe"), ("Sam Dóe", "A. Doe"), ("S. Doe", "A. Doe"), ("Sam Dóe", "Sam Roe"),
    ("Sam Dóe", ""), ("Sam Dóe", " ., "), ("Sam Dóe", "s"), ("Sam Dóe", "sa"), ("", ""),
    ("Sam Doe Roe", "Sam Lee Doe"), ("Maria Silva", "Maria Santos"), ("李小龙", "李小红"),
    ("किरण", "करण"), ("Ann", "Anna"), ("Robert Doe", "Bob Doe"), ("Dr. Roe", "Dr. Doe"),
  ])
  func `names of different people do not match, and nicknames are not guessed`(
    _ one: String, _ other: String
  ) {
    #expect(Self.strength(one, other) == nil)
    #expect(Self.strength(other, one) == nil)
  }

  @Test func `every name is the same as itself, however it is written`() {
    let names = [
      "Sam Dóe", "Jürgen Müller", "Nguyễn Thị Ánh", "李小龙", "Алёна Цой", "S. Doe", "Dr", "de la",
    ]
    for name in names {
      for form in [name, name.uppercased(), name.lowercased(), "  \(name)  ", "\(name)."] {
        #expect(Self.strength(name, form) == .same, "\(form)")
      }
    }
  }

  @Test(arguments: [
    ("@Sam_Doe", "sam_doe", MatchStrength.same), ("Sam@Example.ORG", " sam@example.org ", .same),
    ("@sam@example.social", "sam@example.social", .same),
    ("sam+pycon@example.org", "SAM@example.org", .likely),
    ("sam+a@example.org", "sam+b@example.org", .likely),
    ("sam+a@example.org", "sam+a@example.org", .same),
  ])
  func `handles match without case, and addresses likely without their tags`(
    _ one: String, _ other: String, _ strength: MatchStrength
  ) {
    #expect(PersonHandle(one).strength(against: PersonHandle(other)) == strength)
    #expect(PersonHandle(other).strength(against: PersonHandle(one)) == strength)
  }

  @Test(arguments: [
    ("sam_doe", "samdoe"), ("sám", "sam"), ("", ""), ("@", "@"), ("sam+a", "sam"),
    ("sam@example.org", "sam@example.com"), ("samd", "samd@example.org"),
    ("+a@example.org", "@example.org"),
  ])
  func `handles of different people do not match`(_ one: String, _ other: String) {
    #expect(PersonHandle(one).strength(against: PersonHandle(other)) == nil)
    #expect(PersonHandle(other).strength(against: PersonHandle(one)) == nil)
  }
}
