import CSodium

/// Whether both hold the same bytes, in a time that depends on their lengths alone.
///
/// The corresponding C function is `sodium_memcmp`.
package func constantTimeEqual(_ first: [UInt8], _ second: [UInt8]) -> Bool {
  guard first.count == second.count else { return false }
  return unsafe sodium_memcmp(first, second, first.count) == 0
}
