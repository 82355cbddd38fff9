/// Many entries, put in order so that a text is compared only with those it can match.
///
/// It answers what comparing with every entry would answer. A list of 100,000 names costs about as
/// much as reading it, unless nearly all the names of the entries are one name.
package struct PersonIndex: Sendable {
  /// Where a text of an entry stands.
  struct Place: Hashable, Sendable {
    let entry: Int
    let text: Int
  }

  private let texts: [[(written: String, compared: PersonText)]]
  private var handles: [String: [Place]] = [:]
  private var together: [String: [Place]] = [:]
  /// By each part of the names with one full part, and of those with more.
  private var single: [String: [Place]] = [:]
  private var several: [String: [Place]] = [:]

  package init(_ entries: [PersonEntry]) {
    texts = entries.map(\.texts)
    for (entry, texts) in texts.enumerated() {
      for (text, (_, compared)) in texts.enumerated() {
        add(compared, at: Place(entry: entry, text: text))
      }
    }
  }

  private mutating func add(_ text: PersonText, at place: Place) {
    for handle in text.handles {
      handles[handle.untagged ?? handle.folded, default: []].append(place)
    }
    guard let name = text.name else { return }
    for key in Self.keys(of: name) { together[key, default: []].append(place) }
    let full = name.full
    if full.count == 1 { single[full[0], default: []].append(place) }
    if full.count > 1 {
      for part in Set(full) { several[part, default: []].append(place) }
    }
  }

  /// The places in the order given of the entries that `text` matches, the surest first.
  package func matches(_ text: String) -> [(entry: Int, match: PersonMatch)] { matches([text]) }

  /// The same for several texts about one person, each entry with its surest match.
  package func matches(_ texts: [String]) -> [(entry: Int, match: PersonMatch)] {
    var found: [Int: (text: Int, match: PersonMatch)] = [:]
    for text in texts.map({ PersonText($0) }) {
      for place in candidates(for: text) {
        let (written, compared) = self.texts[place.entry][place.text]
        guard let strength = compared.strength(against: text) else { continue }
        if let best = found[place.entry],
          best.match.strength > strength
            || best.match.strength == strength && best.text <= place.text
        {
          continue
        }
        found[place.entry] = (place.text, PersonMatch(strength: strength, matched: written))
      }
    }
    return found.map { ($0.key, $0.value.match) }
      .sorted { ($1.match.strength, $0.entry) < ($0.match.strength, $1.entry) }
  }

  /// Every place whose text may match.
  ///
  /// Of two names with several full parts at least two are shared, so the part that most entries
  /// have need not be looked at.
  func candidates(for text: PersonText) -> Set<Place> {
    var places: Set<Place> = []
    for handle in text.handles {
      places.formUnion(handles[handle.untagged ?? handle.folded] ?? [])
    }
    guard let name = text.name else { return places }
    for key in Self.keys(of: name) { places.formUnion(together[key] ?? []) }
    let full = name.full
    for part in full { places.formUnion(single[part] ?? []) }
    let byCount = full.sorted { (several[$0]?.count ?? 0) < (several[$1]?.count ?? 0) }
    for part in full.count > 1 ? byCount.dropLast() : byCount[...] {
      places.formUnion(several[part] ?? [])
    }
    return places
  }

  /// What is one for two names whose letters or parts are the same.
  private static func keys(of name: PersonName) -> Set<String> {
    PersonName.rotations(of: name.parts).union([name.parts.sorted().joined(separator: " ")])
  }
}
