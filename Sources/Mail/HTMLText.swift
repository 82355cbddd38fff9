/// Makes plain text of HTML: what it says, and not what it looks like.
///
/// It follows no links, runs nothing, and shows text that a style would hide. It never goes back, so
/// that its time is in proportion to the HTML, however broken that is.
struct HTMLText {
  private let html: [UInt8]
  private var position = 0
  private var output: HTMLOutput
  private var isUnterminated = false

  /// The text of `html`, which is UTF-8 with LF at the ends of lines, up to `limit` bytes.
  static func plain(_ html: [UInt8], limit: Int, _ reading: inout Reading) -> [UInt8] {
    var text = HTMLText(html: html, output: HTMLOutput(limit: limit))
    text.read()
    reading.note(.unterminatedHTML, when: text.isUnterminated)
    reading.note(.textTooLong, when: text.position < html.count)
    return text.output.text
  }

  private mutating func read() {
    while position < html.count, !output.isFull {
      switch html[position] {
      case .less: readMarkup()
      case UInt8(ascii: "&"):
        let reference = HTMLReference(html, at: position, before: html.count)
        position += reference?.length ?? 1
        output.put(reference?.text ?? [UInt8(ascii: "&")])
      default:
        output.put(html[position])
        position += 1
      }
    }
    output.endLink()
  }

  private mutating func readMarkup() {
    let next = position + 1 < html.count ? html[position + 1] : 0
    if next == UInt8(ascii: "!") {
      if html.has("<!--", at: position, before: html.count) {
        // `<!-->` is a whole comment.
        skip(past: "-->", from: position + 2)
      } else {
        skip(past: ">", from: position + 2)
      }
    } else if next == UInt8(ascii: "?") {
      skip(past: ">", from: position + 2)
    } else if next.isLetter || next == UInt8(ascii: "/") {
      readTag()
    } else {
      output.put(.less)
      position += 1
    }
  }

  /// Goes past the next `end`, or to the end of everything.
  private mutating func skip(past end: StaticString, from start: Int) {
    position = start
    while position < html.count {
      if html.has(end, at: position, before: html.count) {
        position += end.utf8CodeUnitCount
        return
      }
      position += 1
    }
    isUnterminated = true
  }

  private mutating func readTag() {
    guard let tag = HTMLTag(html, at: position) else {
      isUnterminated = true
      position = html.count
      return
    }
    position = tag.end
    if let element = HTMLElement(rawValue: tag.name) {
      output.put(tag, element)
    }
    guard !tag.isClosing, let name = HTMLText.hidden.first(where: { $0.description == tag.name })
    else { return }
    skipContent(of: name)
  }

  /// Goes to the end tag `name`; nothing before it is markup.
  private mutating func skipContent(of name: StaticString) {
    while position < html.count {
      if html[position] == .less, position + 1 < html.count,
        html[position + 1] == UInt8(ascii: "/"),
        html.has(name, at: position + 2, before: html.count)
      {
        return
      }
      position += 1
    }
    isUnterminated = true
  }

  /// Elements whose content is not text of the message.
  private static let hidden: [StaticString] = [
    "script", "style", "title", "template", "iframe", "noembed", "noframes", "object",
  ]

  /// The character set that a `meta` near the beginning of `html` names.
  static func label(in html: [UInt8]) -> String? {
    let end = min(html.count, 2048)
    var isMeta = false
    for index in 0..<end {
      if html[index] == .less { isMeta = html.has("<meta", at: index, before: end) }
      guard isMeta, html.has("charset=", at: index, before: end) else { continue }
      let value = html[(index + 8)..<end].drop { $0 == .quote || $0 == UInt8(ascii: "'") }
      let label = value.prefix {
        $0.isLetter || $0.isDigit || $0 == .hyphen || $0 == UInt8(ascii: "_")
      }
      return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
    }
    return nil
  }
}

extension HTMLText {
  fileprivate init(html: [UInt8], output: HTMLOutput) {
    self.html = html
    self.output = output
  }
}
