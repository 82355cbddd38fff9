import ArgumentParser
import Sealing

/// Makes new keys under a passphrase.
struct IdentityCreate: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Make your keys, under a passphrase.",
    discussion: """
      Everybody does this once, on their own machine. It asks for a passphrase twice; press return \
      instead and six words are drawn for you. The file it writes is never overwritten and only you \
      may read it. The twelve words it prints are your fingerprint: a colleague reads them back to \
      you before letting you in.

      Example:
        conclave identity create --name "Maya Lindqvist" --email maya@example.org
      """)

  @Option(help: ArgumentHelp("Your name, as colleagues know it.", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("Your e-mail address, shown on your card.", valueName: "address"))
  var email: String?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let card = try surroundings.createIdentity(name: name, email: email).card
    let path = try surroundings.identityPath()
    try surroundings.show(IdentityReport(card: card, path: path))
    surroundings.say(.identityCreated(path))
    surroundings.sayNext(.nextIsCard)
  }
}
