import ArgumentParser
import Sealing

/// Prints the words to read aloud when checking a card.
struct IdentityFingerprint: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "fingerprint",
    abstract: "Print the twelve words of a card, to read aloud.",
    discussion: """
      Two people who see the same twelve words hold the same card, and nobody has exchanged it on \
      its way. Read them in a call or face to face, not in the mail the card came with. Without a \
      card it prints the words of your own.

      Example:
        conclave identity fingerprint
        conclave identity fingerprint maya.card
      """)

  @Argument(
    help: "The card: a file, the card's text itself, or \"-\" for standard input.",
    completion: .file())
  var card: String?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let shown: Card =
      if let card {
        try surroundings.readCard(card)
      } else {
        try surroundings.readIdentityFile().card
      }
    try surroundings.show(IdentityReport(card: shown))
    surroundings.say(.compareWords)
  }
}

extension Surroundings {
  /// Reads a card that was given as a file, as its text, or as `-` for standard input.
  func readCard(_ given: String) throws(Failure) -> Card {
    let text = try readGiven(given, marked: "conclave-card-")
    do throws(CardError) {
      return try Card(reading: text)
    } catch {
      throw Failure(reading: error)
    }
  }
}
