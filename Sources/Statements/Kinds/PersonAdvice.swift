package import Casework

/// What organisers should be advised as long as a person is flagged or banned.
///
/// The newest holds; one without a text takes back the one before.
package struct PersonAdvice: Hashable, Sendable {
  package static let textByteLimit = 4096

  package let text: String
  /// The last day on which it is given; nil when it has none.
  package let until: Day?

  package init(text: String, until: Day? = nil) {
    self.text = text
    self.until = until
  }

  /// Whether it is to be given on `day`.
  package func holds(on day: Day) -> Bool {
    !text.isEmpty && until.map { day <= $0 } ?? true
  }

  var body: [String: JSONValue] {
    var body: [String: JSONValue] = ["text": .string(text)]
    if let until { body["until"] = .string(until.text) }
    return body
  }

  init?(_ fields: inout Fields) {
    guard let text = fields.takeString("text", limit: PersonAdvice.textByteLimit) else {
      return nil
    }
    var until: Day?
    if fields.has("until") {
      guard let day = fields.takeString("until", limit: 10).flatMap(Day.init(reading:)) else {
        return nil
      }
      until = day
    }
    self.init(text: text, until: until)
  }
}
