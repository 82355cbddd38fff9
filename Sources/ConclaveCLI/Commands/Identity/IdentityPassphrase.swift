import ArgumentParser
import Sealing

/// Changes the passphrase of an identity file.
struct IdentityPassphrase: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "passphrase",
    abstract: "Change the passphrase of your identity file.",
    discussion: """
      Your keys stay the same; only the file is sealed anew. A copy of the old file, in a backup for \
      instance, still opens with the old passphrase.

      Example:
        conclave identity passphrase
      """)

  @Option(
    help: ArgumentHelp(
      "A file whose first line is the new passphrase; \"-\" for standard input.",
      valueName: "file"), completion: .file())
  var newPassphraseFile: String?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let identity = try surroundings.openIdentity()
    let source = Surroundings.PassphraseSource(newPassphraseFile)
    let passphrase = try surroundings.newPassphrase(from: source)
    try surroundings.writeIdentity(identity, under: passphrase, replacing: true)
    let path = try surroundings.identityPath()
    try surroundings.show(IdentityReport(card: identity.card, path: path))
    surroundings.say(.passphraseChanged(path))
  }
}
