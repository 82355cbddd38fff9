import ArgumentParser
import Casework
import Vault

/// Looks for words in the cases.
struct CaseSearch: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Look for words in everything you may read of the cases.",
    discussion: """
      It looks through entries, intake forms, parties, links, assessments and closings of every case \
      that is open to you. Words are found as they are typed, whatever their case and accents, and \
      however lines break. A name on the command line stays in your shell's history; "-" reads the \
      words from standard input.

      Example:
        conclave case search "lightning talk"
        conclave case search - < words.txt
      """)

  @Argument(help: "The words; \"-\" reads them from standard input.") var text: String

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let identity = try surroundings.openIdentity()
    let wanted = try text == "-" ? surroundings.readText(from: .standardInput) : text
    guard let search = LiteralSearch(wanted) else { throw Failure(.empty, for: .searchArgument) }
    let result = try surroundings.withVault(as: identity) { vault throws(VaultError) in
      try vault.search(for: search)
    }
    try surroundings.show(CaseSearchReport(result: result))
    surroundings.say(.searched(result.hits.count, cases: result.caseCount))
    if let first = result.hits.first { surroundings.sayNext(.nextIsShow(first.shown)) }
  }
}

/// The places where the words stand, a line for each.
struct CaseSearchReport: Report {
  let result: OpenVault.SearchResult

  func lines(in layout: Layout) -> [Line] {
    let rows = result.hits.map { hit -> [Line] in
      [
        "\(hit.shown)", .place(hit.place), hit.stated.map(layout.day) ?? "", "\(hit.excerpt)",
      ]
    }
    return Table(rows: rows).lines(columns: layout.columns)
  }

  var json: JSON {
    [
      "cases_searched": .integer(result.caseCount),
      "hits": .array(
        result.hits.map { hit in
          var number: Int?
          if case .entry(let found) = hit.place { number = found }
          return [
            "case": .string(hit.shown), "entry": JSON(number), "excerpt": .string(hit.excerpt),
            "stated": hit.stated.map(JSON.init(moment:)) ?? .null,
            "where": .string(hit.place.token),
          ]
        }),
    ]
  }
}

extension OpenVault.SearchHit.Place {
  var token: String {
    switch self {
    case .entry: "entry"
    case .lateEntry: "late"
    case .party: "party"
    case .link: "link"
    case .assessment: "assessment"
    case .closing: "closing"
    }
  }
}
