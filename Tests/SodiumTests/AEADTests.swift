import Sodium
import Testing

@Suite struct AEADTests {
  // draft-irtf-cfrg-xchacha, A.3.1.
  static let key = [UInt8].counting(32, from: 0x80)
  static let nonce = [UInt8].counting(24, from: 0x40)
  static let context = [UInt8](hex: "50515253c0c1c2c3c4c5c6c7")
  static let plaintext = Array(
    ("Ladies and Gentlemen of the class of '99: If I could offer you "
      + "only one tip for the future, sunscreen would be it.").utf8)
  static let box = [UInt8](
    hex: """
      bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb
      731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452
      2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9
      21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49
      """)

  @Test func `the draft's vector seals and opens`() throws {
    #expect(
      AEAD.seal(
        Self.plaintext.span, boundTo: Self.context, nonce: Self.nonce, key: Self.key.span)
        == Self.box)
    #expect(try Self.open(Self.box) == Self.plaintext)
    let secret = try AEAD.openSecret(
      Self.box.span, boundTo: Self.context, nonce: Self.nonce, key: Self.key.span)
    #expect(secret.exposed == Self.plaintext)
  }

  // Computed with OpenSSL's ChaCha20-Poly1305 under a subkey from another HChaCha20.
  @Test func `nothing, bound to nothing, seals and opens`() throws {
    let nothing: [UInt8] = []
    let box = AEAD.seal(nothing.span, boundTo: [], nonce: Self.nonce, key: Self.key.span)
    #expect(box == [UInt8](hex: "1dac8f73146d1e9da796cb7f7221a5df"))
    #expect(try AEAD.open(box.span, boundTo: [], nonce: Self.nonce, key: Self.key.span).isEmpty)
    let secret = try AEAD.openSecret(
      box.span, boundTo: [], nonce: Self.nonce, key: Self.key.span)
    #expect(secret.byteCount == 0)
    #expect(secret.exposed.isEmpty)
  }

  @Test func `a box with any bit flipped does not open`() {
    for bit in 0..<Self.box.count * 8 {
      var box = Self.box
      box[bit / 8] ^= 1 << (bit % 8)
      #expect(throws: NotAuthentic()) { try Self.open(box) }
    }
  }

  @Test func `a box cut short or lengthened does not open`() {
    for count in 0..<Self.box.count {
      let box = Array(Self.box[..<count])
      #expect(throws: NotAuthentic()) { try Self.open(box) }
      #expect(throws: NotAuthentic()) {
        _ = try AEAD.openSecret(
          box.span, boundTo: Self.context, nonce: Self.nonce, key: Self.key.span)
      }
    }
    #expect(throws: NotAuthentic()) { try Self.open(Self.box + [0]) }
  }

  @Test func `a box opens under no other context, nonce or key`() {
    #expect(throws: NotAuthentic()) { try Self.open(Self.box, boundTo: []) }
    #expect(throws: NotAuthentic()) { try Self.open(Self.box, boundTo: Self.context + [0]) }
    #expect(throws: NotAuthentic()) { try Self.open(Self.box, nonce: .counting(24)) }
    #expect(throws: NotAuthentic()) { try Self.open(Self.box, key: .counting(32)) }
  }

  @Test(arguments: [0, 23, 25])
  func `a nonce of another length ends the process`(byteCount: Int) async {
    await #expect(processExitsWith: .failure) { [byteCount] in
      let key = [UInt8].counting(32)
      _ = AEAD.seal(key.span, boundTo: [], nonce: .counting(byteCount), key: key.span)
    }
  }

  @Test(arguments: [0, 31, 33])
  func `a key of another length ends the process`(byteCount: Int) async {
    await #expect(processExitsWith: .failure) { [byteCount] in
      let key = [UInt8].counting(byteCount)
      _ = AEAD.seal(key.span, boundTo: [], nonce: .counting(24), key: key.span)
    }
  }

  private static func open(
    _ box: [UInt8], boundTo context: [UInt8] = context, nonce: [UInt8] = nonce,
    key: [UInt8] = key
  ) throws(NotAuthentic) -> [UInt8] {
    try AEAD.open(box.span, boundTo: context, nonce: nonce, key: key.span)
  }
}
