import Casework

extension VocabularyWord {
  /// Reads a word as it was typed for `what`, an option or an argument.
  init(typed text: String, for what: Line) throws(Failure) {
    do throws(ValueError) {
      try self.init(reading: text)
    } catch {
      throw Failure(error, for: what)
    }
  }
}
