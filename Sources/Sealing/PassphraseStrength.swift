import Defences

/// What deriving a key from a passphrase costs: Argon2id's memory and passes.
///
/// The floor and the ceiling hold for files made elsewhere too, and are checked before any memory
/// is taken: a lowered cost would let a thief guess, a raised one would exhaust the machine.
package struct PassphraseStrength: Hashable, Sendable {
  package let memoryMebibytes: UInt32
  package let passes: UInt32

  package init(memoryMebibytes: UInt32, passes: UInt32) {
    self.memoryMebibytes = memoryMebibytes
    self.passes = passes
  }

  package static let standard = PassphraseStrength(memoryMebibytes: 256, passes: 3)
  package static let ceiling = PassphraseStrength(memoryMebibytes: 2048, passes: 10)

  #if CONCLAVE_TEST_FLOOR
    /// Only test builds know this floor; a release build contains no way below 256 MiB.
    package static let floor = PassphraseStrength(memoryMebibytes: 1, passes: 1)
  #else
    package static let floor = standard
  #endif

  package var isAcceptable: Bool {
    !Defence.passphraseCost.stands
      || (Self.floor.memoryMebibytes...Self.ceiling.memoryMebibytes).contains(memoryMebibytes)
        && (Self.floor.passes...Self.ceiling.passes).contains(passes)
  }
}
