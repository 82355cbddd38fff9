import BitCollections
import Sealing

/// One statement that changes who reads a compartment, and what was known when it was made.
struct ReaderItem: Sendable {
  /// The statement's place in the order.
  let index: Int
  let admits: Set<MemberID>
  let loses: Set<MemberID>
  /// The items below it.
  let below: BitSet
  /// Where on the roster's path its author stood.
  let position: Int
  /// A founding bars for good: unlike a recusal it is never void.
  let isFounding: Bool
}
