/// A question of the intake form, which is filled in with a report.
package enum IntakeField: String, VocabularyWord {
  /// Who reports.
  case reporter
  /// How the reporter can be reached.
  case contact
  /// Whether the reporter wants to stay unnamed.
  case anonymous
  /// When it happened, in the reporter's words.
  case when
  case place = "where"
  /// Whether it is still going on.
  case ongoing
  /// What was done.
  case behaviour
  /// What it did to somebody.
  case impact
  /// Who is reported, by name or described.
  case reported
  case circumstances
  /// Who else was there or was harmed, and how they can be reached.
  case others
  /// Retaliation that happened or is feared.
  case retaliation
  /// Whether no way was found to reach the reporter.
  case noContactFound = "no-contact-found"
  /// By which way the report came.
  case channel
  /// Who took it down.
  case receivedBy = "received-by"

  /// The words an answer can be, or nil when it is any text.
  package var words: [String]? {
    switch self {
    case .anonymous, .noContactFound: ["yes", "no"]
    case .ongoing: ["yes", "no", "unknown"]
    case .channel: ["email", "phone", "in-person", "chat", "other"]
    case .reporter, .contact, .when, .place, .behaviour, .impact, .reported, .circumstances,
      .others, .retaliation, .receivedBy:
      nil
    }
  }
}
