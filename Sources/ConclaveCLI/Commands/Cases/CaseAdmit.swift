import ArgumentParser
import Casework
import Vault

/// Lets members into a case.
struct CaseAdmit: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "admit",
    abstract: "Let members read a case, from its first entry on.",
    discussion: """
      A chair who reads the case admits at once; so does whoever opened it, while no chair reads \
      it. Otherwise, and for everybody who was recused or hidden from, it takes more than half of \
      the chairs and members who read the case: one admits, the others endorse. Names are given in \
      full.

      Example:
        conclave case admit home-shelf "Lee Park" "Noor Haddad"
      """)

  @Argument(help: "The case's code name, in full.") var code: String

  @Argument(help: "The members, by their full names.") var name: [String]

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let admitted = try surroundings.withVault { vault throws(Failure) in
      for name in name { _ = try vault.memberInFull(name) }
      return try admit(in: vault, surroundings)
    }
    try surroundings.show(
      ReaderChangeReport(
        codeName: admitted.codeName, members: admitted.names, outcome: admitted.outcome))
    switch admitted.outcome {
    case .done: surroundings.say(.admitted(admitted.names, to: admitted.codeName))
    case .waiting(let act, let needed):
      surroundings.say(.admissionWaits(admitted.names, for: needed))
      surroundings.sayNext(.nextIsEndorsement(act))
    }
  }

  /// Admits; whoever comes back after a recusal is named again first.
  private func admit(
    in vault: OpenVault, _ surroundings: Surroundings
  ) throws(Failure) -> OpenVault.Admitted {
    do throws(VaultError) {
      return try vault.admit(name, to: code, namedAgain: false)
    } catch .recusedAndNotNamedAgain(let name, let codeName) {
      let refusal = VaultError.recusedAndNotNamedAgain(name, codeName)
      guard surroundings.canAsk || surroundings.options.yes else { throw Failure(refusal) }
      try surroundings.confirmOrStop(.nameAgain(name, in: codeName))
    } catch {
      throw Failure(error)
    }
    return try vault.attempt { vault throws(VaultError) in
      try vault.admit(name, to: code, namedAgain: true)
    }
  }
}
