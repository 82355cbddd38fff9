/// Finds the parts of a message in one pass over its lines.
struct PartReader {
  var lines: Lines
  /// The boundaries of the multiparts around the current line, the outermost first.
  private(set) var boundaries: [[UInt8]] = []

  /// Reads `range` of `bytes` as one message, and notes what its lines are like.
  static func message(
    _ bytes: [UInt8], _ range: Range<Int>, depth: Int, _ reading: inout Reading
  ) -> Part {
    var reader = PartReader(lines: Lines(bytes, range))
    let part = reader.readPart(defaultType: "text/plain", depth: depth, &reading)
    reading.note(.mixedLineEnds, when: reader.lines.seen.hasBoth && reader.lines.seen.hasLineFeeds)
    reading.note(.bareCarriageReturns, when: reader.lines.seen.hasBareCarriageReturns)
    reading.note(.longLines, when: reader.lines.seen.longest > 998)
    return part
  }

  private mutating func readPart(
    defaultType: String, depth: Int, _ reading: inout Reading
  ) -> Part {
    let header = readHeader(&reading)
    reading.note(.repeatedField, when: header.hasRepeatedField)
    var part = Part(header, defaultType: defaultType, bodyAt: lines.position, &reading)
    guard part.isMultipart || part.isMessage else {
      readBytes(&part)
      return part
    }
    guard depth < reading.limits.depth else {
      reading.note(.nestedTooDeeply)
      readBytes(&part)
      return part
    }
    if part.isMultipart {
      readParts(&part, depth: depth, &reading)
    } else if part.encoding.changesBytes {
      readBytes(&part)
      readEncodedMessage(&part, depth: depth, &reading)
    } else {
      let (inner, quirks) = reading.apart { reading in
        readPart(defaultType: "text/plain", depth: depth + 1, &reading)
      }
      part.contents = .message(inner, quirks)
      part.body = bodySoFar(from: part.body.lowerBound)
    }
    return part
  }

  /// Goes to the next boundary of any multipart, or to the end.
  private mutating func readBytes(_ part: inout Part) {
    let before = lines.seen
    part.body = readToBoundary(from: part.body.lowerBound)
    // What has no lines cannot have odd ones.
    if part.encoding == .binary { lines.seen = before }
  }

  /// Goes to the next boundary, and returns what lies before, without the end of the line there.
  private mutating func readToBoundary(from start: Int) -> Range<Int> {
    while let line = lines.next() {
      guard boundary(in: line.content) != nil else { continue }
      lines.goBack(to: line)
      break
    }
    return bodySoFar(from: start)
  }

  /// What lies between `start` and the boundary or end that was come to.
  private func bodySoFar(from start: Int) -> Range<Int> {
    var end = lines.position
    guard !lines.isAtEnd else { return start..<end }
    if end > start, lines.bytes[end - 1] == .lineFeed { end -= 1 }
    if end > start, lines.bytes[end - 1] == .carriageReturn { end -= 1 }
    return start..<end
  }

  private func readEncodedMessage(_ part: inout Part, depth: Int, _ reading: inout Reading) {
    reading.note(.encodedMessage)
    let byteCount = part.encoded.measured().byteCount
    guard byteCount <= reading.decodedByteCount else {
      reading.note(.tooMuchEncoded)
      return
    }
    let bytes = part.encoded.decoded(limit: byteCount)
    reading.decodedByteCount -= bytes.count
    let (inner, quirks) = reading.apart { reading in
      PartReader.message(bytes, 0..<bytes.count, depth: depth + 1, &reading)
    }
    part.contents = .message(inner, quirks)
  }

  /// Reads the parts of a multipart up to the boundary of one around it.
  private mutating func readParts(_ part: inout Part, depth: Int, _ reading: inout Reading) {
    let start = part.body.lowerBound
    reading.note(.encodedMultipart, when: part.encoding.changesBytes)
    let boundary = part.contentType?.bytes("boundary", &reading)?.trimmed ?? []
    guard !boundary.isEmpty else {
      reading.note(.missingBoundary)
      part.type = "text/plain"
      readBytes(&part)
      return
    }
    reading.note(.repeatedBoundary, when: boundaries.contains(boundary))
    let level = boundaries.count
    boundaries.append(boundary)
    let preamble = readToBoundary(from: start)
    guard isAtBoundary(of: level) else {
      reading.note(.boundaryNotFound)
      part.type = "text/plain"
      part.body = preamble
      boundaries.removeLast()
      return
    }
    reading.note(.textBeforeFirstPart, when: isText(preamble) && !mentionsMIME(preamble))
    part.contents = .parts(readSiblings(of: part, at: level, depth: depth, &reading))
    boundaries.removeLast()
    let epilogue = readToBoundary(from: lines.position)
    reading.note(.textAfterLastPart, when: isText(epilogue))
    part.body = bodySoFar(from: start)
  }

  private mutating func readSiblings(
    of part: Part, at level: Int, depth: Int, _ reading: inout Reading
  ) -> [Part] {
    let defaultType = part.type == "multipart/digest" ? "message/rfc822" : "text/plain"
    var parts: [Part] = []
    while isAtBoundary(of: level), let line = lines.next() {
      if self.boundary(in: line.content)?.isLast == true { return parts }
      if reading.partCount > 0 {
        reading.partCount -= 1
        parts.append(readPart(defaultType: defaultType, depth: depth + 1, &reading))
      } else {
        reading.note(.tooManyParts)
        _ = readToBoundary(from: lines.position)
      }
    }
    reading.note(.unterminatedMultipart)
    return parts
  }

  private func isAtBoundary(of level: Int) -> Bool {
    var ahead = lines
    guard let line = ahead.next(), let found = boundary(in: line.content) else { return false }
    return found.level == level
  }

  /// The multipart whose boundary `line` is, the innermost first, and whether it is its last.
  func boundary(in line: Range<Int>) -> (level: Int, isLast: Bool)? {
    guard !boundaries.isEmpty, line.count > 2, lines.bytes[line.lowerBound] == .hyphen,
      lines.bytes[line.lowerBound + 1] == .hyphen
    else { return nil }
    var end = line.upperBound
    while lines.bytes[end - 1].isWhitespace { end -= 1 }
    let found = line.lowerBound + 2..<max(end, line.lowerBound + 2)
    for (level, boundary) in boundaries.enumerated().reversed() {
      let extra = found.count - boundary.count
      guard extra == 0 || extra == 2, hasBytes(boundary, at: found.lowerBound) else { continue }
      if extra == 0 { return (level, false) }
      if lines.bytes[end - 1] == .hyphen, lines.bytes[end - 2] == .hyphen { return (level, true) }
    }
    return nil
  }

  private func hasBytes(_ bytes: [UInt8], at index: Int) -> Bool {
    for offset in bytes.indices where lines.bytes[index + offset] != bytes[offset] { return false }
    return true
  }

  private func isText(_ range: Range<Int>) -> Bool {
    range.contains { !lines.bytes[$0].isWhitespace }
  }

  /// Whether a preamble is the usual one, which tells old programs that this is MIME.
  private func mentionsMIME(_ range: Range<Int>) -> Bool {
    range.contains { lines.bytes.has("mime", at: $0, before: range.upperBound) }
  }
}

extension PartReader {
  fileprivate init(lines: Lines) {
    self.lines = lines
  }
}
