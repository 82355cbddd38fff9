import Casework
import Mail
import Statements

// Mail that is recorded in a case. What odd mails are said to be stands in `Words+Quirks`.

extension Failure {
  static func mailTooLarge(_ source: Surroundings.TextSource, limit: Int) -> Failure {
    Failure(
      "\(Line.name(source)) has more than \(Line.size(limit)), which is all that is read of a mail",
      hint: """
        attach it with "conclave case attach CODE FILE", and say with "conclave case add" what it \
        says
        """,
      status: .badData)
  }

  static func emptyMail(_ source: Surroundings.TextSource) -> Failure {
    Failure(
      .isEmpty(source), hint: "save the mail as it came, with its header, and give that file",
      status: .badData)
  }

  static func twoTexts(_ option: Line) -> Failure {
    Failure(
      "\(option) and --eml both give the text", hint: "give one of the two", status: .usage)
  }
}

/// What goes into the text of an entry: each line is one, whatever the mail holds.
extension Line {
  /// How many columns of a header are kept.
  private static var headColumns: Int { 500 }

  static func mailHead(_ message: Message) -> [Line] {
    [
      "From: \(mailboxes(message))", "Date: \(writtenDate(message.date))",
      "Subject: \(subject(message))",
    ]
  }

  private static func writtenDate(_ date: MessageDate?) -> Line {
    guard let date else { return "not given" }
    return ("\(date.written)" as Line).truncated(to: headColumns)
  }

  static var mailHasNoText: Line { "(the mail has no text)" }

  static var forwardedHeading: Line { "---------- forwarded in it ----------" }

  static func originalHoldsRest(_ name: String) -> Line {
    "(cut here: the attachment \"\(SafeFileName(name))\", the original, holds the rest)"
  }
}

/// What is said of a mail that was recorded.
extension Line {
  static var pasteTheMail: Line {
    "paste the mail as it came, with its header; end it with Ctrl-D on a line of its own"
  }

  /// Whom a mail says it is from.
  static func mailboxes(_ message: Message) -> Line {
    let boxes = message.from.isEmpty ? [message.sender].compactMap(\.self) : message.from
    guard !boxes.isEmpty else { return "not given" }
    var shown = boxes.prefix(5).map(mailbox)
    if boxes.count > shown.count { shown.append("\(boxes.count - shown.count) more") }
    return joined(shown, separator: ", ").truncated(to: headColumns)
  }

  private static func mailbox(_ mailbox: Mailbox) -> Line {
    switch (mailbox.name, mailbox.address) {
    case (let name?, ""): "\(name)"
    case (let name?, let address): "\(name) <\(address)>"
    case (nil, ""): "not given"
    case (nil, let address): "\(address)"
    }
  }

  static func subject(_ message: Message) -> Line {
    guard let subject = message.subject, !subject.isEmpty else { return "not given" }
    return ("\(subject)" as Line).truncated(to: headColumns)
  }

  static func written(_ date: MessageDate?, _ time: ReadableTime?, in zone: Zone) -> Line {
    if let time { return "\(time.echo(in: zone))" }
    guard let date else { return "not given" }
    return "not readable: \(("\(date.written)" as Line).truncated(to: 80))"
  }

  static func mailText(_ mail: RecordedMail) -> Line {
    let size = Line.size(mail.message.text.utf8.count)
    if mail.isCut {
      return "the first \(Line.size(mail.text.utf8.count)); the original holds the rest"
    }
    return mail.message.text.isEmpty ? "none" : size
  }

  static func forwarded(_ count: Int) -> Line {
    "\(self.count(count, "message", "messages")), with the text beneath"
  }

  static func mailAttachments(_ names: [SafeFileName]) -> Line {
    guard let original = names.first else { return "nothing" }
    let others = names.dropFirst()
    let first: Line = "\(original), the original"
    guard !others.isEmpty else { return first }
    return "\(first); \(count(others.count, "file", "files")): \(fileNames(Array(others)))"
  }

  private static func fileNames(_ names: [SafeFileName]) -> Line {
    var shown = names.prefix(5).map { "\($0)" as Line }
    if names.count > shown.count { shown.append("\(names.count - shown.count) more") }
    return joined(shown, separator: ", ")
  }

  static func moreFiles(_ count: Int, attached: Int) -> Line {
    """
    the mail has \(count) files: the first \(attached) are attachments of their own, the original \
    holds them all
    """
  }

  static var receivedAsWritten: Line { ", the date of the mail; --received gives another" }

  static var receivedNow: Line { ", as the mail has no date that is past" }

  static var fileOption: Line { "--file" }
  static var reportOption: Line { "--report" }

  static func mailRecorded(_ attached: Int) -> Line {
    let files: Line = attached > 1 ? ", with \(count(attached - 1, "file", "files"))" : ""
    return """
      the mail is in it as it came\(files); who wrote it is what it says, and was not checked
      """
  }
}
