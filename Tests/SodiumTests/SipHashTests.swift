import Sodium
import Testing

@Suite struct SipHashTests {
  // The authors' reference vectors: key 00 01 … 0f, message 00 01 … of the given length.
  @Test(arguments: [
    (0, "310e0edd47db6f72"), (1, "fd67dc93c539f874"), (8, "62 24 93 9a 79 f5 f5 93"),
    (15, "e545be4961ca29a1"), (63, "724506eb4c328a95"),
  ])
  func `the reference vectors`(byteCount: Int, hash: String) {
    let key = [UInt8].counting(16)
    let message = [UInt8].counting(byteCount)
    #expect(SipHash.hash(message.span, key: key.span) == [UInt8](hex: hash))
  }

  @Test func `a key of another length ends the process`() async {
    await #expect(processExitsWith: .failure) {
      let key = [UInt8].counting(15)
      _ = SipHash.hash(key.span, key: key.span)
    }
  }
}
