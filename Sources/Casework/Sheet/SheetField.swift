/// A column of the status sheet, except the case's code name, by which its rows are found.
package enum SheetField: String, VocabularyWord {
  case person
  /// When the report was received; statistics and the first clocks start here.
  case received
  /// When it happened, in the committee's words, one text or several.
  case incident
  case status
  /// Who resolved it.
  case source
  /// The day it was resolved.
  case resolved
  case safety
  case repetition = "repeat"
  /// What is to be done, vague on purpose.
  case actions
  /// What was done, vague on purpose.
  case resolution
  case consequences
  /// The first and the last day on which a consequence that lasts holds.
  case from, until
  case outcome
  case origin
  case place
  case kind
  /// The day on which the case is to be looked at again.
  case review
}

extension SheetField {
  /// What the values of a field look like.
  enum Shape {
    case personCodeName
    case time
    case day
    /// One word of a fixed list.
    case word([String])
    /// A word of a list, or any text.
    case wordOrText([String])
    case text
    case texts
    case consequences
    case place
  }

  var shape: Shape {
    switch self {
    case .person: .personCodeName
    case .received: .time
    case .resolved, .review, .from, .until: .day
    case .status: .word(CaseStatus.tokens)
    case .safety: .word(SafetyRisk.tokens)
    case .repetition: .word(RepeatRisk.tokens)
    case .outcome: .word(Outcome.tokens)
    case .origin: .word(ReportOrigin.tokens)
    case .kind: .word(BehaviourKind.tokens)
    case .source: .wordOrText(ResolutionSource.tokens)
    case .actions, .resolution: .text
    case .incident: .texts
    case .consequences: .consequences
    case .place: .place
    }
  }

  /// The words that a value of this field can be, for completion and for the list that a refusal
  /// shows; nil when the field takes something other than words.
  ///
  /// `source` and, under a policy without a list of its own, `place` take other words too.
  package func words(under policy: Policy) -> [String]? {
    switch shape {
    case .word(let words), .wordOrText(let words): words
    case .consequences: Consequence.ladder.map(\.token)
    case .place: policy.places
    case .personCodeName, .time, .day, .text, .texts: nil
    }
  }
}
