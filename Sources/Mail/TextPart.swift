/// A part that is shown as text, before it is read.
struct TextPart {
  /// The same as a file.
  let attachment: Attachment
  let isHTML: Bool
  private let label: String?
  private let isFlowed: Bool
  private let deletesSpaces: Bool

  /// Takes `part`, or nothing when it is to be a file.
  init?(
    _ part: Part, _ attachment: Attachment, isWhole: Bool, _ reading: inout Reading
  ) {
    guard part.type == "text/plain" || part.type == "text/html",
      part.disposition == nil || part.disposition?.value == "inline",
      isWhole || attachment.name == nil
    else { return nil }
    self.attachment = attachment
    isHTML = part.type == "text/html"
    let label = part.contentType?.word("charset", &reading) ?? ""
    self.label = label.isEmpty ? nil : label
    isFlowed = !isHTML && part.contentType?.word("format", &reading) == "flowed"
    deletesSpaces = part.contentType?.word("delsp", &reading) == "yes"
  }

  /// Whether there is nothing to see; what is long is taken for something.
  var isBlank: Bool {
    attachment.byteCount <= 4096
      && attachment.encoded.decoded(limit: 4096).allSatisfy(\.isWhitespace)
  }

  /// Reads the text, in lines that end with LF; the last has no end.
  func read(_ reading: inout Reading) -> (text: [UInt8], files: [Attachment]) {
    // No character set has characters of more than four bytes.
    let limit = reading.textByteCount
    reading.note(.textTooLong, when: attachment.byteCount > 4 * limit)
    let bytes = attachment.encoded.decoded(limit: 4 * limit)
    let label = self.label ?? (isHTML ? HTMLText.label(in: bytes) : nil)
    var text = Reading.withPlainLineEnds(reading.text(of: bytes, label: label, limit: limit))
    text = reading.withoutNUL(text)
    var files: [Attachment] = []
    if isHTML {
      reading.note(.onlyHTML)
      text = HTMLText.plain(text, limit: limit, &reading)
    } else {
      if isFlowed { text = FlowedText.unwrapped(text, deletesSpaces: deletesSpaces) }
      (text, files) = UuencodedText.separated(text, &reading)
      notePGP(text, &reading)
    }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    // HTML and flowed text may have become a little longer than what they were made from.
    text = reading.cut(text, to: limit)
    reading.textByteCount -= text.count
    return (text, files)
  }

  /// Notes what PGP puts into a text without MIME.
  private func notePGP(_ text: [UInt8], _ reading: inout Reading) {
    var lines = Lines(text, 0..<text.count)
    while let line = lines.next() {
      guard
        text.has("-----begin pgp ", at: line.content.lowerBound, before: line.content.upperBound)
      else { continue }
      let kind = line.content.lowerBound + 15
      reading.note(.pgpMessage, when: text.has("message", at: kind, before: text.count))
      reading.note(.pgpSignature, when: text.has("signed", at: kind, before: text.count))
    }
  }
}

extension Reading {
  /// Writes every end of a line, whatever it was, as LF.
  static func withPlainLineEnds(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(.carriageReturn) else { return text }
    var plain: [UInt8] = []
    plain.reserveCapacity(text.count)
    for (index, byte) in text.enumerated() {
      if byte != .carriageReturn {
        plain.append(byte)
      } else if index + 1 == text.count || text[index + 1] != .lineFeed {
        plain.append(.lineFeed)
      }
    }
    return plain
  }
}
