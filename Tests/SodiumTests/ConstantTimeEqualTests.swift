import Sodium
import Testing

@Suite struct ConstantTimeEqualTests {
  @Test func `equal bytes are equal, and any one bit makes them differ`() {
    let bytes = [UInt8].counting(64)
    #expect(constantTimeEqual(bytes, .counting(64)))
    #expect(constantTimeEqual([], []))
    for bit in 0..<512 {
      var altered = bytes
      altered[bit / 8] ^= 1 << (bit % 8)
      #expect(!constantTimeEqual(bytes, altered))
    }
  }

  @Test func `bytes of different lengths differ`() {
    #expect(!constantTimeEqual([], [0]))
    #expect(!constantTimeEqual([1, 2], [1, 2, 0]))
    #expect(!constantTimeEqual([1, 2, 0], [1, 2]))
  }
}
