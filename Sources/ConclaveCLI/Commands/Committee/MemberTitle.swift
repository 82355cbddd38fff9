import ArgumentParser
import Casework
import Sealing
import Statements
import Vault

/// Gives a member titles.
struct MemberTitle: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "title",
    abstract: "Say who is a responder, or a liaison.",
    discussion: """
      The titles are responder, ocwg-liaison and board-liaison. Those given here replace the ones \
      before; "none" takes them all away. A title grants nothing.

      Example:
        conclave member title Lee responder
        conclave member title Lee responder board-liaison
        conclave member title Lee none
      """)

  @Argument(help: "The member.") var name: String

  @Argument(
    help: "The titles, or none.",
    completion: .list(["responder", "ocwg-liaison", "board-liaison", "none"]))
  var title: [String]

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    var titles: Set<Title> = []
    if title != ["none"] {
      for text in title { titles.insert(try Title(typed: text, for: .titleArgument)) }
    }
    let (member, outcome) = try surroundings.withVault { vault throws(VaultError) in
      let member = try vault.findMember(name)
      return (member, try vault.setTitles(of: member.id.hex, to: titles))
    }
    let shown = titles.sorted { $0.rawValue < $1.rawValue }
    try surroundings.show(
      ActReport(
        member: member.name, change: "titles",
        shown: shown.isEmpty ? "none" : .list(shown.map(\.display)),
        value: JSON(shown.map(\.token)), outcome: outcome))
    switch outcome {
    case .done: surroundings.say(.hasTitles(member.name, shown))
    case .waiting(let act, let needed): surroundings.sayWaiting(act, needed)
    }
  }
}
