import ArgumentParser
import Sealing
import Statements
import Vault

/// Makes a member a holder of the person identity key, or no longer.
struct MemberKeyHolder: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "keyholder",
    abstract: "Say who holds the person identity key: the real names behind the code names.",
    discussion: """
      A holder reads the entries you open to them: all you read yourself, except those of people in \
      cases they are kept out of. Typed again for somebody who is a holder already, it opens what \
      was not open to them yet. Taking it away replaces the keys of every entry.

      Example:
        conclave member keyholder Lee yes
      """)

  enum Answer: String, CaseIterable, ExpressibleByArgument { case yes, no }

  @Argument(help: "The member.") var name: String

  @Argument(help: "yes or no.") var answer: Answer

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let (member, outcome, opens) = try surroundings.withVault { vault throws(VaultError) in
      let member = try vault.findMember(name)
      let opens = vault.me?.isKeyHolder == true
      return (member, try vault.setKeyHolder(member.id.hex, to: answer == .yes), opens)
    }
    try surroundings.show(
      ActReport(
        member: member.name, change: "key holder", shown: "\(answer.rawValue)",
        value: .bool(answer == .yes), outcome: outcome))
    switch outcome {
    case .done:
      switch answer {
      case .yes: surroundings.say(opens ? .holdsKey(member.name) : .mayHoldKey(member.name))
      case .no: surroundings.say(.holdsKeyNoMore(member.name))
      }
      surroundings.sayNext(.nextIsMemberAccess(member.name))
    case .waiting(let act, let needed): surroundings.sayWaiting(act, needed)
    }
  }
}
