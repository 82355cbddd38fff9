/// The plain text that HTML becomes, with as few blanks and ends of lines as it needs.
struct HTMLOutput {
  private(set) var text: [UInt8] = []
  private let limit: Int
  private var hasPendingSpace = false
  private var pendingLineEnds = 0
  private var hasPendingBullet = false
  private var quoteDepth = 0
  private var plainDepth = 0
  /// A link whose text is being written, and where that began.
  private var link: (target: [UInt8], start: Int?)?

  init(limit: Int) { self.limit = limit }

  var isFull: Bool { text.count >= limit }

  /// Writes a byte as it stands in the HTML.
  mutating func put(_ byte: UInt8) {
    guard byte.isWhitespace else {
      begin()
      text.append(byte)
      return
    }
    if plainDepth == 0 {
      hasPendingSpace = true
    } else if byte == .lineFeed {
      pendingLineEnds += 1
    } else {
      begin()
      text.append(byte)
    }
  }

  /// Writes what a reference stands for: its blanks stay.
  mutating func put(_ bytes: [UInt8]) {
    begin()
    text += bytes
  }

  /// Writes what stands before anything on a line, and between words.
  private mutating func begin() {
    if text.isEmpty || pendingLineEnds > 0 {
      // Nothing goes before the first word, not even an end of a line.
      if !text.isEmpty { text += [UInt8](repeating: .lineFeed, count: pendingLineEnds) }
      if quoteDepth > 0 {
        text += [UInt8](repeating: .greater, count: min(quoteDepth, 8))
        text.append(.space)
      }
    } else if hasPendingSpace {
      text.append(.space)
    }
    if hasPendingBullet { text += [UInt8(ascii: "*"), .space] }
    hasPendingBullet = false
    hasPendingSpace = false
    pendingLineEnds = 0
    if link != nil, link?.start == nil { link?.start = text.count }
  }

  private mutating func separate(_ lineEnds: Int) {
    pendingLineEnds = max(pendingLineEnds, lineEnds)
    hasPendingSpace = false
  }

  /// Writes what a tag means to a reader.
  mutating func put(_ tag: HTMLTag, _ element: HTMLElement) {
    switch element {
    case .a:
      endLink()
      if !tag.isClosing, !tag.link.isEmpty, tag.link.first != UInt8(ascii: "#") {
        link = (tag.link, nil)
      }
    case .img:
      guard !tag.alternative.trimmed.isEmpty else { return }
      begin()
      text += [UInt8(ascii: "[")] + tag.alternative.trimmed + [UInt8(ascii: "]")]
    case .br:
      // However many there are, one blank line is enough.
      pendingLineEnds = min(pendingLineEnds + 1, max(pendingLineEnds, 2))
      hasPendingSpace = false
    case .td, .th:
      if tag.isClosing { hasPendingSpace = true }
    case .hr:
      separate(1)
      begin()
      text += Array("---".utf8)
      separate(1)
    default:
      separate(element.lineEnds)
      if element == .pre { plainDepth = max(0, plainDepth + (tag.isClosing ? -1 : 1)) }
      if element == .blockquote { quoteDepth = max(0, quoteDepth + (tag.isClosing ? -1 : 1)) }
      if element == .li { hasPendingBullet = !tag.isClosing }
    }
  }

  /// Writes where the link leads, unless its text said so.
  mutating func endLink() {
    guard let (target, start) = link else { return }
    link = nil
    var said = start.map { Array(text[$0...]).trimmed } ?? []
    if target.has("mailto:", at: 0, before: target.count) { said = Array("mailto:".utf8) + said }
    guard said != target else { return }
    begin()
    if let last = text.last, !last.isWhitespace { text.append(.space) }
    text += [.less] + target + [.greater]
  }
}
