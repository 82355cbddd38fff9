import Forging
import Sealing
import Sodium
import Testing

/// What two people read aloud.
@Suite struct FingerprintTests {
  @Test func `a key has twelve words, in three lines of four`() {
    let print = Hand("Ada").card.fingerprint
    #expect(
      print.words == [
        "pulley", "loft", "reward", "nucleus", "moreover", "keen", "cabbage", "setting", "already",
        "tungsten", "refine", "veranda",
      ])
    #expect(
      print.lines == [
        "pulley loft reward nucleus", "moreover keen cabbage setting",
        "already tungsten refine veranda",
      ])
  }

  @Test(arguments: 0...64)
  func `a digest of any length gives as many words as it has bits for`(byteCount: Int) {
    for fill: UInt8 in [0, 0xff, 0xa5] {
      let print = Fingerprint(digest: Bytes.filled(fill, byteCount))
      #expect(print.words.count == min(12, byteCount * 8 / 11))
      #expect(print.lines.joined(separator: " ") == print.words.joined(separator: " "))
    }
  }

  @Test func `the words are the digest's bits, eleven at a time from the highest`() {
    let list = FingerprintWords.all
    for _ in 0..<200 {
      let digest = Randomness.bytes(32)
      let bits = digest.flatMap { byte in (0..<8).map { byte >> UInt8(7 - $0) & 1 } }
      let expected = (0..<12).map { word in
        list[bits[word * 11..<word * 11 + 11].reduce(0) { $0 << 1 | Int($1) }]
      }
      #expect(Fingerprint(digest: digest).words == expected)
    }
  }

  @Test func `every bit of the first 132 changes a word`() {
    let digest = Bytes.filled(0x5a)
    for bit in 0..<132 {
      let changed = digest.flipped(at: bit / 8, bit: 7 - bit % 8)
      let pairs = zip(Fingerprint(digest: digest).words, Fingerprint(digest: changed).words)
      #expect(
        pairs.enumerated().filter { $0.element.0 != $0.element.1 }.map(\.offset) == [bit / 11])
    }
  }

  @Test func `another key has other words`() {
    let prints = Set((0..<200).map { Hand("person \($0)").card.fingerprint })
    #expect(prints.count == 200)
    // Control: a word alone, of the first two thousand keys tried, would do for a forger.
    #expect(Set(prints.compactMap(\.words.first)).count < 200)
  }
}
