import POSIX
import Sealing
import SystemPackage
import Vault

/// Where the invitations of newcomers are written: one file, or a folder for several.
struct InvitationFiles {
  let paths: [FilePath]

  /// Chooses the names and makes sure, before anything is done, that nothing is overwritten.
  init(for cards: [Card], out: FilePath, in surroundings: Surroundings) throws(Failure) {
    if cards.count == 1 {
      paths = [out]
    } else {
      var paths: [FilePath] = []
      for card in cards {
        let stem = Self.fileName(of: card.name)
        var name = "\(stem).invitation"
        var count = 2
        while paths.contains(out.appending(name)) {
          name = "\(stem)-\(count).invitation"
          count += 1
        }
        paths.append(out.appending(name))
      }
      self.paths = paths
    }
    for path in paths { try Self.checkIsFree(path) }
  }

  /// Writes the invitation of everybody who is in.
  func write(_ results: [OpenVault.Onboarded], in surroundings: Surroundings) throws(Failure) {
    for (path, result) in zip(paths, results) where result.outcome.isDone {
      try surroundings.writePublicFile(result.invitation.text + "\n", to: path)
    }
  }

  /// Writes one invitation.
  func write(_ invitation: Invitation, in surroundings: Surroundings) throws(Failure) {
    for path in paths { try surroundings.writePublicFile(invitation.text + "\n", to: path) }
  }

  private static func checkIsFree(_ path: FilePath) throws(Failure) {
    guard let name = FileName(lastOf: path) else { throw Failure(.isDirectory, writing: path) }
    let folder = path.removingLastComponent()
    do throws(Errno) {
      let entries = try Folder(at: folder.isEmpty ? "." : folder).entries()
      guard !entries.contains(where: { $0.name.elementsEqual(name.bytes) }) else {
        throw Errno.fileExists
      }
    } catch {
      throw Failure(error, writing: path)
    }
  }

  /// A name's letters and digits, in lower case, with hyphens between: never a path.
  private static func fileName(of name: String) -> String {
    let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return words.isEmpty ? "member" : words.joined(separator: "-")
  }
}
