import ArgumentParser
import Casework
import Sealing
import Statements
import Vault

/// Takes a member out of the committee, and everything they could read away from their keys.
struct Offboard: ConclaveCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a member out, and everything they could read away from their keys.",
    discussion: """
      The member is named in full. Everything they could read gets a new key and is sealed anew, \
      which may take a while; stopped in the middle, the next command of anybody inside goes on. It \
      ends with a signed certificate, the cases that need a new contact, and what is left to do by \
      hand. What somebody has copied or remembers, nothing can take back.

      Example:
        conclave offboard "Alex Moreau"
      """)

  @Argument(help: "The member's full name.") var name: String

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let identity = try surroundings.openIdentity()
    let (member, outOfSight) = try surroundings.withVault(as: identity) { vault throws(Failure) in
      let member = try vault.memberInFull(name)
      guard member.id != vault.memberID else { throw Failure(VaultError.leaveInstead) }
      return (member, vault.casesOutOfSight.map(\.text))
    }
    if !outOfSight.isEmpty {
      surroundings.warn(.mayBeLastReader(member.name, of: Array(outOfSight.prefix(8))))
    }
    // The vault is not held while somebody thinks.
    try surroundings.confirmOrStop(
      .offboardQuestion(member.name), explaining: Line.offboardMeans(member.name))
    let offboarded = try surroundings.withVault(as: identity) { vault throws(VaultError) in
      try vault.offboard(member.id.hex)
    }
    try surroundings.show(OffboardReport(offboarded: offboarded))
    switch offboarded.outcome {
    case .done:
      surroundings.say(.offboarded(member.name))
      if offboarded.unreadCount > 0 { surroundings.say(.unreadFollow(member.name)) }
      surroundings.sayNext(
        offboarded.contactOf.prefix(3).map(Line.nextIsContact) + [.nextIsByHand, .nextIsLog])
    case .waiting(let act, let needed): surroundings.sayWaiting(act, needed)
    }
  }
}

extension Surroundings {
  /// Explains at the terminal what is about to happen, and goes on only when the person agrees.
  func confirmOrStop(_ question: Line, explaining explanation: [Line]) throws(Failure) {
    if canAsk, !options.yes { for line in explanation { tell(line) } }
    try confirmOrStop(question)
  }
}
