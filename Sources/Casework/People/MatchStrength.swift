/// How surely two names, or two handles, are one person's.
///
/// A match is something to show to a person, who decides. It never decides who may read what.
package enum MatchStrength: String, Hashable, Sendable, Comparable, CaseIterable {
  /// One part agrees, and nothing contradicts: "S. Doe" or "Doe" for "Sam Doe".
  case possible
  /// One name with something left out or spelt otherwise: "Sam Robin Doe" for "Sam Doe",
  /// "Mueller" for "Müller", an address with another tag.
  case likely
  /// One name or handle, whatever its case, accents, hyphens and the order of its parts.
  case same

  package static func < (one: MatchStrength, other: MatchStrength) -> Bool {
    one.rank < other.rank
  }

  private var rank: Int {
    switch self {
    case .possible: 0
    case .likely: 1
    case .same: 2
    }
  }
}

/// What of an entry a text matched, and how surely.
package struct PersonMatch: Hashable, Sendable {
  package let strength: MatchStrength
  /// The entry's name, alias or handle that matched, as written.
  package let matched: String

  package init(strength: MatchStrength, matched: String) {
    self.strength = strength
    self.matched = matched
  }
}
