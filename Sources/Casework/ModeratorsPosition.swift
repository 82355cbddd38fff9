/// What moderators answer to a recommended response.
///
/// It is recorded before the response takes effect and does not bind the committee.
package enum ModeratorsPosition: String, VocabularyWord {
  case accept, disagree
}
