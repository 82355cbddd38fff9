/// What is remembered while one mail is read: what was odd, and what is left of the limits.
struct Reading {
  let limits: Limits
  private(set) var quirks: Set<Quirk> = []
  /// What may still be made; see ``Limits``.
  var textByteCount: Int
  var decodedByteCount: Int
  var partCount: Int
  /// Character sets of one byte for each character that this mail used.
  var singleByteTables: [SingleByteSet: SingleByteTable] = [:]

  init(within limits: Limits) {
    self.limits = limits
    textByteCount = limits.textByteCount
    decodedByteCount = limits.decodedByteCount
    partCount = limits.partCount
  }

  mutating func note(_ quirk: Quirk) {
    quirks.insert(quirk)
  }

  mutating func note(_ quirk: Quirk, when isSo: Bool) {
    if isSo { quirks.insert(quirk) }
  }

  /// Does `read` for a message within this one, and tells what was odd about that one alone.
  mutating func apart<Result>(_ read: (inout Reading) -> Result) -> (Result, Set<Quirk>) {
    let outside = quirks
    quirks = []
    let result = read(&self)
    let inside = quirks
    quirks = outside.union(inside)
    return (result, inside)
  }
}
