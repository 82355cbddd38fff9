/// Why bytes are refused as a public key.
package enum PublicKeyError: Error, Hashable {
  /// There are this many bytes, not 32.
  case wrongLength(Int)
  /// Another encoding of the same point is the one that counts.
  case nonCanonical
  /// No point of the curve has this encoding.
  case notOnCurve
  /// The point is one of the few whose multiples are known to everybody.
  case lowOrder
  /// The point is a good one plus one of low order, so that it acts like several keys.
  case mixedOrder
}
