extension PartReader {
  /// Reads the lines of a header and the blank line after it.
  mutating func readHeader(_ reading: inout Reading) -> Header {
    var header = Header(source: lines.bytes)
    var byteCount = 0
    // A field is open when a line that begins with a blank goes on with it.
    var isOpen = false
    while let line = lines.next() {
      let content = line.content
      if content.isEmpty { return header }
      if boundary(in: content) != nil {
        lines.goBack(to: line)
        reading.note(.headerUnterminated)
        return header
      }
      byteCount += content.count
      let hasRoom =
        byteCount <= reading.limits.headerByteCount
        && header.fields.count < reading.limits.fieldCount
      if lines.bytes[content.lowerBound].isBlank {
        let isBlank = lines.bytes[content].allSatisfy(\.isBlank)
        reading.note(.blankContinuation, when: isBlank)
        reading.note(.malformedHeaderLine, when: header.fields.isEmpty && !isBlank)
        if isOpen, byteCount <= reading.limits.headerByteCount {
          header.fields[header.fields.count - 1].value =
            header.fields[header.fields.count - 1].value.lowerBound..<content.upperBound
        } else if isOpen {
          isOpen = false
          reading.note(.headerTooLarge)
        }
      } else if let field = field(in: content, &reading) {
        isOpen = hasRoom
        if hasRoom { header.fields.append(field) }
        reading.note(.headerTooLarge, when: !hasRoom)
      } else if isFollowedByUsualField() {
        reading.note(.malformedHeaderLine)
        isOpen = false
      } else {
        reading.note(.missingBlankLine, when: !header.fields.isEmpty || !boundaries.isEmpty)
        lines.goBack(to: line)
        return header
      }
    }
    reading.note(.headerUnterminated)
    return header
  }

  /// Reads `line` as a name, a colon and a value; nothing when it is something else.
  private func field(in line: Range<Int>, _ reading: inout Reading) -> HeaderField? {
    guard let colon = colon(in: line) else { return nil }
    var end = colon
    while end > line.lowerBound, lines.bytes[end - 1].isBlank { end -= 1 }
    reading.note(.blankBeforeColon, when: end < colon)
    return HeaderField(
      name: Array(lines.bytes[line.lowerBound..<end]).lowercasedText,
      value: colon + 1..<line.upperBound)
  }

  /// Where the colon stands after the name of a field, which is printable ASCII.
  private func colon(in line: Range<Int>) -> Int? {
    var index = line.lowerBound
    while index < line.upperBound, lines.bytes[index] > .space, lines.bytes[index] < 127,
      lines.bytes[index] != .colon
    { index += 1 }
    guard index > line.lowerBound else { return nil }
    while index < line.upperBound, lines.bytes[index].isBlank { index += 1 }
    return index < line.upperBound && lines.bytes[index] == .colon ? index : nil
  }

  /// Looks one line ahead for a field that mail really has.
  private func isFollowedByUsualField() -> Bool {
    var ahead = lines
    guard let line = ahead.next(), line.content.count < 1000, let colon = colon(in: line.content)
    else { return false }
    return Header.isUsual(
      Array(lines.bytes[line.content.lowerBound..<colon]).trimmed.lowercasedText)
  }
}
