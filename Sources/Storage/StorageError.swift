package import SystemPackage

/// Why storage did not do what it was asked.
package enum StorageError: Error, Hashable {
  /// The folder has no readable file `conclave` of one line.
  case notAVault(FilePath)
  /// A vault was to be made in a folder that holds something.
  case notEmpty(FilePath)
  /// A link, a folder, a FIFO, a socket or a device lies where a file should.
  case notRegular
  /// Something other than a folder lies where a folder should.
  case notAFolder
  /// The file is larger than the reader allows.
  case tooLarge(limit: Int, found: Int)
  /// Nothing has that name.
  case missing
  /// The vault's lock is held by another process.
  case busy
  /// Something has that name already, and was not to be replaced.
  case exists
  /// The disk, or the quota, is full.
  case noSpace
  /// The file system may not be written to.
  case readOnly
  /// The user may not do that.
  case notPermitted
  /// Somebody pressed `^C` during the wait.
  case interrupted
  /// The kernel refused for a reason of its own, with this error number.
  case failed(Operation, number: CInt)

  /// What storage was doing.
  package enum Operation: String, Hashable, Sendable {
    case opening, reading, writing, flushing, renaming, removing, listing, locking
  }

  /// Translates what the kernel said.
  init(_ error: Errno, while operation: Operation) {
    switch error {
    case .noSuchFileOrDirectory: self = .missing
    case .fileExists: self = .exists
    case .tooManySymbolicLinkLevels, .isDirectory, .noSuchAddressOrDevice: self = .notRegular
    case .notDirectory: self = .notAFolder
    case .noSpace, .diskQuotaExceeded: self = .noSpace
    case .readOnlyFileSystem: self = .readOnly
    case .permissionDenied, .notPermitted: self = .notPermitted
    case .wouldBlock: self = .busy
    case .interrupted: self = .interrupted
    default: self = .failed(operation, number: error.rawValue)
    }
  }
}
