/// What the sheet says of a person on some day, as far as it concerns an event.
package enum PersonStanding: Hashable, Sendable {
  case flagged(until: Day?)
  /// Kept out; without a last day for good, or until it is decided otherwise.
  case banned(until: Day?)

  /// The last day of it; nil when none was recorded.
  package var until: Day? {
    switch self {
    case .flagged(let until), .banned(let until): until
    }
  }

  package var isBanned: Bool {
    if case .banned = self { true } else { false }
  }
}

extension PersonStanding: Comparable {
  /// A ban is more than a flag, and of two of a kind the one that lasts longer is more.
  package static func < (one: PersonStanding, other: PersonStanding) -> Bool {
    guard one.isBanned == other.isBanned else { return other.isBanned }
    guard let end = one.until else { return false }
    return other.until.map { end < $0 } ?? true
  }
}

extension SheetRow {
  /// Whether the person of this row is flagged or banned on `day`: by the outcome, or by a
  /// consequence that holds then.
  ///
  /// Days recorded in the row bound it, both included. A case without a violation or with nobody
  /// identified flags nobody, whatever else its row says. A case that was resolved otherwise does as
  /// long as the last day recorded has not passed: somebody may be suspended, or asked not to come.
  package func standing(on day: Day) -> PersonStanding? {
    if let from, day < from { return nil }
    let until = lastDay
    if let until, until < day { return nil }
    let isBanned = consequences.contains { $0.keepsOut }
    switch outcome {
    case .noViolation, .unidentified: return nil
    case .banned: return .banned(until: until)
    case .flagged: return isBanned ? .banned(until: until) : .flagged(until: until)
    case nil: return isBanned ? .banned(until: until) : running
    case .resolved: return isBanned && until != nil ? .banned(until: until) : running
    }
  }

  /// The last day of the highest consequence, when one was recorded.
  ///
  /// Beside a suspension a ban has none: the day is the suspension's.
  package var lastDay: Day? {
    let isSuspended = consequences.contains { $0.keepsOut && $0 != .ban }
    return isSuspended && consequences.contains(.ban) ? nil : until
  }

  /// A consequence that neither bans nor suspends concerns an event only until its last day.
  private var running: PersonStanding? {
    until != nil && !consequences.isEmpty ? .flagged(until: until) : nil
  }
}

extension Consequence {
  /// Whether it keeps the person out while it holds.
  fileprivate var keepsOut: Bool { rank >= Consequence.firstSuspension.rank }
}
