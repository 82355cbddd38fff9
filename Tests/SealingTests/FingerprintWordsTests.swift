import Sealing
import Sodium
import Testing

@Suite struct FingerprintWordsTests {
  let words = FingerprintWords.all

  @Test func `a word stands for eleven bits`() {
    #expect(words.count == 2048)
    #expect(Set(words).count == 2048)
  }

  @Test func `the words are in alphabetical order`() {
    #expect(zip(words, words.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func `a word has three to eight letters from a to z`() {
    #expect(words.allSatisfy { (3...8).contains($0.utf8.count) })
    #expect(
      words.allSatisfy { $0.utf8.allSatisfy((UInt8(ascii: "a")...UInt8(ascii: "z")).contains) })
  }

  @Test func `four letters tell a word, and no word begins another`() {
    #expect(Set(words.map { $0.prefix(4) }).count == words.count)
    #expect(zip(words, words.dropFirst()).allSatisfy { !$1.hasPrefix($0) })
  }

  @Test func `between any two words lie two edits or more`() {
    // Control: `two words that lie one edit apart are found`.
    #expect(mistakable(in: words) == [])
  }

  @Test(arguments: [
    ["brook", "brooks"], ["cable", "table"], ["planet", "plant"], ["unite", "untie"],
  ])
  func `two words that lie one edit apart are found`(_ pair: [String]) {
    #expect(mistakable(in: pair) != [])
  }

  @Test func `the list is the one that was published`() {
    let digest = BLAKE2b.hash(Array(words.joined(separator: " ").utf8), byteCount: 32)
    let published: [UInt8] = [
      0xb2, 0x3f, 0xc1, 0x61, 0xe6, 0x95, 0x11, 0xb4, 0xc1, 0xab, 0x1f, 0x62,
      0x81, 0x5d, 0x91, 0x6d, 0x59, 0xc5, 0x77, 0x7d, 0x9f, 0xe1, 0x18, 0x4d,
      0xd2, 0x17, 0x36, 0xc5, 0x08, 0xce, 0x8c, 0xca,
    ]
    #expect(digest == published)
  }

  /// The words that another becomes when one letter is changed, added or left out, or when two
  /// neighbouring letters change places.
  private func mistakable(in words: [String]) -> Set<String> {
    let known = Set(words)
    var withHole: Set<[UInt8]> = []
    var found: Set<String> = []
    for word in known {
      let letters = Array(word.utf8)
      for place in letters.indices {
        var hole = letters
        hole[place] = UInt8(ascii: "?")
        if !withHole.insert(hole).inserted { found.insert(word) }

        var shorter = letters
        shorter.remove(at: place)
        if known.contains(String(decoding: shorter, as: UTF8.self)) { found.insert(word) }

        guard place > 0, letters[place] != letters[place - 1] else { continue }
        var swapped = letters
        swapped.swapAt(place, place - 1)
        if known.contains(String(decoding: swapped, as: UTF8.self)) { found.insert(word) }
      }
    }
    return found
  }
}
