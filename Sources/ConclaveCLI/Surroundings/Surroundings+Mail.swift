import Mail
import POSIX
import Sealing
import Storage
import SystemPackage

extension Surroundings {
  /// A mail and the identity of whoever records it: a file is read before anybody is asked for a
  /// passphrase, standard input afterwards.
  func mailAndIdentity(from given: String) throws(Failure) -> (RecordedMail, Identity) {
    guard given == "-" else {
      let mail = try readMail(from: given)
      return (mail, try openIdentity())
    }
    let identity = try openIdentity()
    return (try readMail(from: given), identity)
  }

  /// The mail that was given as a file or, as `-`, on standard input.
  ///
  /// Refuses what is no ordinary file, is empty or is longer than what is read of a mail; nothing
  /// else that a mail may be is refused.
  private func readMail(from given: String) throws(Failure) -> RecordedMail {
    let path = FilePath(given)
    let bytes = given == "-" ? try typedMail() : try mail(in: path)
    guard !bytes.isEmpty else { throw .emptyMail(TextSource(given)) }
    return RecordedMail(reading: bytes, name: given == "-" ? nil : path.lastComponent?.string)
  }

  private func mail(in path: FilePath) throws(Failure) -> [UInt8] {
    do throws(StorageError) {
      return try PrivateFile.read(path, limit: Message.byteLimit)
    } catch .tooLarge(let limit, _) {
      throw .mailTooLarge(.file(path), limit: limit)
    } catch {
      throw Failure(error, file: path)
    }
  }

  private func typedMail() throws(Failure) -> [UInt8] {
    if console.isTerminal(.input) { tell(.pasteTheMail) }
    do throws(Errno) {
      return try console.readAll(limit: Message.byteLimit)
    } catch .fileTooLarge {
      throw .mailTooLarge(.standardInput, limit: Message.byteLimit)
    } catch .interrupted {
      throw .interrupted
    } catch {
      throw .unreadableInput(error)
    }
  }
}
