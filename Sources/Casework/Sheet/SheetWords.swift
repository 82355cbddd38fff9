/// Whether a case is being worked on.
package enum CaseStatus: String, VocabularyWord {
  case ongoing, resolved
}

/// How a case ended, which decides how long its records are kept.
package enum Outcome: String, VocabularyWord {
  case noViolation = "no-violation"
  /// A violation for which nobody can be named.
  case unidentified
  case resolved, flagged, banned
}

/// The way by which a report reached the committee.
package enum ReportOrigin: String, VocabularyWord {
  case direct, local, escalated, affiliate
}

/// Who resolved a case; other words are kept as written.
package enum ResolutionSource: String, VocabularyWord {
  case workingGroup = "wg"
  case board, local
  /// Nobody did.
  case nobody = "none"
}

/// Whether there is a risk to somebody's safety.
package enum SafetyRisk: String, VocabularyWord {
  case yes, no, unknown
}

/// Whether the behaviour may happen again.
package enum RepeatRisk: String, VocabularyWord {
  case yes, no, maybe, unknown
}

/// The behaviour that was reported.
package enum BehaviourKind: String, VocabularyWord {
  case harassment
  case intimidationOrStalking = "intimidation-stalking"
  case recording
  case privateInformation = "private-information"
  case threats, incitement
  case banEvasion = "ban-evasion"
  case sexualisedContent = "sexualised-content"
  case insultsOrStereotypes = "insults-stereotypes"
  case swearing
  case sexualAttention = "sexual-attention"
  case physicalContact = "physical-contact"
  case socialContactPattern = "social-contact-pattern"
  case disruption
  case unwantedContact = "unwanted-contact"
  case unprofessional, weapons, other, retaliation
}
