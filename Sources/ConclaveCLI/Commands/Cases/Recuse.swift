import ArgumentParser
import Casework
import Statements
import Vault

/// States a conflict of interest, one's own or another's.
struct Recuse: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "recuse",
    abstract: "Step out of a case you have a conflict with, or take somebody else out.",
    discussion: """
      Nobody asks for a reason, and there is no place for one. Your keys to the case are dropped at \
      once; the next reader's client then replaces the key, and from there on you can read nothing \
      of the case in the vault, old or new, nor who the people in it are. What you have read \
      before cannot be taken back.

      A chair who reads the case takes another out at once. Otherwise more than half of the chairs \
      and members who read it must agree, the one concerned not counted. The last reader cannot be \
      taken out.

      Example:
        conclave recuse home-shelf
        conclave recuse home-shelf --member "Lee Park"
      """)

  @Argument(help: "The case's code name; in full with --member.") var code: String

  @Option(help: ArgumentHelp("Another member, by their full name.", valueName: "name"))
  var member: String?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let identity = try surroundings.openIdentity()
    let asked = try surroundings.withVault(as: identity) { vault throws(Failure) in
      try caseToAskAbout(in: vault)
    }
    // The vault is not held while somebody thinks.
    if let asked {
      try surroundings.confirmOrStop(.recuseQuestion(asked), explaining: Line.recuseMeans(asked))
    }
    let recused = try surroundings.withVault(as: identity) { vault throws(VaultError) in
      try vault.recuse(member, from: code)
    }
    try surroundings.show(
      ReaderChangeReport(
        codeName: recused.codeName, members: [recused.name], outcome: recused.outcome,
        persons: recused.persons))
    if let place = recused.toSyncWith { surroundings.warn(.recusalLiesHereOnly(place)) }
    switch recused.outcome {
    case .done where recused.isMe:
      surroundings.say(.outOfCase(recused.codeName))
      if recused.wasContact { surroundings.warn(.contactIsOut(recused.name, recused.codeName)) }
    case .done:
      surroundings.say(.tookOut(recused.name, of: recused.codeName))
      if recused.wasContact { surroundings.warn(.contactIsOut(recused.name, recused.codeName)) }
      surroundings.sayNext(.nextIsHistory(recused.codeName))
    case .waiting(let act, let needed):
      surroundings.say(.recusalWaits(recused.name, for: needed))
      surroundings.sayNext(.nextIsEndorsement(act))
    }
  }

  /// The case that the person is about to step out of; nothing when somebody else is taken out, and
  /// for the last reader, who is refused anyway.
  private func caseToAskAbout(in vault: OpenVault) throws(Failure) -> String? {
    if let member, try vault.memberInFull(member).id != vault.memberID { return nil }
    let found = try vault.attempt { vault throws(VaultError) in try vault.showCase(code) }
    return found.readers.count > 1 ? found.shown : nil
  }
}
