import Defences

/// How long a sealed object is, whatever it holds.
///
/// Lengths are rounded by Padmé (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files",
/// PETS 2019): at most 12 % more, and only O(log log n) bits of the true length are told.
package enum Padme {
  /// No object is shorter.
  package static let floor = 4096

  /// The total to which `count` bytes are padded.
  package static func padded(_ count: Int) -> Int {
    guard Defence.padding.stands else { return count }
    guard count > floor else { return floor }
    let exponent = Int.bitWidth - 1 - count.leadingZeroBitCount
    let significant = Int.bitWidth - exponent.leadingZeroBitCount
    let mask = (1 << (exponent - significant)) - 1
    return (count + mask) & ~mask
  }
}
