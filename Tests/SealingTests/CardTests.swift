import Defences
import Forging
import Sealing
import Sodium
import Testing

/// Cards beyond their vectors.
@Suite struct CardTests {
  private let card = Hand("Zoe Łuk-O'Neil", address: "zoe@example.org").card

  @Test(arguments: [20, 64, 72, 76, 80])
  func `a card survives wrapping`(width: Int) throws {
    let digits = Array(card.text)
    for lineEnd in ["\n", "\r\n", " ", "\n> ", "\n> > ", "=\n", "\n\t"] {
      let wrapped = stride(from: 0, to: digits.count, by: width).map {
        String(digits[$0..<min($0 + width, digits.count)])
      }
      // A line end inside the prefix is not looked for.
      guard (wrapped.first?.count ?? 0) >= "conclave-card-1.".count else { continue }
      let text = "Dear all,\n> " + wrapped.joined(separator: lineEnd) + "\n-- \nZoe\n"
      #expect(try Card(reading: text) == card, "\(width) \(lineEnd.debugDescription)")
    }
  }

  @Test func `words right after a card are not read as more of it`() throws {
    for after in ["", " ", "\nBestZoe", "AAAA", "\n\nSent-from_my-phone", "é", "\n" + card.text] {
      #expect(try Card(reading: card.text + after) == card)
    }
  }

  @Test func `a card read from hostile text takes no long time`() {
    let text =
      String(repeating: "conclave-card-1.", count: 2_000) + String(repeating: "A", count: 200_000)
    #expect(throws: CardError.self) { try Card(reading: text) }
  }

  @Test func `a card cut anywhere is no card`() throws {
    let digits = Array(card.text)
    for count in digits.indices {
      #expect(throws: CardError.self) { try Card(reading: String(digits[..<count])) }
    }
  }

  @Test func `no flipped bit reads as a card`() {
    let bytes = card.bytes
    func flipsThatRead() -> [Int] {
      (0..<bytes.count * 8).filter { flip in
        let changed = try? Card(decoding: bytes.flipped(at: flip / 8, bit: flip % 8))
        return changed?.isAuthentic == true
      }
    }
    #expect(flipsThatRead() == [])
    // Control: in the name, the address and the keys there is much to change.
    Defence.$missing.withValue([.cardSignature]) { #expect(flipsThatRead().count > 100) }
  }

  @Test func `a card changed in the mail is not authentic`() throws {
    // Somebody else's box key on Ada's card: what is granted to Ada, they would open.
    let changed = ForgedCard {
      $0.boxKey = Hand("Eve").card.boxKey.bytes
      let good = ForgedCard()
      $0.signature = good.signer.sign(good.signedPart, under: "conclave/1/card")
    }
    let text = "conclave-card-1." + Base64URL.encode(changed.bytes)
    #expect(throws: CardError.notAuthentic) { try Card(reading: text) }
    let unchecked = try Defence.$missing.withValue([.cardSignature]) {
      try Card(reading: text).boxKey
    }
    #expect(unchecked == Hand("Eve").card.boxKey)
  }

  @Test func `names and addresses have limits where the card is made`() {
    func make(_ name: String, _ address: String = "") -> CardError? {
      do throws(CardError) {
        _ = try Card(
          name: name, address: address, boxKey: Hand("Ada").card.boxKey,
          signedBy: Hand("Ada").signingKey)
        return nil
      } catch {
        return error
      }
    }
    #expect(make(String(repeating: "a", count: 200)) == nil)
    #expect(make(String(repeating: "a", count: 201)) == .badName)
    #expect(make(String(repeating: "é", count: 101)) == .badName)
    for name in [
      "", " ", " a", "a ", "a\u{a0}", "a\nb", "a\u{9b}b", "a\u{2066}b", "a\u{e000}b", "\u{feff}a",
    ] {
      #expect(make(name) == .badName, "\(name.debugDescription)")
    }
    for name in ["a", "Zoë", "李小龍", "O'Neil-Łuk Jr.", "🙂"] { #expect(make(name) == nil) }
    #expect(make("a", String(repeating: "a", count: 254)) == nil)
    for address in [String(repeating: "a", count: 255), "a b", "a\nb", "a\u{0}b"] {
      #expect(make("a", address) == .badAddress)
    }
  }

  @Test func `base 64 has one text for one value`() {
    for count in 0..<100 {
      let bytes = Randomness.bytes(count)
      let text = Base64URL.encode(bytes)
      #expect(Base64URL.decode(Array(text.utf8)) == bytes)
      #expect(text.utf8.count == (count * 8 + 5) / 6)
    }
    for text in ["A", "AB", "AAAAA", "AAB", "AA=", "AA==", "+A", "/A", "A A", "é"] {
      #expect(Base64URL.decode(Array(text.utf8)) == nil, "\(text)")
    }
  }
}
