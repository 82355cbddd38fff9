/// What followed for the reported person.
package enum Consequence: Hashable, Sendable {
  case outOfScope
  case notAViolation
  case noAction
  /// Something else: one of `Consequence.otherWords`, the committee's own text, or nothing said.
  ///
  /// A text has no comma, which separates consequences, and no blanks around it.
  case other(String?)
  case warning
  case finalWarning
  case firstSuspension
  case secondSuspension
  case ban
}

extension Consequence {
  /// Every consequence, `other` without its text, from the lowest to the highest.
  package static let ladder: [Consequence] = [
    .outOfScope, .notAViolation, .noAction, .other(nil), .warning, .finalWarning,
    .firstSuspension, .secondSuspension, .ban,
  ]

  /// The words that say what an `other` consequence was.
  package static let otherWords = [
    "request", "facilitated", "referred", "role-removed", "published",
  ]

  /// The word of the list, without the text of `other`.
  package var token: String {
    switch self {
    case .outOfScope: "out-of-scope"
    case .notAViolation: "not-a-violation"
    case .noAction: "no-action"
    case .other: "other"
    case .warning: "warning"
    case .finalWarning: "final-warning"
    case .firstSuspension: "first-suspension"
    case .secondSuspension: "second-suspension"
    case .ban: "ban"
    }
  }

  /// The place on the ladder from 0 to 8, by which the highest of a person is found.
  package var rank: Int {
    switch self {
    case .outOfScope: 0
    case .notAViolation: 1
    case .noAction: 2
    case .other: 3
    case .warning: 4
    case .finalWarning: 5
    case .firstSuspension: 6
    case .secondSuspension: 7
    case .ban: 8
    }
  }

  /// The form that is stored and typed: the token, and after a colon the text of `other`.
  package var text: String {
    if case .other(let text?) = self { return "\(token):\(text)" }
    return token
  }

  /// Reads one consequence: `warning`, `First Suspension`, `other:request`.
  package init(reading text: String) throws(ValueError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, Vocabulary.token(reading: String(parts[0])) == "other" {
      let detail = Blanks.trimmed(parts[1])
      guard !detail.isEmpty else { throw .textMissing(after: "other") }
      let word = Vocabulary.token(reading: detail)
      self = .other(Self.otherWords.contains(word) ? word : detail)
      return
    }
    let token = Vocabulary.token(reading: text)
    guard !token.isEmpty else { throw .empty }
    guard let found = Self.ladder.first(where: { $0.token == token }) else {
      throw Vocabulary.unknown(token, among: Self.ladder.map(\.token))
    }
    self = found
  }

  /// Reads consequences separated by commas, each taken once.
  package static func list(reading text: String) throws(ValueError) -> [Consequence] {
    let items = text.split(separator: ",").filter { !Blanks.trimmed($0).isEmpty }
    guard !items.isEmpty else { throw .empty }
    guard items.count <= SheetValue.maximumItems else {
      throw .tooMany(limit: SheetValue.maximumItems, found: items.count)
    }
    var list: [Consequence] = []
    for item in items {
      let consequence = try Consequence(reading: String(item))
      if !list.contains(consequence) { list.append(consequence) }
    }
    return list
  }
}
