import ArgumentParser
import Casework
import Statements
import Vault

/// Closes a case, or what concerns one of the people reported in it.
struct CaseClose: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "close",
    abstract: "Close a case: the outcome, and what follows.",
    discussion: """
      The outcome and its consequences stand in the case; the row of the sheet becomes resolved, \
      with the outcome, the consequences, the source, the review date and the resolution. Everybody \
      on the committee reads the sheet: keep --resolution vague. With several people in the case it \
      is closed person by person.

      --from, --until and --conditions belong to the suspensions, the ban and "other" among the \
      consequences. Which level of the ladder a suspension is follows from its days: 30 to 90 days \
      are short-term, more are extended; "first" and "second" count a person's suspensions. On a \
      terminal, without options, it asks line by line.

      Outcomes: \(Outcome.tokens.joined(separator: ", ")).
      Consequences: \(Consequence.ladder.map(\.token).joined(separator: ", ")); other:TEXT says what.

      Example:
        conclave case close home-shelf
        conclave case close home-shelf --outcome no-violation --consequence not-a-violation
        conclave case close home-shelf --person blue-jay --outcome banned \\
          --consequence first-suspension --from 2026-03-05 --until 2026-05-04 --source wg
      """)

  @Argument(help: "The case's code name.") var code: String

  @Option(help: "How it ended.", completion: .list(Outcome.tokens)) var outcome: String?

  @Option(
    help: ArgumentHelp("What follows; may be given again.", valueName: "c"),
    completion: .list(Consequence.ladder.map(\.token)))
  var consequence: [String] = []

  @Option(help: "Who resolved it: wg, board, local, none, or a text.") var source: String?

  @Option(help: ArgumentHelp("The day on which it is looked at again.", valueName: "day"))
  var review: String?

  @Option(help: ArgumentHelp("What was done, vague on purpose.", valueName: "text"))
  var resolution: String?

  @Option(
    help: ArgumentHelp("Whose row, when several people are reported.", valueName: "p"))
  var person: String?

  @Option(help: ArgumentHelp("The first day of what lasts.", valueName: "day")) var from: String?

  @Option(help: ArgumentHelp("The last day of what lasts.", valueName: "day")) var until: String?

  @Option(help: ArgumentHelp("Under which conditions.", valueName: "text")) var conditions: String?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    var form = ClosingForm(
      consequences: consequence,
      texts: [
        .outcome: outcome, .source: source, .review: review, .resolution: resolution,
      ].compactMapValues(\.self), from: from, until: until, conditions: conditions)
    let asks = form.isEmpty && person == nil
    guard !asks || surroundings.canAsk else { throw .cannotAsk(for: .outcomeOption) }
    let identity = try surroundings.openIdentity()
    if asks {
      form = try surroundings.askForClosing(
        in: try surroundings.withVault(as: identity) { vault throws(VaultError) in
          _ = try vault.showCase(code)
          return surroundings.context(of: vault)
        })
    }
    let (closed, closing) = try surroundings.withVault(as: identity) { vault throws(Failure) in
      let context = surroundings.context(of: vault)
      let closing = try form.read(in: context, today: surroundings.today)
      let closed = try vault.attempt { vault throws(VaultError) in
        try vault.closeCase(code, person: person, on: surroundings.today) { closing.about($0) }
      }
      return (closed, closing.about(closed.person))
    }
    try surroundings.show(CaseCloseReport(closed: closed, closing: closing))
    for warning in Line.warnings(about: closing) { surroundings.warn(warning) }
    surroundings.say(.closed(closed))
    surroundings.sayNext(Line.nextAfterClosing(closed))
  }
}

extension Closing {
  /// The same closing, of one person's row.
  func about(_ person: PersonCodeName?) -> Closing {
    Closing(
      outcome: outcome, person: person, consequences: consequences, source: source,
      review: review, resolution: resolution)
  }
}

/// What was just closed.
struct CaseCloseReport: Report {
  let closed: OpenVault.ClosedCase
  let closing: Closing

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [["case", "\(closed.shown)"]]
    if let person = closed.person { rows.append(["person", "\(person)"]) }
    rows.append(["outcome", "\(closing.outcome.token)"])
    for imposed in closing.consequences { rows.append(["consequence", .imposed(imposed)]) }
    if let source = closing.source { rows.append(["source", "\(source)"]) }
    if let review = closing.review {
      rows.append(["review", "\(ReadableTime.day(review).echo(in: layout.zone))"])
    }
    if let resolution = closing.resolution { rows.append(["resolution", "\(resolution)"]) }
    return Table(rows: rows).lines(columns: nil)
  }

  var json: JSON {
    var members = closing.members
    members["case"] = .string(closed.shown)
    members["closed"] = .bool(closed.isClosed)
    members["open"] = JSON(closed.open.map(\.text))
    return .object(members)
  }
}
