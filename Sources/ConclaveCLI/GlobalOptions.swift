import ArgumentParser

/// The options that every command takes.
struct GlobalOptions: ParsableArguments, Sendable {
  @Option(
    help: ArgumentHelp(
      "The vault's folder (else CONCLAVE_VAULT, else the nearest folder above that is one).",
      valueName: "dir"), completion: .directory)
  var vault: String?

  @Option(
    help: ArgumentHelp(
      "Your identity file (else CONCLAVE_IDENTITY, else ~/.config/conclave/identity).",
      valueName: "file"), completion: .file())
  var identity: String?

  @Option(
    help: ArgumentHelp(
      "A file whose first line is your passphrase; \"-\" for standard input.",
      valueName: "file"), completion: .file())
  var passphraseFile: String?

  @Flag(help: "Print one JSON document instead of text.")
  var json = false

  @Flag(help: "Say nothing but what was asked for, warnings and errors.")
  var quiet = false

  @Flag(help: "Show no progress.")
  var noProgress = false

  @Flag(help: "Go on without asking.")
  var yes = false
}

extension GlobalOptions {
  /// What holds when nothing is given.
  static var none: GlobalOptions {
    var options = GlobalOptions()
    options.vault = nil
    options.identity = nil
    options.passphraseFile = nil
    options.json = false
    options.quiet = false
    options.noProgress = false
    options.yes = false
    return options
  }

  /// The names of those that a value follows.
  static let valued: Set<String> = ["--vault", "--identity", "--passphrase-file"]
}
