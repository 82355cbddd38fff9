import CPOSIX

/// Who may read, write and enter: the lowest nine bits of a file's mode.
package struct AccessRights: Hashable, Sendable {
  package let bits: UInt32

  package init(bits: UInt32) {
    self.bits = bits & 0o777
  }

  /// A file only its owner may read and write.
  package static let privateFile = AccessRights(bits: 0o600)
  /// A folder only its owner may enter.
  package static let privateFolder = AccessRights(bits: 0o700)

  /// The same rights without the one to run or enter.
  package var forFiles: AccessRights { AccessRights(bits: bits & 0o666) }

  /// Whether anybody but the owner has any right.
  package var isShared: Bool { bits & 0o077 != 0 }

  /// Takes these rights away from every file this process makes from now on, and returns those taken
  /// away before.
  ///
  /// The corresponding C function is `umask`.
  @discardableResult
  package static func withhold(_ mode: AccessRights) -> AccessRights {
    AccessRights(bits: conclave_umask(mode.bits))
  }
}
