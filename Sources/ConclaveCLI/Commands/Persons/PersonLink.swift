import ArgumentParser
import Casework
import Sealing
import Statements
import Vault

/// States who is reported in a case.
struct PersonLink: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Say that a person is reported in a case.",
    discussion: """
      The person's code name goes on the case's row of the sheet. Whoever was recused from the case, \
      or may not know of it, is kept out of the person's entry in the same step; the other key \
      holders are let into it. It says how often the person was reported before, and what followed; \
      at a terminal it asks whether other reported names of the case are theirs as well.

      Example:
        conclave person link home-shelf blue-jay
      """)

  @Argument(help: "The case's code name.") var code: String

  @Argument(help: "The person's code name.") var person: String

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let identity = try surroundings.openIdentity()
    let linked = try surroundings.withVault(as: identity) { vault throws(VaultError) in
      try vault.link(code, to: person)
    }
    try surroundings.show(PersonLinkReport(linked: linked, day: surroundings.today))
    surroundings.say(.linked(linked.person.entry.codeName, to: linked.codeName))
    let isAsked = surroundings.canAsk && !surroundings.options.yes
    if isAsked { try addOtherNames(of: linked, as: identity, in: surroundings) }
    let isOffered = !isAsked && !linked.otherNames.isEmpty
    surroundings.sayNext(
      (isOffered ? [.nextIsOtherName(linked.person.entry.codeName)] : [])
        + [.nextIsSheetRow(linked.codeName)])
  }

  /// Asks for each other name of the case whether it is this person's, and adds those that are.
  private func addOtherNames(
    of linked: OpenVault.Linked, as identity: Identity, in surroundings: Surroundings
  ) throws(Failure) {
    var theirs: [String] = []
    for name in linked.otherNames
    where try surroundings.confirm(.isTheirs(name, linked.person.shown)) { theirs.append(name) }
    guard !theirs.isEmpty else { return }
    let change = OpenVault.PersonChange(
      added: PersonNames(
        names: [], aliases: theirs.filter { !$0.contains("@") },
        handles: theirs.filter { $0.contains("@") }))
    let person = try surroundings.withVault(as: identity) { vault throws(VaultError) in
      try vault.changePerson(linked.person.shown, by: change)
    }
    surroundings.say(.otherNamesAdded(theirs, to: person.shown))
  }
}

/// A person linked to a case, how often they were reported before, and what followed.
struct PersonLinkReport: Report {
  let linked: OpenVault.Linked
  let day: Day

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [
      ["case", "\(linked.codeName)"],
      ["person", "\(linked.person.shown)"],
      ["before", .reportedBefore(linked.before.reportCount, caseCount: linked.before.rows.count)],
      ["reports", "\(linked.person.reportCount)"],
    ]
    if let highest = linked.before.highest {
      rows.append([
        "highest", .consequence(highest.consequence, from: highest.from, until: highest.until),
      ])
    }
    if let standing = linked.before.standing(on: day) { rows.append(["now", .standing(standing)]) }
    rows.append(["readers", .list(linked.person.readers)])
    if !linked.barred.isEmpty { rows.append(["kept out", .list(linked.barred)]) }
    if !linked.otherNames.isEmpty { rows.append(["also named", .list(linked.otherNames)]) }
    return Table(rows: rows).lines(columns: nil)
  }

  var json: JSON {
    let standing = linked.before.standing(on: day)
    return [
      "case": .string(linked.codeName.text),
      "cases_before": .integer(linked.before.rows.count),
      "highest": JSON(linked.before.highest?.consequence.text),
      "kept_out": JSON(linked.barred),
      "other_names": JSON(linked.otherNames),
      "person": .string(linked.person.shown),
      "readers": JSON(linked.person.readers),
      "reported_before": .bool(linked.isRepeat),
      "reports": .integer(linked.person.reportCount),
      "reports_before": .integer(linked.before.reportCount),
      "standing": JSON(standing?.word),
      "standing_until": JSON(standing?.until?.text),
    ]
  }
}
