/// Takes files out of a text that holds them uuencoded, as mail did before it had attachments.
enum UuencodedText {
  /// The text without such files, and the files.
  ///
  /// A line `begin 644 name` begins one only where a line of encoded bytes, or the end, follows.
  static func separated(
    _ text: [UInt8], _ reading: inout Reading
  ) -> (text: [UInt8], files: [Attachment]) {
    var rest: [UInt8] = []
    var files: [Attachment] = []
    var lines = Lines(text, 0..<text.count)
    // Where the text begins that was not taken yet.
    var start = 0
    while let line = lines.next() {
      guard let name = UuencodedFile.name(text, line.content), isAtFile(lines, text) else {
        continue
      }
      guard reading.partCount > 0 else {
        reading.note(.tooManyParts)
        break
      }
      reading.partCount -= 1
      reading.note(.uuencodedInText)
      var isEnded = false
      while !isEnded, let next = lines.next() {
        if UuencodedFile.isEnd(text, next.content) {
          isEnded = true
        } else if UuencodedFile.byteCount(text, next.content) == nil {
          lines.goBack(to: next)
          break
        }
      }
      reading.note(.badUuencoding, when: !isEnded)
      let file = line.content.lowerBound..<lines.position
      files.append(
        Attachment(
          uuencoded: EncodedBytes(source: text, range: file, encoding: .uuencode),
          name: String(decoding: text[name], as: UTF8.self)))
      rest += text[start..<file.lowerBound]
      start = file.upperBound
    }
    return files.isEmpty ? (text, []) : (rest + text[start...], files)
  }

  private static func isAtFile(_ lines: Lines, _ text: [UInt8]) -> Bool {
    var ahead = lines
    guard let next = ahead.next() else { return false }
    return UuencodedFile.byteCount(text, next.content) != nil
  }
}
