/// One entry of the person identity key: who stands behind a person code name.
///
/// It holds nothing about what the person did; how often they were reported and what followed is
/// computed from the sheet.
package struct PersonEntry: Hashable, Sendable {
  package let codeName: PersonCodeName
  /// Real names, as written.
  package var names: [String]
  /// Other names they go by, as written.
  package var aliases: [String]
  /// Addresses and handles, as written.
  package var handles: [String]
  /// How they were described while nobody knew their name, as written; compared with nothing.
  package var descriptions: [String]

  package init(
    codeName: PersonCodeName, names: [String], aliases: [String] = [], handles: [String] = [],
    descriptions: [String] = []
  ) {
    self.codeName = codeName
    self.names = names
    self.aliases = aliases
    self.handles = handles
    self.descriptions = descriptions
  }

  /// Everything that a name or a handle can be compared with, as written.
  package var known: [String] { names + aliases + handles }

  /// Which of the names, aliases and handles `text` matches most surely; nil when none.
  package func match(_ text: PersonText) -> PersonMatch? {
    var found: PersonMatch?
    for (written, compared) in texts where found?.strength != .same {
      guard let strength = compared.strength(against: text),
        found.map({ $0.strength < strength }) ?? true
      else { continue }
      found = PersonMatch(strength: strength, matched: written)
    }
    return found
  }

  package func match(_ text: String) -> PersonMatch? { match(PersonText(text)) }

  /// Everything the person goes by, as written and as it is compared.
  var texts: [(written: String, compared: PersonText)] {
    names.map { ($0, PersonText($0, as: .name)) }
      + aliases.map { ($0, PersonText($0, as: .either)) }
      + handles.map { ($0, PersonText($0, as: .handle)) }
  }
}
