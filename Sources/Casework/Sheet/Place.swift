/// Where something happened: a word of the policy's list, and for an event its name.
///
/// Written `forum`, or `event:PyCon Sample 2026`. Only an event has a name, and it always has one,
/// kept as written.
package struct Place: Hashable, Sendable {
  /// The token of the place.
  package let word: String
  /// The name of the event, or nil when the place is no event.
  package let name: String?

  /// The word that takes a name.
  package static let event = "event"

  /// The form that is stored and typed.
  package var text: String { name.map { "\(word):\($0)" } ?? word }

  /// Reads a place as a person types it, under a policy that says which there are.
  ///
  /// Under a policy without a list of its own every word is a place.
  package init(reading text: String, policy: Policy) throws(ValueError) {
    let known = policy.places
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let head = Vocabulary.token(reading: String(parts.first ?? ""))
    if head == Self.event, known?.contains(Self.event) ?? true {
      let name = parts.count == 2 ? Blanks.trimmed(parts[1]) : ""
      guard !name.isEmpty else { throw .textMissing(after: Self.event) }
      (self.word, self.name) = (head, name)
      return
    }
    let word = Vocabulary.token(reading: text)
    guard !word.isEmpty else { throw .empty }
    if let known, !known.contains(word) { throw Vocabulary.unknown(word, among: known) }
    (self.word, self.name) = (word, nil)
  }

  /// Reads the stored form, of whatever policy it was written under, or nil when it is not one.
  init?(stored text: String) {
    if text.hasPrefix("\(Self.event):") {
      let name = String(text.dropFirst(Self.event.count + 1))
      guard !name.isEmpty, Blanks.trimmed(name) == name else { return nil }
      (self.word, self.name) = (Self.event, name)
      return
    }
    guard !text.isEmpty, text != Self.event, Vocabulary.token(reading: text) == text else {
      return nil
    }
    (self.word, self.name) = (text, nil)
  }
}
