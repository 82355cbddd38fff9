import Sodium
import Testing

@Suite struct PaddingTests {
  @Test func `a message is followed by 80 and zeros`() {
    #expect(Padding.pad([1, 2, 3], to: 8) == [1, 2, 3, 0x80, 0, 0, 0, 0])
    #expect(Padding.pad([1, 2, 3], to: 4) == [1, 2, 3, 0x80])
    #expect(Padding.pad([], to: 1) == [0x80])
  }

  @Test func `every message that fits comes back`() {
    for total in 1...40 {
      for count in 0..<total {
        let padded = Padding.pad([UInt8](repeating: 0x80, count: count), to: total)
        #expect(padded.count == total)
        #expect(Padding.unpaddedByteCount(of: padded.span) == count)
      }
    }
    let large = Padding.pad([], to: 1 << 22)
    #expect(Padding.unpaddedByteCount(of: large.span) == 0)
  }

  @Test(
    arguments: [
      [], [0], [0, 0, 0, 0], [0x81, 0], [0x80, 1], [0x80, 0, 0, 1], [0x40, 0], [0x80, 0x7f, 0],
    ] as [[UInt8]])
  func `what is not padded is refused`(bytes: [UInt8]) {
    #expect(Padding.unpaddedByteCount(of: bytes.span) == nil)
  }

  @Test(arguments: [0, 2, 3])
  func `a message that does not fit ends the process`(total: Int) async {
    await #expect(processExitsWith: .failure) { [total] in
      _ = Padding.pad([1, 2, 3], to: total)
    }
  }
}
