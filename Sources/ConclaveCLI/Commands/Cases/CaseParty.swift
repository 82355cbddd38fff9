import ArgumentParser
import Casework
import Statements
import Vault

/// Says who somebody is in a case.
struct CaseParty: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "party",
    abstract: "Say who is in a case: the reporter, a reported person, a witness.",
    discussion: """
      Everybody who reads the case reads these names, and nobody else does. When the name is that of \
      a member who reads the case, it proposes their recusal: on a terminal it asks, with --yes it \
      recuses them at once.

      A name given on the command line stays in your shell's history; "-" reads it from standard \
      input.

      Example:
        conclave case party home-shelf --role reporter --name "Kim Example" --contact kim@example.org
        conclave case party home-shelf --role witness --name -
      """)

  @Argument(help: "The case's code name.") var code: String

  @Option(
    help: ArgumentHelp(
      "Who they are: \(PartyRole.tokens.joined(separator: ", ")).", valueName: "role"),
    completion: .list(PartyRole.tokens))
  var role: String

  @Option(help: ArgumentHelp("Their name; \"-\" reads it from standard input.", valueName: "name"))
  var name: String

  @Option(help: ArgumentHelp("How they can be reached.", valueName: "contact"))
  var contact: String?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let role: PartyRole = try word(role, for: .roleOption)
    let identity = try surroundings.openIdentity()
    let name = try name == "-" ? surroundings.readText(from: .standardInput) : name
    let party = Party(
      role: role, name: try Self.text(name, for: .nameOption),
      contact: try contact.map { text throws(Failure) in try Self.text(text, for: .contactOption) })
    let added = try surroundings.withVault(as: identity) { vault throws(VaultError) in
      try vault.addParty(party, to: code)
    }
    try surroundings.show(CasePartyReport(added: added))
    surroundings.say(.partyAdded(added))
    try surroundings.proposeRecusals(
      added.namesakes, from: added.shown, as: identity)
    surroundings.sayNext(.nextIsShow(added.shown))
  }

  /// One line of text, without the blanks around and within it.
  static func text(_ text: String, for what: Line) throws(Failure) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !words.isEmpty else { throw Failure(.empty, for: what) }
    guard words.utf8.count <= Party.nameByteLimit else {
      throw .nameTooLong(limit: Party.nameByteLimit, found: words.utf8.count)
    }
    return words
  }
}

extension ConclaveCommand {
  /// A word of a list, as it was typed for `what`.
  func word<Word: VocabularyWord>(_ text: String, for what: Line) throws(Failure) -> Word {
    do throws(ValueError) { return try Word(reading: text) } catch {
      throw Failure(error, for: what)
    }
  }
}

/// A party of a case, as it was just stated.
struct CasePartyReport: Report {
  let added: OpenVault.AddedParty

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [
      ["case", "\(added.shown)"], ["\(added.party.role.token)", "\(added.party.name)"],
    ]
    if let contact = added.party.contact { rows.append(["contact", "\(contact)"]) }
    for namesake in added.namesakes {
      rows.append([
        "same name", "\(namesake.name), who reads it since \(layout.moment(namesake.since))",
      ])
    }
    return Table(rows: rows).lines(columns: nil)
  }

  var json: JSON {
    [
      "case": .string(added.shown), "contact": JSON(added.party.contact),
      "name": .string(added.party.name), "role": .string(added.party.role.token),
      "same_name": .array(
        added.namesakes.map { ["name": .string($0.name), "since": JSON(moment: $0.since)] }),
    ]
  }
}
