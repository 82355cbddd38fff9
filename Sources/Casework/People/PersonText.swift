/// A text that names a person, in the forms in which it is compared: handles, addresses and a name.
///
/// "Sam Doe <sam@example.org>" is a name and an address.
package struct PersonText: Hashable, Sendable {
  let handles: [PersonHandle]
  let name: PersonName?

  /// What a text is known to be.
  enum Use { case name, handle, either }

  /// Reads what somebody looks for: a name, a handle, an address, or several of them.
  package init(_ text: String) { self.init(text, as: .either) }

  init(_ text: String, as use: Use) {
    var handles: [PersonHandle] = []
    var rest = text
    // An `@` is in no name.
    if text.contains("@") {
      var words: [Substring] = []
      for word in text.split(whereSeparator: { $0.isWhitespace || "<>()[],;\"".contains($0) }) {
        if word.contains("@") {
          handles.append(PersonHandle(String(word)))
        } else {
          words.append(word)
        }
      }
      rest = words.joined(separator: " ")
    } else if use != .name {
      handles.append(PersonHandle(text))
    }
    self.handles = handles
    let name = PersonName(rest)
    self.name = use == .handle || name.isEmpty ? nil : name
  }

  /// How surely the two are one person's; nil when nothing says so.
  package func strength(against other: PersonText) -> MatchStrength? {
    var strongest: MatchStrength?
    for handle in handles {
      for theirs in other.handles {
        strongest = Self.stronger(strongest, handle.strength(against: theirs))
      }
    }
    if strongest != .same, let name, let theirs = other.name {
      strongest = Self.stronger(strongest, name.strength(against: theirs))
    }
    return strongest
  }

  private static func stronger(_ one: MatchStrength?, _ other: MatchStrength?) -> MatchStrength? {
    guard let one, let other else { return one ?? other }
    return max(one, other)
  }
}
