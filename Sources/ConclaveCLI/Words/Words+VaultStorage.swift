import POSIX
import Storage
import SystemPackage
import Vault

// What the folders did not do: the vault's, this machine's memory of it, and another copy.

extension Failure {
  /// Why there is no vault in `path`, where one was to be made or copied to.
  init(_ error: VaultError, making path: FilePath) {
    switch error {
    case .storage(.missing, .vault), .storage(.missing, .remote):
      self.init(Errno.noSuchFileOrDirectory, writing: path)
    default: self.init(error)
    }
  }

  init(_ error: StorageError, in place: VaultError.Place) {
    switch error {
    case .notAVault(let path): self.init("no vault in \"\(path)\"", status: .missing)
    case .notEmpty(let path):
      self.init(
        "\"\(path)\" holds something already; nothing was written there",
        hint: "give a folder that is empty or does not exist yet", status: .exists)
    case .busy:
      self.init("another command holds the vault", hint: "try again in a moment", status: .busy)
    case .noSpace:
      self.init(
        "no space is left in \(Line.place(place)); nothing is half-written",
        hint: "make room and run the same command again", status: .storageFailed)
    case .readOnly, .notPermitted:
      self.init("you may not write to \(Line.place(place))", status: .notAllowed)
    case .interrupted: self = .interrupted
    case .notAFolder:
      self.init(
        "there is something else where \(Line.place(place)) should be",
        hint: "give the name of a folder",
        status: .exists)
    case .missing, .exists, .notRegular, .tooLarge:
      self.init(
        "something unexpected lies in \(Line.place(place)): \(Line.strange(error))",
        hint: "\"conclave verify\" says what is wrong", status: .badData)
    case .failed(let operation, let number):
      self.init(
        "\(operation.rawValue) failed in \(Line.place(place)): \(Errno(rawValue: number))",
        hint: "run the same command again",
        status: place == .remote ? .unavailable : .storageFailed)
    }
  }
}

extension Line {
  fileprivate static func place(_ place: VaultError.Place) -> Line {
    switch place {
    case .vault: "the vault's folder"
    case .memory: "the folder in which this machine remembers vaults"
    case .remote: "the other folder"
    }
  }

  fileprivate static func strange(_ error: StorageError) -> Line {
    switch error {
    case .missing: "a file that should be there is missing"
    case .exists: "a file that should not be there"
    case .tooLarge: "a file that is too large"
    default: "no ordinary file"
    }
  }
}
