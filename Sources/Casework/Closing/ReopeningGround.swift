/// Why a closed case is taken up again.
package enum ReopeningGround: String, VocabularyWord {
  /// New context came to light.
  case context
  case appeal
  /// Somebody asks to be let back.
  case readmission
  /// A further report about the same matter.
  case report
  /// The moderators disagree.
  case moderators
}
