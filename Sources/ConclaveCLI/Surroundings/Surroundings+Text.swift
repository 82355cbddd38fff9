import Casework
import POSIX
import Sealing
import Statements
import Storage
import SystemPackage
import Vault

extension Surroundings {
  /// Where the text of a report or an entry comes from.
  enum TextSource: Hashable, Sendable {
    case standardInput
    case file(FilePath)
    /// The person's editor.
    case editor

    /// `-` and nothing at all mean standard input.
    init(_ option: String?) {
      switch option {
      case nil, "-": self = .standardInput
      case let path?: self = .file(FilePath(path))
      }
    }

    /// As `init(_:)`, but nothing at all means the editor where somebody sits at a terminal.
    init(_ option: String?, in surroundings: Surroundings) {
      if option == nil, surroundings.canAsk {
        self = .editor
      } else {
        self.init(option)
      }
    }
  }

  /// The text of an entry: UTF-8, with line feeds at the ends of its lines.
  ///
  /// Whoever types it at a terminal is told how to end it. Nothing is written to a disk on the way.
  /// The editor begins with `draft`.
  func readText(
    from source: TextSource, startingWith draft: String = ""
  ) throws(Failure) -> String {
    let bytes: [UInt8]
    switch source {
    case .editor: bytes = try edit(draft)
    case .file(let path):
      do throws(StorageError) {
        bytes = try PrivateFile.read(path, limit: Entry.textByteLimit)
      } catch .tooLarge(let limit, let found) {
        throw .textTooLong(.file(path), limit: limit, found: found)
      } catch {
        throw Failure(error, file: path)
      }
    case .standardInput:
      if console.isTerminal(.input) { tell(.typeTheText) }
      do throws(Errno) {
        bytes = try console.readAll(limit: Entry.textByteLimit)
      } catch .fileTooLarge {
        throw .textTooLong(.standardInput, limit: Entry.textByteLimit, found: nil)
      } catch .interrupted {
        throw .interrupted
      } catch {
        throw .unreadableInput(error)
      }
    }
    return try Self.text(in: bytes, from: source)
  }

  /// The text that `bytes` are, or why they are none.
  private static func text(
    in bytes: [UInt8], from source: TextSource
  ) throws(Failure) -> String {
    guard !bytes.contains(0) else { throw .notText(source) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(source) }
    // Editors of some systems begin every file with a mark that nobody sees.
    let scalars =
      text.unicodeScalars.first == "\u{FEFF}"
      ? text.unicodeScalars.dropFirst() : text.unicodeScalars[...]
    guard !scalars.allSatisfy(\.properties.isWhitespace) else { throw .emptyText(source) }
    var unix = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in scalars {
      if scalar == "\n", previous == "\r" { unix.removeLast() }
      unix.append(scalar)
      previous = scalar
    }
    return String(unix)
  }
}

extension Surroundings {
  /// The text of an entry and the identity of whoever adds it, asked for in the order in which
  /// nothing typed is lost.
  ///
  /// A file is read before anybody is asked for a passphrase; what is typed at length, only after the
  /// passphrase was right and `check` found nothing wrong.
  func textAndIdentity(
    from source: TextSource, checking check: (OpenVault) throws(VaultError) -> Void
  ) throws(Failure) -> (String, Identity) {
    try draftAndIdentity(
      from: source,
      drafting: { vault throws(VaultError) in
        try check(vault)
        return ""
      })
  }

  /// The same, with what the editor begins with, which is found in the vault.
  func draftAndIdentity(
    from source: TextSource, drafting draft: (OpenVault) throws(VaultError) -> String
  ) throws(Failure) -> (String, Identity) {
    switch source {
    case .file:
      let text = try readText(from: source)
      return (text, try openIdentity())
    case .editor:
      let identity = try openIdentity()
      let begun = try withVault(as: identity, draft)
      return (try readText(from: source, startingWith: begun), identity)
    case .standardInput:
      let identity = try openIdentity()
      if console.isTerminal(.input) { _ = try withVault(as: identity, draft) }
      return (try readText(from: source), identity)
    }
  }

  /// Reads a time as a person typed it for `what`.
  func time(_ text: String, for what: Line) throws(Failure) -> ReadableTime {
    do throws(ReadableTimeError) {
      return try ReadableTime(reading: text, now: now, in: zone)
    } catch {
      throw Failure(error, for: what)
    }
  }
}
