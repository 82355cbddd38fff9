package import Casework
import Sealing
import Statements

/// Screening a list of names for those who are flagged or banned.
extension OpenVault {
  /// What was found on a list.
  ///
  /// It holds no case, no code name of somebody who was found, no name but those on the list, and
  /// nothing about anybody who is neither flagged nor banned.
  package struct Screening: Sendable {
    package struct Hit: Sendable {
      package let listed: NameList.Item
      package let strength: MatchStrength
      package let standing: PersonStanding
      /// What to advise; nil when nothing was recorded or its last day has passed.
      package let advice: String?
    }

    /// In the order of the list; for one name the surest match first.
    package let hits: [Hit]
    package let listedCount: Int
    /// Flagged or banned persons whose names are not open to this member.
    package let notOpen: [PersonCodeName]
    /// Flagged or banned persons of whom no name or handle is known.
    package let nameless: [PersonCodeName]
  }

  /// Tells who on `list` is flagged or banned on `day`, as the sheet says; the list is kept nowhere.
  package func screen(_ list: NameList, on day: Day) throws(VaultError) -> Screening {
    try checkKeyHolder()
    let concerned = Set(
      sheetRecord().rows.values.filter { $0.row.standing(on: day) != nil }.compactMap(\.id.person))
    let open = openEntries.map { ($0, PersonRecord($0.state)) }
      .filter { concerned.contains($0.1.entry.codeName) }
    let shown = shownPersons
    let records = open.compactMap { entry, record in
      rows(of: entry, record, among: shown).standing(on: day).map { (record: record, standing: $0) }
    }
    let index = PersonIndex(records.map(\.record.entry))
    var hits: [Screening.Hit] = []
    for item in list.items {
      for (place, match) in index.matches(item.texts) {
        let (record, standing) = records[place]
        let advice = record.advice.flatMap { $0.holds(on: day) ? $0.text : nil }
        hits.append(
          Screening.Hit(
            listed: item, strength: match.strength, standing: standing, advice: advice))
      }
    }
    let readable = Set(open.map(\.1.entry.codeName))
    return Screening(
      hits: hits, listedCount: list.items.count,
      notOpen: concerned.subtracting(readable).sorted(),
      nameless: records.map(\.record.entry).filter { $0.known.isEmpty }.map(\.codeName).sorted())
  }
}
