import ArgumentParser

/// The commands about one's own keys.
struct IdentityCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "identity",
    abstract: "Your own keys, and the card that others know them by.",
    discussion: """
      Your identity is your private half: a file that opens with your passphrase and never leaves \
      your machine. Your card is the public half: one line to send to whoever lets you in.

      Example:
        conclave identity create --name "Maya Lindqvist" --email maya@example.org
        conclave identity card --out maya.card
      """,
    subcommands: [
      IdentityCreate.self, IdentityCard.self, IdentityFingerprint.self, IdentityPassphrase.self,
    ])
}
