/// A tag of HTML, with the attributes that say something to a reader.
struct HTMLTag {
  /// The name in lower case.
  let name: String
  let isClosing: Bool
  /// Where a link leads.
  private(set) var link: [UInt8] = []
  /// What stands for an image.
  private(set) var alternative: [UInt8] = []
  /// Where the rest begins.
  private(set) var end = 0

  /// How many bytes of an attribute are read.
  private static let limit = 4096

  /// Reads the tag that begins at `index`, or nothing when it has no end.
  init?(_ html: [UInt8], at index: Int) {
    var position = index + 1
    isClosing = html[position] == UInt8(ascii: "/")
    if isClosing { position += 1 }
    let start = position
    while position < html.count, HTMLTag.isPartOfName(html[position]) { position += 1 }
    name = Array(html[start..<position].prefix(32)).lowercasedText
    while true {
      while position < html.count,
        html[position].isWhitespace || html[position] == UInt8(ascii: "/")
      { position += 1 }
      guard position < html.count else { return nil }
      if html[position] == .greater {
        end = position + 1
        return
      }
      let attribute = position
      // An equals sign may begin a name, so that there is always less left.
      position += 1
      while position < html.count, html[position] != .equals, HTMLTag.isPartOfName(html[position]) {
        position += 1
      }
      let attributeName = Array(html[attribute..<position].prefix(8)).lowercasedText
      while position < html.count, html[position].isWhitespace { position += 1 }
      guard position < html.count, html[position] == .equals else { continue }
      guard let value = HTMLTag.value(html, after: &position) else { return nil }
      take(HTMLReference.decoded(html, value.prefix(HTMLTag.limit)), as: attributeName)
    }
  }

  private mutating func take(_ value: [UInt8], as attribute: String) {
    switch attribute {
    case "href" where name == "a" && link.isEmpty:
      // Browsers pass over ends of lines and tabs in links, and other blanks around them.
      link = value.filter { $0 > 31 && $0 != 127 }.trimmed
    case "alt" where name == "img" && alternative.isEmpty: alternative = value
    default: break
    }
  }

  /// Reads the value after the equals sign at `position`, or nothing when its quotes have no end.
  private static func value(_ html: [UInt8], after position: inout Int) -> Range<Int>? {
    position += 1
    while position < html.count, html[position].isWhitespace { position += 1 }
    guard position < html.count else { return nil }
    let quote = html[position]
    guard quote == .quote || quote == UInt8(ascii: "'") else {
      let start = position
      while position < html.count, !html[position].isWhitespace, html[position] != .greater {
        position += 1
      }
      return start..<position
    }
    position += 1
    let start = position
    while position < html.count, html[position] != quote { position += 1 }
    guard position < html.count else { return nil }
    defer { position += 1 }
    return start..<position
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    !byte.isWhitespace && byte != .greater && byte != UInt8(ascii: "/")
  }
}

/// The elements of HTML that change where text stands.
enum HTMLElement: String {
  case a, img, br, hr, pre, blockquote, li, td, th
  case p, h1, h2, h3, h4, h5, h6, ul, ol, dl, table
  case div, tr, dt, dd, section, article, header, footer, address, form, fieldset, center, option
  case body, html, head, title, main, nav, aside, figure, figcaption, caption

  /// How many ends of lines stand before and after it, at least.
  var lineEnds: Int {
    switch self {
    case .a, .img, .td, .th, .br: 0
    case .p, .h1, .h2, .h3, .h4, .h5, .h6, .ul, .ol, .dl, .table, .blockquote, .pre: 2
    default: 1
    }
  }
}
