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
      full; --clear stands for everybody who answered your question about conflicts with "clear".

      Example:
        conclave case admit home-shelf "Lee Park" "Noor Haddad"
        conclave case admit home-shelf --clear
      """)

  @Argument(help: "The case's code name, in full.") var code: String

  @Argument(help: "The members, by their full names.") var name: [String] = []

  @Flag(help: "Everybody who answered that they have no conflict.") var clear = false

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    guard clear != !name.isEmpty else { throw .namesOrClear }
    let identity = try surroundings.openIdentity()
    guard !clear else {
      let admitted = try surroundings.withVault(as: identity) { vault throws(VaultError) in
        try vault.admitAllClear(to: code)
      }
      return try show(admitted, in: surroundings)
    }
    let first = try surroundings.withVault(as: identity) { vault throws(Failure) in
      for name in name { _ = try vault.memberInFull(name) }
      return try admit(in: vault)
    }
    let admitted: OpenVault.Admitted
    switch first {
    case .done(let done): admitted = done
    case .mustBeNamedAgain(let name, let codeName):
      let refusal = VaultError.recusedAndNotNamedAgain(name, codeName)
      guard surroundings.canAsk || surroundings.options.yes else { throw Failure(refusal) }
      // The vault is not held while somebody thinks.
      try surroundings.confirmOrStop(
        .nameAgainQuestion(name), explaining: Line.namingAgainMeans(name, codeName))
      admitted = try surroundings.withVault(as: identity) { vault throws(VaultError) in
        try vault.admit(self.name, to: code, namedAgain: true)
      }
    }
    try show(admitted, in: surroundings)
  }

  private func show(
    _ admitted: OpenVault.Admitted, in surroundings: Surroundings
  ) throws(Failure) {
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

  private enum Attempt {
    case done(OpenVault.Admitted)
    case mustBeNamedAgain(String, CodeName)
  }

  /// Admits, unless somebody comes back after a conflict: they are named again first.
  private func admit(in vault: OpenVault) throws(Failure) -> Attempt {
    do throws(VaultError) {
      return .done(try vault.admit(name, to: code, namedAgain: false))
    } catch .recusedAndNotNamedAgain(let name, let codeName) {
      return .mustBeNamedAgain(name, codeName)
    } catch {
      throw Failure(error)
    }
  }
}
