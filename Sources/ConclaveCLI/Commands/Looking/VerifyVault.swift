import ArgumentParser
import Sealing
import Vault

/// Checks every file of the vault.
struct VerifyVault: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check every file, every seal and every signature again.",
    discussion: """
      Believes nothing this machine remembers. What you cannot open is checked as far as its name \
      goes. When something is damaged or missing it says what, and ends with exit code 65. It also \
      prints the twelve words of the vault, to read to a colleague who joins without an invitation.

      Example:
        conclave verify
      """)

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let (vault, found) = try surroundings.withVault { vault throws(VaultError) in
      (vault.id, try vault.verify())
    }
    try surroundings.show(VerificationReport(vault: vault, found: found))
    guard found.isSound else { throw .notSound(found) }
    surroundings.say(.sound)
    surroundings.sayNext(.nextIsStatus)
  }
}
