/// Says that the case was written out in clear, to be handed to somebody.
package struct HandOver: Hashable, Sendable {
  /// How many entries that count were in it.
  package let entryCount: Int

  package init(entryCount: Int) { self.entryCount = entryCount }

  var body: [String: JSONValue] { ["entries": .integer(Int64(entryCount))] }

  init?(_ fields: inout Fields) {
    guard let count = fields.takeInteger("entries"), let entryCount = Int(exactly: count),
      entryCount >= 0
    else { return nil }
    self.init(entryCount: entryCount)
  }
}
