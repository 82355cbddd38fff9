extension DecodedOutput {
  /// Decodes the first uuencoded file; what stands around it is passed over.
  mutating func putUuencoded(_ source: [UInt8], _ range: Range<Int>) {
    var lines = Lines(source, range)
    var isWithin = false
    while !isFull, let line = lines.next() {
      if !isWithin {
        isWithin = UuencodedFile.name(source, line.content) != nil
      } else if UuencodedFile.isEnd(source, line.content) {
        return
      } else if !putUuencodedLine(source, line.content) {
        note(.badUuencoding)
      }
    }
    if !isFull { note(.badUuencoding) }
  }

  /// Decodes one line, or says that it is none.
  ///
  /// Blanks may be missing at its end, where they stand for zeros, and there may be a checksum of one
  /// character.
  mutating func putUuencodedLine(_ source: [UInt8], _ line: Range<Int>) -> Bool {
    guard let byteCount = UuencodedFile.byteCount(source, line) else { return false }
    var left = byteCount
    var index = line.lowerBound + 1
    func value(_ offset: Int) -> UInt32 {
      index + offset < line.upperBound ? UInt32((source[index + offset] &- 32) & 63) : 0
    }
    while left > 0 {
      let bits = value(0) << 18 | value(1) << 12 | value(2) << 6 | value(3)
      for shift in [16, 8, 0].prefix(left) { put(UInt8(truncatingIfNeeded: bits >> shift)) }
      left -= 3
      index += 4
    }
    return true
  }
}

/// The lines of a uuencoded file.
enum UuencodedFile {
  /// The name in a line such as `begin 644 name`, or nothing when this is no such line.
  static func name(_ source: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    let end = line.upperBound
    guard source.has("begin ", at: line.lowerBound, before: end),
      source[line.lowerBound] == UInt8(ascii: "b")
    else { return nil }
    var index = line.lowerBound + 6
    let mode = index
    while index < end, index < mode + 5, source[index].isDigit { index += 1 }
    guard index - mode >= 3, index < end, source[index] == .space, index + 1 < end else {
      return nil
    }
    return index + 1..<end
  }

  static func isEnd(_ source: [UInt8], _ line: Range<Int>) -> Bool {
    source.has("end", at: line.lowerBound, before: line.upperBound)
      && source[line.lowerBound + 3..<line.upperBound].allSatisfy(\.isBlank)
  }

  /// How many bytes a line stands for, or nothing when it is no line of such a file.
  static func byteCount(_ source: [UInt8], _ line: Range<Int>) -> Int? {
    guard !line.isEmpty, line.count <= 86 else { return nil }
    for index in line where source[index] < 32 || source[index] > 96 { return nil }
    let count = Int((source[line.lowerBound] &- 32) & 63)
    let characters = (count + 2) / 3 * 4
    guard line.count - 1 <= characters + 1, line.count - 1 >= characters - 4 else { return nil }
    return count
  }
}
