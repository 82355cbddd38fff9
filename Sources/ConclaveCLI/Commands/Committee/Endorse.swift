import ArgumentParser
import Casework
import Sealing
import Statements
import Vault

/// Co-signs an act that waits for a majority.
struct Endorse: ConclaveCommand {
  static let configuration = CommandConfiguration(
    abstract: "Co-sign an act that waits for a majority.",
    discussion: """
      Some acts need more than one signature: taking the chair from somebody, or letting somebody \
      back into a case after a conflict. One member proposes, and the act takes effect with the \
      signature that completes the majority. "conclave status" lists what waits, and for whom.

      Example:
        conclave endorse 3f09a1c2b4
      """)

  @Argument(help: "The act: the first digits of its id, as \"conclave status\" shows them.")
  var act: String

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let (report, newcomer) = try surroundings.withVault { vault throws(VaultError) in
      let wanted = act.lowercased()
      let waiting = vault.waitingActs.first { $0.id.hex.hasPrefix(wanted) }
      let line = waiting.map { WaitingLine($0, in: vault) }
      var newcomer: String?
      if case .roster(.appoint(let card, _))? = waiting?.what { newcomer = card.name }
      return (EndorsedReport(act: line, outcome: try vault.endorse(wanted)), newcomer)
    }
    try surroundings.show(report)
    switch report.outcome {
    case .done:
      surroundings.say(.endorsedAndDone)
      surroundings.sayNext((newcomer.map { [.nextIsInvitation($0)] } ?? []) + [.nextIsLog])
    case .waiting(let act, let needed): surroundings.sayWaiting(act, needed)
    }
  }
}

/// What was endorsed, and what became of it.
struct EndorsedReport: Report {
  /// What was endorsed; there is nothing to show when it was not found, and then it failed.
  let act: WaitingLine?
  let outcome: ActOutcome

  func lines(in layout: Layout) -> [Line] {
    let what: [[Line]] =
      act.map { [["endorsed", $0.summary], ["proposed by", "\($0.by)"]] } ?? []
    return Table(rows: what + outcome.rows).lines(columns: nil)
  }

  var json: JSON {
    var members = outcome.members
    members["endorsed"] = act?.json ?? .null
    return .object(members)
  }
}
