import Defences
import Forging
import Sealing
import Testing

/// The lengths of sealed objects.
@Suite struct PadmeTests {
  @Test(arguments: [
    (0, 4096), (1, 4096), (4095, 4096), (4096, 4096), (4097, 4352), (4352, 4352), (4353, 4608),
    (8191, 8192), (8192, 8192), (8193, 8704), (65_536, 65_536), (65_537, 67_584),
    (1_000_000, 1_015_808), (1 << 30, 1 << 30), ((1 << 30) + 1, (1 << 30) + (1 << 25)),
  ])
  func `lengths are rounded as the table says`(count: Int, padded: Int) {
    #expect(Padme.padded(count) == padded)
  }

  @Test func `every length has one padded length, no shorter and at most an eighth longer`() {
    var last = 0
    for count in stride(from: 0, to: 300_000, by: 7) {
      let padded = Padme.padded(count)
      #expect(padded == ForgedSeal.padme(count))
      #expect(padded >= count && padded >= last)
      #expect(padded <= max(4096, count + count / 8))
      #expect(Padme.padded(padded) == padded)
      last = padded
    }
    func lengths() -> Int { Set(stride(from: 0, to: 300_000, by: 7).map(Padme.padded)).count }
    #expect(lengths() < 250)
    // Control: every length is one of its own.
    #expect(Defence.$missing.withValue([.padding]) { lengths() } > 40_000)
  }
}
