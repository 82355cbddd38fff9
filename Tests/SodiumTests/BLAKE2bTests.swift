import Sodium
import Testing

@Suite struct BLAKE2bTests {
  @Test func `RFC 7693, appendix A`() {
    let digest = [UInt8](
      hex: """
        ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1
        7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923
        """)
    #expect(BLAKE2b.hash(Array("abc".utf8), byteCount: 64) == digest)
  }

  // Computed with Python's hashlib.
  @Test func `32 bytes are what b2sum prints, not the beginning of 64`() {
    let message = Array("abc".utf8)
    #expect(
      BLAKE2b.hash(message)
        == [UInt8](hex: "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"))
    #expect(BLAKE2b.hash(message) != Array(BLAKE2b.hash(message, byteCount: 64)[..<32]))
  }

  // The last of the BLAKE2 authors' keyed vectors.
  static let keyedDigest = [UInt8](
    hex: """
      142709d62e28fcccd0af97fad0f8465b971e82201dc51070faa0372aa43e9248
      4be1c1e73ba10906d5d1853db6a4106e0a7bf9800d373d6dee2d46d62ef2a461
      """)

  @Test func `a key of 64 bytes over 255 bytes`() {
    let key = [UInt8].counting(64)
    let digest = BLAKE2b.hash(.counting(255), key: key.span, byteCount: 64)
    #expect(digest == Self.keyedDigest)
    #expect(digest != BLAKE2b.hash(.counting(255), byteCount: 64))
  }

  @Test func `a derived secret is the keyed digest, in guarded memory`() {
    let key = [UInt8].counting(64)
    let derived = BLAKE2b.derive(64, from: key.span, context: .counting(255))
    #expect(derived.exposed == Self.keyedDigest)
  }

  @Test func `an empty message has a digest, with a key and without`() {
    let key = [UInt8].counting(32)
    let nothing: [UInt8] = []
    #expect(
      BLAKE2b.hash(nothing)
        == [UInt8](hex: "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"))
    #expect(BLAKE2b.hash(nothing, key: key.span) != BLAKE2b.hash(nothing))
  }

  @Test(arguments: [0, 1, 127, 128, 129, 255, 256, 257, 1000], [1, 64, 127, 128, 129, 1000])
  func `a stream gives what one call gives`(byteCount: Int, step: Int) {
    let message = [UInt8].counting(byteCount)
    let key = [UInt8].counting(32)
    var plain = BLAKE2b.Stream()
    var keyed = BLAKE2b.Stream(key: key.span, byteCount: 64)
    var rest = message[...]
    while !rest.isEmpty {
      let piece = Array(rest.prefix(step))
      plain.update(piece.span)
      keyed.update(piece.span)
      rest = rest.dropFirst(step)
    }
    #expect(plain.finalize() == BLAKE2b.hash(message))
    #expect(keyed.finalize() == BLAKE2b.hash(message, key: key.span, byteCount: 64))
  }

  @Test(arguments: [0, 15, 65])
  func `a digest of another length ends the process`(byteCount: Int) async {
    await #expect(processExitsWith: .failure) { [byteCount] in
      _ = BLAKE2b.hash([1], byteCount: byteCount)
    }
  }

  @Test(arguments: [0, 15, 65])
  func `a key of another length ends the process`(byteCount: Int) async {
    await #expect(processExitsWith: .failure) { [byteCount] in
      let key = [UInt8](repeating: 1, count: byteCount)
      _ = BLAKE2b.hash([1], key: key.span)
    }
  }

  @Test func `digests and keys of every allowed length end no process`() async {
    await #expect(processExitsWith: .success) {
      for byteCount in BLAKE2b.byteCounts {
        let key = [UInt8](repeating: 1, count: byteCount)
        _ = BLAKE2b.hash([1], key: key.span, byteCount: byteCount)
      }
    }
  }
}
