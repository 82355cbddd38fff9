import Sealing
import Storage
import SystemPackage

// Identities and cards.

extension Failure {
  static var noConfigFolder: Failure {
    Failure(
      "no home folder is known, so there is no place for an identity",
      hint: "give --identity, or set HOME", status: .usage)
  }

  static func noIdentity(_ path: FilePath) -> Failure {
    Failure(
      "no identity file \"\(path)\"",
      hint: "\"conclave identity create --name NAME\" makes your keys", status: .missing)
  }

  static func identityExists(_ path: FilePath) -> Failure {
    Failure(
      "there is an identity in \"\(path)\", which is never overwritten",
      hint: "\"conclave identity card\" prints its card; --identity FILE makes one elsewhere",
      status: .exists)
  }

  /// Why an identity file was not read or written.
  init(_ error: StorageError, identity path: FilePath) {
    switch error {
    case .missing: self = .noIdentity(path)
    case .exists: self = .identityExists(path)
    case .tooLarge: self.init("\"\(path)\" is no identity file", status: .badData)
    default: self.init(error, file: path)
    }
  }

  init(_ error: IdentityFileError, path: FilePath) {
    switch error {
    case .notAnIdentity: self.init("\"\(path)\" is no identity file", status: .badData)
    case .malformed, .badCard:
      self.init(
        "the identity file \"\(path)\" is damaged", hint: "put a copy of it back in its place",
        status: .badData)
    case .unacceptableCost(let strength):
      self.init(
        """
        the identity file "\(path)" asks for \(strength.memoryMebibytes) MiB and \
        \(strength.passes) passes, outside of what is accepted: it was altered
        """,
        hint: "put a copy of it back in its place", status: .badData)
    case .outOfMemory:
      self.init(
        "there is not enough memory to open the identity file \"\(path)\"",
        hint: "close other programs and try again", status: .refused)
    case .notAuthentic:
      self.init(
        "the passphrase does not open \"\(path)\"",
        hint: "if you are sure of the passphrase, the file was altered: try a copy of it",
        status: .notAllowed)
    }
  }

  init(making error: CardError) {
    switch error {
    case .badName:
      self.init(
        "a name is one line of 1 to \(Card.nameByteLimit) bytes, without control characters",
        status: .usage)
    case .badAddress:
      self.init(
        "an e-mail address has no blanks and at most \(Card.addressByteLimit) bytes",
        status: .usage)
    case .notACard, .malformed, .badKey, .notAuthentic:
      self.init("the card could not be made", status: .refused)
    }
  }

  init(reading error: CardError) {
    switch error {
    case .notACard:
      self.init(
        "there is no member card in this",
        hint: "a card is one line that begins with \"conclave-card-1.\"", status: .badData)
    case .malformed, .badName, .badAddress, .badKey, .notAuthentic:
      self.init(
        "the card was changed on its way, or is not whole",
        hint: "ask for it again, and compare the words aloud", status: .badData)
    }
  }
}

extension Line {
  static var nameOption: Line { "--name" }
  static var yourName: Line { "your name, as colleagues know it" }
  static var yourEmail: Line { "your e-mail address" }

  static func offerIdentity(_ path: FilePath) -> Line {
    "there is no identity in \"\(path)\"; make your keys now?"
  }

  static func identityCreated(_ path: FilePath) -> Line {
    "your keys lie in \"\(path)\", shut by your passphrase; nobody can open them without it"
  }

  static func identityShared(_ path: FilePath) -> Line {
    "others on this machine may read \"\(path)\"; \"chmod 600\" keeps it to you"
  }

  static func cardWritten(_ path: FilePath) -> Line {
    "the card is in \"\(path)\"; it is public, so send it as you like and read the words aloud"
  }

  static var compareWords: Line {
    "read the words aloud to each other, face to face or in a call: if all twelve agree, it is the same card"
  }

  static func passphraseChanged(_ path: FilePath) -> Line {
    "\"\(path)\" opens with the new passphrase only; older copies of it still open with the old one"
  }

  static var nextIsCard: Line {
    "\"conclave identity card\" prints your card, to send to the chair who lets you in"
  }
}
