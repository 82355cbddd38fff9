import ArgumentParser
import Sealing
import Statements
import Vault

/// Says whether a member votes on motions.
struct MemberVoting: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "voting",
    abstract: "Say who votes on motions.",
    discussion: """
      Chairs, members and stand-ins vote on the motions of the cases they read, unless you say no \
      here; advisers and observers never do. Who governs the committee and its cases does not depend \
      on it: that goes by the role alone.

      Example:
        conclave member voting Lee no
      """)

  enum Answer: String, CaseIterable, ExpressibleByArgument { case yes, no }

  @Argument(help: "The member.") var name: String

  @Argument(help: "yes or no.") var answer: Answer

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let (member, outcome) = try surroundings.withVault { vault throws(VaultError) in
      let member = try vault.findMember(name)
      return (member, try vault.setVoting(member.id.hex, to: answer == .yes))
    }
    try surroundings.show(
      ActReport(
        member: member.name, change: "voting", shown: "\(answer.rawValue)",
        value: .bool(answer == .yes), outcome: outcome))
    switch outcome {
    case .done: surroundings.say(.votes(member.name, answer == .yes))
    case .waiting(let act, let needed): surroundings.sayWaiting(act, needed)
    }
  }
}
