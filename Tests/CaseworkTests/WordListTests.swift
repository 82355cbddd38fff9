import Testing

@testable import Casework

@Suite struct WordListTests {
  static let lists = [
    "first words of cases": CodeNameWords.first, "second words of cases": CodeNameWords.second,
    "first words of people": PersonCodeNameWords.first,
    "second words of people": PersonCodeNameWords.second,
  ]

  @Test func `the lists are long enough`() {
    #expect(CodeNameWords.first.count >= 400)
    #expect(CodeNameWords.second.count >= 400)
    #expect(PersonCodeNameWords.first.count >= 60)
    #expect(PersonCodeNameWords.second.count >= 200)
  }

  @Test(arguments: lists.keys.sorted())
  func `every word is three to nine plain letters and stands once`(_ name: String) throws {
    let words = try #require(Self.lists[name])
    #expect(Set(words).count == words.count)
    for word in words {
      #expect(3...9 ~= word.utf8.count, "\(word)")
      #expect(word.utf8.allSatisfy { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }, "\(word)")
    }
  }

  @Test func `no word is in both lists`() {
    #expect(Set(CodeNameWords.first).isDisjoint(with: CodeNameWords.second))
    #expect(Set(PersonCodeNameWords.first).isDisjoint(with: PersonCodeNameWords.second))
  }

  @Test(arguments: lists.keys.sorted())
  func `no word is one that must not be said of a case or a person`(_ name: String) throws {
    let words = try #require(Self.lists[name])
    #expect(Set(words).intersection(Self.forbidden) == [])
    for part in Self.forbiddenParts {
      #expect(words.filter { $0.contains(part) } == [], "\(part)")
    }
  }

  @Test func `no word of the people's lists is a colour said of people or a bird said as insult`() {
    let words = Set(PersonCodeNameWords.first + PersonCodeNameWords.second)
    #expect(words.intersection(Self.forbiddenForPeople) == [])
  }

  @Test func `the examples of the documentation can be drawn`() {
    #expect(CodeNameWords.first.contains("home"))
    #expect(CodeNameWords.second.contains("shelf"))
    #expect(PersonCodeNameWords.first.contains("blue"))
    #expect(PersonCodeNameWords.second.contains("jay"))
  }

  static let forbidden: Set<String> = Set(
    """
    man woman boy girl lady queen king prince baby mother father sister brother child elder
    hand foot head face hair skin chest breast tail bone tongue belly palm nail brow lash
    church temple cross angel bishop monk altar halo cuban indian french german polish swiss
    turkey china jersey panama chile
    baker miller porter carter fisher hunter butler tailor doctor nurse officer teacher
    thief robber prison cell cuff fraud crime guilty victim spy stalker
    cancer fever plague pox rash virus mad insane lame blind deaf dumb
    gun knife sword bow arrow spear club axe dagger rifle bomb bullet mace blade cannon mortar
    war battle fight siege fort shield
    black white brown yellow red pale dark fair ebony ivory tan
    wet hard stiff naked bare dirty tight loose hot sexy nude cock tit tits booby shag ball balls
    nut nuts knob tool hose screw shaft hole crack bush melon cherry peach banana bed fork hoe
    spade shovel snake rat pig dog bitch cow hen chick cuckoo vulture
    case sheet letter key lock vault seal entry row chair member adviser observer candidate
    open clear conflict vote ban warning action note report decision answer
    amber ruby hazel ivy holly rose violet lily iris daisy heather olive pearl jade opal rowan
    robin wren martin dale glen cliff brook reed heath dawn april june may august jasper beryl
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  static let forbiddenParts = [
    "sex", "cunt", "fuck", "shit", "rape", "nigg", "fag", "slut", "piss",
  ]

  static let forbiddenForPeople: Set<String> = Set(
    """
    silver golden gold gray grey pink rosy orange purple cream beige bronze copper chocolate coffee
    little small tiny large round tall short wide narrow dry cold warm gentle quiet calm bright
    crow raven hawk eagle falcon kite owl harrier shrike magpie parrot peacock gull dodo coot loon
    goose duck drake dove pigeon rook jackdaw thrush swallow drongo noddy bustard dotterel twite
    quail pheasant grouse godwit woodcock nuthatch vulture buzzard kiwi ostrich
    beech chestnut hemlock dogwood mahogany medlar redwood buckeye
    gypsum onyx obsidian chalk schist
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
