/// A question that the committee answers when it assesses a case.
package enum AssessmentField: String, VocabularyWord {
  // Finding.
  case what, violation, responsible, threat
  // Jurisdiction.
  case listed, norms
  case inScope = "in-scope"
  // Impact.
  case visibility, marginalised
  case reporterMarginalised = "reporter-marginalised"
  case harm, disengage, leader
  // Risk.
  case sexualHarassment = "sexual-harassment"
  case safety
  case mentalHealth = "mental-health"
  case repetition = "repeat"
  case understands, pattern
}

extension AssessmentField {
  /// What a question is about.
  package enum Part: String, CaseIterable, Sendable {
    case finding, jurisdiction, impact, risk
  }

  package var part: Part {
    switch self {
    case .what, .violation, .responsible, .threat: .finding
    case .listed, .norms, .inScope: .jurisdiction
    case .visibility, .marginalised, .reporterMarginalised, .harm, .disengage, .leader: .impact
    case .sexualHarassment, .safety, .mentalHealth, .repetition, .understands, .pattern: .risk
    }
  }

  /// The words an answer can be, or nil when it is any text.
  package var words: [String]? {
    switch self {
    case .what, .harm: nil
    case .violation: ["yes", "no", "undetermined"]
    case .responsible: ["identified", "not-identified", "nobody"]
    case .listed: ["yes", "borderline", "no"]
    case .inScope: ["yes", "no", "outside-but-safety"]
    case .visibility: ["public", "private"]
    case .safety: SafetyRisk.tokens
    case .repetition: RepeatRisk.tokens
    case .threat, .norms, .marginalised, .reporterMarginalised, .disengage, .leader,
      .sexualHarassment, .mentalHealth, .understands, .pattern:
      ["yes", "no", "unknown"]
    }
  }

  /// The column of the status sheet that the answer also fills, so that nobody is asked twice.
  package var sheetField: SheetField? {
    switch self {
    case .safety: .safety
    case .repetition: .repetition
    default: nil
    }
  }

  /// Whether committees under `policy` are asked; any committee may answer.
  package func isAsked(under policy: Policy) -> Bool {
    self != .reporterMarginalised || policy == .psf
  }

  /// The longest answer, in bytes of UTF-8.
  package static let maximumBytes = 4096

  /// Reads an answer as a person types it; a word that is not on the question's list is refused
  /// together with the list.
  package func parse(_ text: String) throws(ValueError) -> String {
    try Answer.read(text, words: words, maximumBytes: Self.maximumBytes)
  }
}
