import POSIX

/// One of the folders of a vault in which objects lie.
package enum Area: String, CaseIterable, Hashable, Sendable {
  case objects, grants, recovery

  /// The folder's name.
  var folderName: FileName {
    switch self {
    case .objects: "objects"
    case .grants: "grants"
    case .recovery: "recovery"
    }
  }
}
