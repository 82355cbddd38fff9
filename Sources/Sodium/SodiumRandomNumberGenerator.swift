import CSodium

/// The system's random generator, through libsodium, for shuffling and drawing.
///
/// The corresponding C function is `randombytes_buf`.
package struct SodiumRandomNumberGenerator: RandomNumberGenerator, Sendable {
  package init() {
    Library.prepare()
  }

  package mutating func next() -> UInt64 {
    var word: UInt64 = 0
    unsafe randombytes_buf(&word, 8)
    return word
  }
}
