/// One line, and where the next begins.
struct Line {
  /// The line without its end.
  let content: Range<Int>
  let next: Int
}

/// Some bytes, line by line.
///
/// Lines end with LF or CR LF, and with CR alone only where no LF is to be found at all.
struct Lines {
  let bytes: [UInt8]
  let end: Int
  private(set) var position: Int
  private let endOfLine: UInt8

  /// What was seen so far.
  var seen = Seen()

  /// What the lines and their ends were like.
  struct Seen {
    var hasLineFeeds = false
    var hasBoth = false
    var hasBareCarriageReturns = false
    var longest = 0
  }

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
    var hasReturn = false
    var index = position
    while index < end, bytes[index] != .lineFeed {
      if bytes[index] == .carriageReturn { hasReturn = true }
      index += 1
    }
    endOfLine = index == end && hasReturn ? .carriageReturn : .lineFeed
  }

  /// The next line, or nothing at the end.
  mutating func next() -> Line? {
    guard position < end else { return nil }
    let start = position
    var index = start
    var returns = 0
    while index < end, bytes[index] != endOfLine {
      if bytes[index] == .carriageReturn { returns += 1 }
      index += 1
    }
    var contentEnd = index
    let isEnded = index < end
    if isEnded, endOfLine == .lineFeed {
      let isBoth = index > start && bytes[index - 1] == .carriageReturn
      if isBoth {
        contentEnd -= 1
        returns -= 1
        seen.hasBoth = true
      } else {
        seen.hasLineFeeds = true
      }
    }
    if returns > 0 || isEnded && endOfLine == .carriageReturn {
      seen.hasBareCarriageReturns = true
    }
    seen.longest = max(seen.longest, contentEnd - start)
    position = isEnded ? index + 1 : index
    return Line(content: start..<contentEnd, next: position)
  }

  /// Whether there is no line left.
  var isAtEnd: Bool { position >= end }

  /// Goes back to the beginning of `line`, which was the last.
  mutating func goBack(to line: Line) {
    position = line.content.lowerBound
  }
}
