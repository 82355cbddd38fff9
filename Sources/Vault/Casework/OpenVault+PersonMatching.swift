package import Casework
import Sealing
import Statements

/// Finding persons by name: a proposal to a key holder, who decides.
extension OpenVault {
  /// A person whose entry matched what was asked for.
  package struct KnownPerson: Sendable {
    /// What was asked for.
    package let asked: String
    package let person: PersonReport
    package let match: PersonMatch
  }

  package struct FoundPersons: Sendable {
    /// The strongest match first.
    package let found: [KnownPerson]
    /// How many entries on the sheet could not be compared, because this member does not read their
    /// names or nobody knows any.
    package let unreadCount: Int
  }

  /// The entries whose names, aliases or handles match.
  package func findPersons(named text: String) throws(VaultError) -> FoundPersons {
    try checkKeyHolder()
    let entries = openEntries
    let compared = Set(
      entries.map { PersonRecord($0.state).entry }.filter { !$0.known.isEmpty }.map(\.codeName))
    let onSheet = Set(sheetRecord().rows.keys.compactMap(\.person))
    return FoundPersons(
      found: known([text], among: entries), unreadCount: onSheet.subtracting(compared).count)
  }

  /// The persons whose names match one of `names`, each with the one that matches most surely: what
  /// `case open` and `case party` propose to link.
  ///
  /// Empty for everybody but key holders, who know whom they read about.
  package func knownPersons(named names: [String]) -> [KnownPerson] {
    guard me?.isKeyHolder == true, !names.isEmpty else { return [] }
    return known(names, among: openEntries)
  }

  private func known(_ names: [String], among entries: [Compartment]) -> [KnownPerson] {
    let index = PersonIndex(entries.map { PersonRecord($0.state).entry })
    var best: [Int: (asked: String, match: PersonMatch)] = [:]
    for asked in names {
      for (place, match) in index.matches(asked)
      where best[place].map({ $0.match.strength < match.strength }) ?? true {
        best[place] = (asked, match)
      }
    }
    let shown = shownPersons
    return best.map { place, found in
      KnownPerson(
        asked: found.asked, person: personReport(entries[place], among: shown), match: found.match)
    }
    .sorted {
      ($1.match.strength, $0.person.shown) < ($0.match.strength, $1.person.shown)
    }
  }
}
