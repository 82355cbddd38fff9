import ArgumentParser
import Vault

/// Says that two cases belong together.
struct LinkCases: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Say that two cases belong together.",
    discussion: """
      Each then names the other, for those who read it. You must read both. A case that is hidden \
      from somebody is linked only to one with the same readers: its name would tell the others \
      that it is there.

      Example:
        conclave case link home-shelf tin-roof
      """)

  @Argument(help: "One case's code name.") var one: String

  @Argument(help: "The other's.") var other: String

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let linked = try surroundings.withVault { vault throws(VaultError) in
      try vault.linkCases(one, other)
    }
    try surroundings.show(LinkCasesReport(linked: linked))
    surroundings.say(.linked(linked.one, linked.other))
    surroundings.sayNext(.nextIsShow(linked.one))
  }
}

/// Two cases that were just linked.
struct LinkCasesReport: Report {
  let linked: OpenVault.LinkedCases

  func lines(in layout: Layout) -> [Line] {
    Table(rows: [["case", "\(linked.one)"], ["linked to", "\(linked.other)"]]).lines(columns: nil)
  }

  var json: JSON { ["case": .string(linked.one), "linked_to": .string(linked.other)] }
}
