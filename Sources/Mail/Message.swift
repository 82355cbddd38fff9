/// A mail, as far as a reader can be told what it says.
///
/// Whoever sent it chose every byte, so nothing here is certain to be true, and texts may hold any
/// character but NUL: whatever shows them must make control characters harmless.
package struct Message: Sendable {
  /// How many bytes of a mail are read: 64 MiB.
  package static let byteLimit = 64 << 20

  /// Who wrote it: the first of ``from``, or else the `Sender`.
  package let sender: Mailbox?
  package let from: [Mailbox]
  package let to: [Mailbox]
  package let cc: [Mailbox]
  package let replyTo: [Mailbox]
  package let date: MessageDate?
  package let subject: String?
  /// The `Message-ID` without its angle brackets.
  package let messageID: String?
  /// What the message says, as plain text: its lines end with LF, and the last has no end.
  package let text: String
  /// All files that came with it, including images of its text, forwarded messages and signatures;
  /// those of forwarded messages are in ``forwarded``.
  package let attachments: [Attachment]
  /// The forwarded messages among the attachments, read in turn.
  package let forwarded: [Message]
  /// What is odd about it and about the messages in it, in the order of ``Quirk``.
  package internal(set) var quirks: [Quirk]
}
