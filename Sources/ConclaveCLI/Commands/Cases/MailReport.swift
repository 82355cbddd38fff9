import Casework
import Mail
import Statements

/// What was recorded of a mail, within the answer of a command.
struct MailReport {
  let mail: RecordedMail
  let attachments: [NumberedAttachment]

  private var message: Message { mail.message }

  private var names: [SafeFileName] { attachments.map { SafeFileName($0.attachment.name) } }

  func rows(in layout: Layout) -> [[Line]] {
    var rows: [[Line]] = [
      ["from", .mailboxes(message)],
      ["written", .written(message.date, mail.time, in: layout.zone)],
      ["subject", .subject(message)],
      ["text", .mailText(mail)],
    ]
    let forwarded = Self.forwardedCount(in: message)
    if forwarded > 0 { rows.append(["forwarded", .forwarded(forwarded)]) }
    rows.append(["attached", .mailAttachments(names)])
    return rows
  }

  /// Whether `received` is the time at which the mail was written.
  func isWhen(_ received: SheetValue) -> Bool {
    guard case .time(.moment(let instant)) = received else { return false }
    return mail.received(before: instant.advanced(bySeconds: 60)) == .moment(instant)
  }

  private static func forwardedCount(in message: Message) -> Int {
    message.forwarded.reduce(message.forwarded.count) { $0 + forwardedCount(in: $1) }
  }

  /// What to say about the mail, beside what was recorded.
  var remarks: [Line] {
    var remarks: [Line] = []
    if mail.fileCount > RecordedMail.fileLimit {
      remarks.append(.moreFiles(mail.fileCount, attached: RecordedMail.fileLimit))
    }
    let kinds = MailRemark.allCases.compactMap { kind in
      let quirks = message.quirks.filter { MailRemark($0) == kind }
      return quirks.isEmpty ? nil : Line.remark(kind, quirks)
    }
    if !kinds.isEmpty { remarks += [.aboutTheMail] + kinds }
    return remarks
  }

  var json: JSON {
    [
      "attachments": .array(
        attachments.map { one in
          [
            "name": .string(one.attachment.name), "number": JSON(one.number),
            "safe_name": .string(SafeFileName(one.attachment.name).text),
            "size": .integer(one.attachment.size), "type": .string(one.attachment.type),
          ]
        }),
      "cut": .bool(mail.isCut),
      "date": JSON(mail.time?.text),
      "files": .integer(mail.fileCount),
      "from": .array(
        message.from.map { ["address": .string($0.address), "name": JSON($0.name)] }),
      "quirks": JSON(message.quirks.map(\.token)),
      "subject": JSON(message.subject),
    ]
  }
}

extension Quirk {
  /// The quirk as other programs know it: `no-date` for `noDate`.
  fileprivate var token: String {
    var token = ""
    var wasLowercase = false
    for character in rawValue {
      if character.isUppercase, wasLowercase { token += "-" }
      token += character.lowercased()
      wasLowercase = !character.isUppercase
    }
    return token
  }
}
