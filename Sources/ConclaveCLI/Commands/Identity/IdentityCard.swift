import ArgumentParser
import Sealing
import SystemPackage

/// Prints the public member card.
struct IdentityCard: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "card",
    abstract: "Print your member card, to send to whoever lets you in.",
    discussion: """
      A card is one line of text that survives mail and chat. It is public: it holds your name and \
      your public keys, and opens nothing. Whoever receives it compares its twelve words with you \
      before using it. If you have no keys yet, this offers to make them.

      Example:
        conclave identity card
        conclave identity card --out maya.card
      """)

  @Option(
    help: ArgumentHelp("Write the card into a new file.", valueName: "file"), completion: .file())
  var out: String?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let card = try card(in: surroundings)
    guard let out else {
      try surroundings.show(CardReport(card: card))
      return
    }
    let path = FilePath(out)
    try surroundings.writePublicFile(card.text + "\n", to: path)
    try surroundings.show(IdentityReport(card: card, path: path))
    surroundings.say(.cardWritten(path))
  }

  private func card(in surroundings: Surroundings) throws(Failure) -> Card {
    let path = try surroundings.identityPath()
    if try !surroundings.hasIdentity(), surroundings.canAsk {
      guard try surroundings.confirm(.offerIdentity(path)) else { throw .noIdentity(path) }
      let card = try surroundings.createIdentity(name: nil, email: nil).card
      surroundings.say(.identityCreated(path))
      return card
    }
    return try surroundings.readIdentityFile().card
  }
}

/// The card alone, as it is sent.
struct CardReport: Report {
  let card: Card

  func lines(in layout: Layout) -> [Line] { ["\(card.text)"] }

  var json: JSON { IdentityReport(card: card).json }
}
