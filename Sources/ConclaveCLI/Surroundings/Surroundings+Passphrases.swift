import POSIX
import Sodium
import SystemPackage

extension Surroundings {
  /// Where a passphrase comes from.
  enum PassphraseSource: Sendable {
    case terminal, standardInput
    case file(FilePath)

    init(_ option: String?) {
      switch option {
      case nil: self = .terminal
      case "-": self = .standardInput
      case let path?: self = .file(FilePath(path))
      }
    }
  }

  /// The passphrase of an existing file, as typed or from `--passphrase-file`.
  func passphrase(_ prompt: Line) throws(Failure) -> SecretBytes {
    try secretLine(PassphraseSource(options.passphraseFile), prompt: prompt)
  }

  /// A passphrase for a new file: typed twice, drawn from the word list, or the first line of a file.
  func newPassphrase(from source: PassphraseSource) throws(Failure) -> SecretBytes {
    guard case .terminal = source else {
      let given = try secretLine(source, prompt: .newPassphrase)
      guard given.byteCount > 0 else { throw .emptyPassphrase }
      warnIfShort(given)
      return given
    }
    guard !options.json else { throw .cannotAsk(for: .passphraseOption) }
    for _ in 0..<Self.attempts {
      let typed = try secretLine(.terminal, prompt: .newPassphraseOrReturn)
      let wanted = typed.byteCount > 0 ? typed : try drawnPassphrase()
      let again = try secretLine(.terminal, prompt: .passphraseAgain)
      guard wanted.isEqual(to: again) else {
        tell(.passphrasesDiffer)
        continue
      }
      warnIfShort(wanted)
      return wanted
    }
    throw .passphrasesDiffer
  }

  static let attempts = 3

  private static let shortest = 12
  /// More than anybody types, and less than a page of guarded memory.
  private static let longest = 1024

  private func warnIfShort(_ passphrase: borrowing SecretBytes) {
    if passphrase.byteCount < Self.shortest { warn(.shortPassphrase) }
  }

  /// Shows six words on the terminal, this once, and gives them as a passphrase.
  private func drawnPassphrase() throws(Failure) -> SecretBytes {
    let drawn = DrawnPassphrase.draw()
    tell(.drawnWords)
    var shown = Array("  ".utf8)
    drawn.withSpan { for index in $0.indices { shown.append($0[index]) } }
    shown.append(UInt8(ascii: "\n"))
    do throws(Errno) { try console.write(shown, to: .error) } catch { throw .noAnswer }
    return drawn
  }

  private func secretLine(
    _ source: PassphraseSource, prompt: Line
  ) throws(Failure) -> SecretBytes {
    var line = SecretBytes(byteCount: Self.longest)
    let count: Int?
    do throws(Errno) {
      count = try line.withMutableSpan { (buffer: inout MutableSpan<UInt8>) throws(Errno) in
        switch source {
        case .terminal: try console.askSecret("\(prompt): ", into: &buffer)
        case .standardInput: try console.readSecretLine(into: &buffer)
        case .file(let path): try SecretLine.read(from: path, into: &buffer)
        }
      }
    } catch {
      throw Failure(readingPassphrase: error, from: source)
    }
    guard let count else { throw .noPassphrase }
    // A file written elsewhere may end its lines with a carriage return, which nobody types.
    let endsInReturn = line.withSpan { count > 0 && $0[count - 1] == UInt8(ascii: "\r") }
    return line.prefix(endsInReturn ? count - 1 : count)
  }
}
