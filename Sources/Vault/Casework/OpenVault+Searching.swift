package import Casework
import Statements

/// Looking for words in everything this member may read of the cases.
extension OpenVault {
  /// A place where the words stand.
  package struct SearchHit: Sendable {
    package enum Place: Hashable, Sendable {
      case entry(number: Int)
      case lateEntry
      case party(PartyRole)
      case link
      case assessment(question: String)
      case closing
    }

    package let shown: String
    package let place: Place
    /// When its author says it was written, seconds since 1970; nil where that is not kept.
    package let stated: Int64?
    /// A piece of the text, as it was written.
    package let excerpt: String
  }

  package struct SearchResult: Sendable {
    package let hits: [SearchHit]
    /// How many cases were looked through: all that are open to this member.
    package let caseCount: Int
  }

  /// Looks through the cases open to this member, oldest first.
  package func search(for wanted: LiteralSearch) throws(VaultError) -> SearchResult {
    let names = caseNames
    var hits: [SearchHit] = []
    var count = 0
    for start in stride(from: 0, to: names.count, by: Self.casesAtOnce) {
      progress(.searching, start, names.count)
      let some = names[start..<min(names.count, start + Self.casesAtOnce)]
      for matter in read(some.map(\.id)) where matter.state.entitled.contains(memberID) {
        count += 1
        let shown = some.first { $0.id == matter.id }?.shown ?? ""
        hits += Self.hits(for: wanted, in: CaseRecord(matter.state), shown: shown)
      }
    }
    return SearchResult(hits: hits, caseCount: count)
  }

  private static let casesAtOnce = 64

  private static func hits(
    for wanted: LiteralSearch, in record: CaseRecord, shown: String
  ) -> [SearchHit] {
    var hits: [SearchHit] = []
    func look(_ place: SearchHit.Place, _ stated: Int64?, in texts: [String?]) {
      for text in texts {
        guard let text, let excerpt = wanted.excerpt(of: text) else { continue }
        hits.append(SearchHit(shown: shown, place: place, stated: stated, excerpt: excerpt))
        return
      }
    }
    for party in record.parties {
      look(
        .party(party.content.role), party.stated, in: [party.content.name, party.content.contact])
    }
    for link in record.links { look(.link, nil, in: [link.codeName.text]) }
    for entry in record.entries + record.late {
      let place = entry.number.map(SearchHit.Place.entry) ?? .lateEntry
      let form = entry.entry.form.map { $0.inOrder.map(\.text) + $0.unknown.values.sorted() } ?? []
      look(place, entry.stated, in: [entry.entry.text, entry.entry.present] + form)
    }
    for (key, answer) in record.answers.sorted(by: { $0.key < $1.key }) {
      look(.assessment(question: key), answer.stated, in: [answer.content])
    }
    for ending in record.closings {
      guard case .closed(let closing) = ending.content else { continue }
      look(
        .closing, ending.stated,
        in: [closing.resolution, closing.source] + closing.consequences.map(\.conditions))
    }
    return hits
  }
}
