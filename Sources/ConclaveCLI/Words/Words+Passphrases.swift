import POSIX
import SystemPackage

// Asking for passphrases.

extension Failure {
  init(readingPassphrase error: Errno, from source: Surroundings.PassphraseSource) {
    switch (error, source) {
    case (.interrupted, _): self = .interrupted
    case (.messageTooLong, _):
      self.init("the passphrase is longer than 1024 bytes", status: .usage)
    case (_, .terminal):
      self.init(
        "a passphrase is needed, and there is no terminal to ask on",
        hint: "give --passphrase-file, with \"-\" for standard input", status: .usage)
    case (_, .standardInput): self = .unreadableInput(error)
    case (.noSuchFileOrDirectory, .file(let path)):
      self.init("no passphrase file \"\(path)\"", status: .missing)
    case (_, .file(let path)):
      self.init("the passphrase file \"\(path)\" could not be read: \(error)", status: .missing)
    }
  }

  static var noPassphrase: Failure {
    Failure("no passphrase was given", hint: "it is the first line of what is read", status: .usage)
  }

  static var emptyPassphrase: Failure {
    Failure(
      "an empty passphrase protects nothing",
      hint: "on a terminal, press return and six words are drawn for you", status: .usage)
  }

  static var passphrasesDiffer: Failure {
    Failure("the two passphrases differed; nothing was done", status: .usage)
  }
}

extension Line {
  static var newPassphrase: Line { "new passphrase" }
  static var passphraseAgain: Line { "the same again" }
  static var passphraseOption: Line { "--passphrase-file" }
  static var newPassphraseOption: Line { "--new-passphrase-file" }

  static var newPassphraseOrReturn: Line {
    "new passphrase (press return to have six words drawn for you)"
  }

  static var drawnWords: Line {
    "six words, shown this once; write them down before you type them below:"
  }

  static var passphrasesDiffer: Line { "the two differ; once more" }

  static var shortPassphrase: Line {
    "the passphrase is shorter than 12 letters: whoever copies the identity file may guess it"
  }

  static func passphrase(for name: String) -> Line { "passphrase of \(name)" }

  static var wrongPassphraseAgain: Line { "that is not the passphrase; once more" }
}
