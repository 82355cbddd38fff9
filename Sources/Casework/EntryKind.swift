/// What an entry in a case's log is.
package enum EntryKind: String, VocabularyWord {
  /// A summary of a verbal report, or the text of a written one.
  case report
  case discussion
  /// Jurisdiction, impact and risk.
  case assessment
  /// A behavioural modification plan.
  case plan
  /// The consequences proposed.
  case consequences
  /// What was written to or heard from somebody outside the case's readers.
  case correspondence
  case meeting
  /// What the reporter or a harmed party thinks of the proposed resolution.
  case feedback
  /// What the moderators answer to a recommended response.
  case answer
  case apology
  case decision
  /// What one member did alone, to be reviewed by the others.
  case action
  case letter
  case note
}

/// Whom the committee corresponds with.
package enum Correspondent: String, VocabularyWord {
  case reporter, reported, harmed, witness, moderators, organisers, ocwg, board, official, legal
  case police, other
}

/// What a person is in a case.
///
/// The words are neutral: being reported says nothing about what is found.
package enum PartyRole: String, VocabularyWord {
  case reported, reporter, witness, harmed, other
}
