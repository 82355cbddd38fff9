/// What is in a message or part: texts to be read one after the other, files, and messages.
struct Content {
  private(set) var texts: [TextPart] = []
  private(set) var attachments: [Attachment] = []
  private(set) var forwarded: [Message] = []

  /// Gathers what is in `part`, which `isWhole` when it is all that a message has.
  init(of part: Part, isWhole: Bool, _ reading: inout Reading) {
    if let quirk = Quirk(kindOf: part.type) { reading.note(quirk) }
    switch part.contents {
    case .parts(let parts):
      let contents = parts.map { Content(of: $0, isWhole: false, &reading) }
      switch part.type {
      case "multipart/alternative": gatherAlternatives(contents, &reading)
      case "multipart/related": gatherRelated(contents)
      default: contents.forEach { add($0) }
      }
    case .message(let inner, let quirks):
      attachments = [Attachment(part, &reading)]
      forwarded = [Message(inner, structure: quirks, &reading)]
    case .bytes:
      let attachment = Attachment(part, &reading)
      if let text = TextPart(part, attachment, isWhole: isWhole, &reading) {
        texts = [text]
      } else {
        attachments = [attachment]
      }
    }
  }

  private mutating func add(_ other: Content) {
    texts += other.texts
    attachments += other.attachments
    forwarded += other.forwarded
  }

  /// Takes the text of one of several that should say the same, and the files of all.
  ///
  /// Plain text comes before HTML; what is blank comes last.
  private mutating func gatherAlternatives(_ contents: [Content], _ reading: inout Reading) {
    let plain = contents.last { !$0.texts.isEmpty && $0.texts.allSatisfy { !$0.isHTML } }
    let other = contents.last { $0.texts.contains { $0.isHTML } }
    if let plain, let other, plain.texts.allSatisfy(\.isBlank), !other.texts.allSatisfy(\.isBlank) {
      reading.note(.blankPlainText)
      texts = other.texts
    } else {
      texts = (plain ?? other)?.texts ?? []
    }
    attachments = contents.flatMap(\.attachments)
    forwarded = contents.flatMap(\.forwarded)
  }

  /// Takes the text of the first part that has one; what else is related to it is files.
  private mutating func gatherRelated(_ contents: [Content]) {
    for content in contents {
      if texts.isEmpty {
        texts = content.texts
      } else {
        attachments += content.texts.map(\.attachment)
      }
      attachments += content.attachments
      forwarded += content.forwarded
    }
  }

  /// Reads all texts; files found in them become attachments.
  mutating func readTexts(_ reading: inout Reading) -> String {
    var whole: [UInt8] = []
    for text in texts {
      let read = text.read(&reading)
      attachments += read.files
      guard read.text.contains(where: { !$0.isWhitespace }) else { continue }
      if !whole.isEmpty { whole += [.lineFeed, .lineFeed] }
      whole += read.text
    }
    return String(decoding: whole, as: UTF8.self)
  }
}

extension Quirk {
  /// What to say of a part of a type that is not text, if anything.
  fileprivate init?(kindOf type: String) {
    switch type {
    case "application/ms-tnef", "application/vnd.ms-tnef": self = .tnef
    case "application/pgp-signature": self = .pgpSignature
    case "application/pgp-encrypted", "multipart/encrypted": self = .pgpMessage
    case "application/pkcs7-signature", "application/x-pkcs7-signature": self = .smimeSignature
    case "application/pkcs7-mime", "application/x-pkcs7-mime": self = .smimeMessage
    case "message/partial": self = .partialMessage
    case "message/external-body": self = .externalBody
    default: return nil
    }
  }
}
