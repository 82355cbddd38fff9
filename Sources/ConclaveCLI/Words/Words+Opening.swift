import Casework
import SystemPackage
import Vault

// Making, joining and bringing together vaults.

extension Failure {
  static var noFolderGiven: Failure { Failure("an empty name is no folder", status: .usage) }

  static func identityOfAnother(_ name: String) -> Failure {
    Failure(
      "your identity is \(name)'s, which is not the --name given",
      hint: "leave --name out, or give --identity FILE", status: .usage)
  }

  static var inputTakenTwice: Failure {
    Failure(
      "standard input cannot be both the passphrase and what was given as \"-\"",
      hint: "give one of the two as a file", status: .usage)
  }

  static var noInvitation: Failure {
    Failure(
      "without an invitation the vault's words have to be compared, and there is no terminal to ask on",
      hint:
        "give --invitation FILE; \"conclave invitation NAME\" makes one, on a colleague's machine",
      status: .usage)
  }

  static var wordsDiffer: Failure {
    Failure(
      "the words were not confirmed; nothing was joined",
      hint: "ask a chair for an invitation", status: .refused)
  }
}

extension Line {
  static var policyOption: Line { "--policy" }
  static var askPolicy: Line { "whose rules you follow: psf, django or pydistrict; none is psf" }

  static var vaultMade: Line {
    "the vault is made: you are its chair and its first key holder, and nobody else reads anything in it"
  }

  static var adviseSecondChair: Line {
    """
    if your keys are lost, so is what only you can read: let in a second chair, or a third member, \
    before the first case
    """
  }

  static var nextIsOnboarding: Line {
    "\"conclave onboard add CARD\" lets a colleague in, with the card they send you"
  }

  static var nextIsFirstCase: Line { "\"conclave case open\" opens a case" }

  static func nextIsEntering(_ path: FilePath) -> Line {
    "\"cd \(argument(path))\", or give --vault: commands are about the vault they are run in"
  }

  static var nextIsStatus: Line { "\"conclave status\" shows where things stand" }

  static var vaultWords: Line { "the words of the vault in this folder:" }

  static var doVaultWordsAgree: Line {
    "do they agree, word for word, with those a colleague reads to you from \"conclave verify\"?"
  }

  static var joined: Line {
    "this machine knows the vault now, and will notice when a copy of it is rolled back or swapped"
  }

  static var joinedByInvitation: Line {
    """
    this machine knows the vault now; if the words above are not those whoever invited you reads to \
    you, write nothing and tell them
    """
  }

  static func synced(_ path: FilePath) -> Line {
    "this copy and \"\(path)\" hold the same now, as far as your keys can tell"
  }

  static func damagedWhileCopying(_ count: Int) -> Line {
    """
    \(Line.count(count, "file is", "files are")) damaged in one copy and stayed where \
    \(count == 1 ? "it is" : "they are" as Line); "conclave verify" says whether anything is missing
    """
  }

  static func sendInvitation(to name: String) -> Line {
    "send the invitation to \(name), and read the words to each other, face to face or in a call"
  }

  static var nextIsJoining: Line {
    "they type \"conclave join DIR --invitation FILE\", with DIR the shared folder"
  }

  /// `3 files, 12 KB`.
  static func files(_ count: Int, bytes: Int) -> Line {
    "\(Line.count(count, "file", "files")), \(Line.bytes(bytes))"
  }

  /// A size as people say it: `412 bytes`, `12 KB`, `3 MB`.
  static func bytes(_ count: Int) -> Line {
    switch count {
    case ..<1000: .count(count, "byte", "bytes")
    case ..<1_000_000: "\((count + 500) / 1000) KB"
    default: "\((count + 500_000) / 1_000_000) MB"
    }
  }
}
