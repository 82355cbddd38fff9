/// Puts paragraphs together that a program had cut into lines (RFC 3676, `format=flowed`).
struct FlowedText {
  private var output: [UInt8] = []
  private var paragraph: [UInt8] = []
  private var depth = 0
  private var isOpen = false

  /// Joins the lines of `text` that end with a space to those after them.
  ///
  /// Lines of a quotation keep their `>`, once for each paragraph.
  static func unwrapped(_ text: [UInt8], deletesSpaces: Bool) -> [UInt8] {
    var flowed = FlowedText()
    var lines = Lines(text, 0..<text.count)
    while let line = lines.next() {
      flowed.take(text, line.content, deletesSpaces: deletesSpaces)
    }
    flowed.close()
    return flowed.output
  }

  private mutating func take(_ text: [UInt8], _ line: Range<Int>, deletesSpaces: Bool) {
    var start = line.lowerBound
    while start < line.upperBound, text[start] == .greater { start += 1 }
    let lineDepth = start - line.lowerBound
    // One space was put before what would have looked like something else.
    if start < line.upperBound, text[start] == .space { start += 1 }
    let isSignature =
      line.upperBound - start == 3 && text.has("-- ", at: start, before: line.upperBound)
    let isFlowed = !isSignature && start < line.upperBound && text[line.upperBound - 1] == .space
    if isOpen, isSignature || lineDepth != depth { close() }
    depth = lineDepth
    isOpen = true
    paragraph += text[start..<(isFlowed && deletesSpaces ? line.upperBound - 1 : line.upperBound)]
    if !isFlowed { close() }
  }

  private mutating func close() {
    guard isOpen else { return }
    if depth > 0 {
      output += [UInt8](repeating: .greater, count: depth)
      output.append(.space)
    }
    output += paragraph
    output.append(.lineFeed)
    paragraph = []
    isOpen = false
  }
}
