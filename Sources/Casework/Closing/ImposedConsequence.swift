/// A consequence as it was imposed: with the days between which it holds, and its conditions.
package struct ImposedConsequence: Hashable, Sendable {
  package let consequence: Consequence
  package let from: Day?
  package let until: Day?
  package let conditions: String?

  package init(
    _ consequence: Consequence, from: Day? = nil, until: Day? = nil, conditions: String? = nil
  ) {
    self.consequence = consequence
    self.from = from
    self.until = until
    self.conditions = conditions
  }

  /// How many days it holds, the first and the last among them, when both are known.
  package var days: Int? {
    guard let from, let until else { return nil }
    return until.number - from.number + 1
  }

  /// The level of the ladder, which for a suspension follows from its days alone.
  package var level: LadderLevel? {
    switch consequence {
    case .warning, .finalWarning: .warning
    case .firstSuspension, .secondSuspension: days.flatMap(LadderLevel.init(days:))
    case .ban: .permanentBan
    case .outOfScope, .notAViolation, .noAction, .other: nil
    }
  }
}

extension Consequence {
  /// Whether it can hold from one day to another.
  package var lasts: Bool {
    switch self {
    case .firstSuspension, .secondSuspension, .ban, .other: true
    case .outOfScope, .notAViolation, .noAction, .warning, .finalWarning: false
    }
  }

  package var isSuspension: Bool { self == .firstSuspension || self == .secondSuspension }

  /// The outcomes that it usually comes with.
  package var usualOutcomes: [Outcome] {
    switch self {
    case .outOfScope, .notAViolation: [.noViolation]
    case .noAction: [.resolved, .unidentified]
    case .other, .warning: [.resolved]
    case .finalWarning: [.resolved, .flagged]
    case .firstSuspension, .secondSuspension, .ban: [.banned]
    }
  }
}
