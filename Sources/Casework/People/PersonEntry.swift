/// One entry of the person identity key: who stands behind a person code name.
///
/// It holds nothing about what the person did and has no place for a remark; how often they were
/// reported and what followed is computed from the sheet.
package struct PersonEntry: Hashable, Sendable {
  package let codeName: PersonCodeName
  /// Real names, as written.
  package var names: [String]
  /// Other names they go by, as written.
  package var aliases: [String]
  /// Addresses and handles, as written.
  package var handles: [String]

  package init(
    codeName: PersonCodeName, names: [String], aliases: [String] = [], handles: [String] = []
  ) {
    self.codeName = codeName
    self.names = names
    self.aliases = aliases
    self.handles = handles
  }

  /// Whether somebody who looks for `query`, a name or a handle, may mean this person.
  package func matches(_ query: String) -> Bool {
    let handle = PersonHandle(query)
    if (aliases + handles).contains(where: { PersonHandle($0).matches(handle) }) { return true }
    // The parts of an e-mail address are no parts of a name.
    guard !handle.isAddress else { return false }
    let name = PersonName(query)
    return (names + aliases).contains { PersonName($0).matches(name) }
  }
}
