import Storage
import SystemPackage

// Files that a person named.

extension Failure {
  /// Why `file` was not written by the kernel.
  init(_ error: Errno, writing file: FilePath) {
    switch error {
    case .fileExists: self.init(StorageError.exists, file: file)
    case .noSuchFileOrDirectory, .notDirectory:
      self.init("no folder \"\(file.removingLastComponent())\"", status: .missing)
    case .noSpace, .diskQuotaExceeded: self.init(StorageError.noSpace, file: file)
    case .permissionDenied, .notPermitted: self.init(StorageError.notPermitted, file: file)
    case .readOnlyFileSystem: self.init(StorageError.readOnly, file: file)
    default: self.init("\"\(file)\" could not be written: \(error)", status: .storageFailed)
    }
  }

  /// Why `file` was not read or written.
  init(_ error: StorageError, file: FilePath) {
    switch error {
    case .missing: self.init("no file \"\(file)\"", status: .missing)
    case .exists:
      self.init(
        "there is a file \"\(file)\", which is not overwritten",
        hint: "give another name, or remove it first", status: .exists)
    case .notRegular, .notAFolder, .notAVault, .notEmpty:
      self.init("\"\(file)\" is no ordinary file", status: .missing)
    case .tooLarge(let limit, _):
      self.init("\"\(file)\" is larger than the \(limit) bytes allowed here", status: .badData)
    case .busy: self.init("\"\(file)\" is held by another command", status: .busy)
    case .noSpace:
      self.init("no space is left for \"\(file)\"; it was not written", status: .storageFailed)
    case .readOnly, .notPermitted:
      self.init("you may not do that with \"\(file)\"", status: .notAllowed)
    case .interrupted: self = .interrupted
    case .failed(let operation, let number):
      self.init(
        "\(operation.rawValue) \"\(file)\" failed: \(Errno(rawValue: number))",
        status: .storageFailed)
    }
  }
}
