import Casework
import Mail
import Statements
import Vault

/// A mail as it goes into a case: the text of an entry, the original, and the files that came with
/// it.
///
/// Whoever sent it chose every byte: nothing of it is shown but through `Line`, and no file name in
/// it is used for anything but to be stated.
struct RecordedMail: Sendable {
  /// How many files of one mail become attachments; the original holds all.
  static let fileLimit = 250

  let message: Message
  let original: [UInt8]
  let originalName: String
  /// The text of the entry.
  let text: String
  /// Whether the mail says more than an entry holds.
  let isCut: Bool
  /// When it says it was written, where that can be read.
  let time: ReadableTime?
  let fileCount: Int
  /// The original, and behind it the files.
  let attachments: [OpenVault.NewAttachment]

  /// Reads `original`, which may be anything at all; `name` is that of its file.
  init(reading original: [UInt8], name: String?) {
    message = Message(reading: original)
    self.original = original
    originalName = name ?? "mail.eml"
    (text, isCut) = MailText.entry(of: message, originalIn: originalName)
    time = message.date.flatMap(Self.time)
    let files = Self.files(of: message)
    fileCount = files.count
    attachments =
      [OpenVault.NewAttachment(.bytes(original), name: originalName, type: "message/rfc822")]
      + files.prefix(Self.fileLimit).enumerated().map { index, file in
        // Decoded one after the other, when each is sealed: together they may be many.
        OpenVault.NewAttachment(
          .made { file.bytes }, name: Self.name(of: file, number: index + 1), type: file.type)
      }
  }

  /// The day and minute of which somebody who received it now would say that they received it; nil
  /// for what lies in the future.
  func received(before now: Instant) -> ReadableTime? {
    guard case .moment(let instant)? = time, instant <= now else { return nil }
    let seconds = instant.secondsSince1970
    let past = ((seconds % 60) + 60) % 60
    return .moment(Instant(secondsSince1970: seconds - past))
  }

  private static func time(_ date: MessageDate) -> ReadableTime? {
    guard let seconds = date.secondsSince1970 else { return nil }
    let instant = Instant(secondsSince1970: seconds)
    return Zone.utc.reading(at: instant) == nil ? nil : .moment(instant)
  }

  /// The files of a mail and of the messages forwarded in it; a message that was forwarded within
  /// another lies whole in the file of the outermost.
  private static func files(of message: Message) -> [Mail.Attachment] {
    message.attachments
      + message.forwarded.flatMap { inner in files(of: inner).filter { !isMessage($0) } }
  }

  private static func isMessage(_ file: Mail.Attachment) -> Bool {
    file.type == "message/rfc822" || file.type == "message/global"
  }

  /// The name a file came with, or one that says what it is.
  private static func name(of file: Mail.Attachment, number: Int) -> String {
    if let name = file.name, !name.isEmpty { return name }
    let stem = isMessage(file) ? "forwarded" : "unnamed"
    let end = MediaType.usualExtension(of: file.type).map { "." + $0 } ?? ""
    return "\(stem)-\(number)\(end)"
  }
}
