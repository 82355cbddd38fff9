import Sodium
import Testing

@Suite struct RandomnessTests {
  @Test(arguments: [0, 1, 32, 4096])
  func `as many bytes come as were asked for`(count: Int) {
    #expect(Randomness.bytes(count).count == count)
  }

  @Test func `bytes do not repeat`() {
    #expect(Randomness.bytes(32) != Randomness.bytes(32))
  }

  @Test func `numbers lie below the bound, and all of them come`() {
    let numbers = Set((0..<1000).map { _ in Randomness.below(6) })
    #expect(numbers == Set(0..<6))
    #expect(Randomness.below(1) == 0)
  }

  @Test func `a generator's words do not repeat`() {
    var generator = SodiumRandomNumberGenerator()
    let words = (0..<1000).map { _ in generator.next() }
    #expect(Set(words).count == words.count)
  }

  @Test func `asking for a number below zero ends the process`() async {
    await #expect(processExitsWith: .failure) { _ = Randomness.below(0) }
  }
}
