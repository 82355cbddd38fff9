/// The system's random generator, through libsodium, for shuffling and drawing.
package struct SodiumRandomNumberGenerator: RandomNumberGenerator, Sendable {
  package init() {}

  package mutating func next() -> UInt64 {
    Randomness.bytes(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
