import Foundation

/// One expected line of a transcript, with placeholders for what varies.
///
/// `<words>` some lower-case words, `<4 words>` exactly so many, `<id>` hexadecimal digits, `<n>` a
/// number, `<day>`, `<date>` and `<time>` as the program echoes them, `<utc>` a moment in JSON,
/// `<card>` a member card, `<invitation>` an invitation, `<path>` anything without blanks, `<any>`
/// anything, `<~REGEX~>` what the regular expression says. With a label, as in `<4 words:first>`,
/// every further one of that label stands for the same text. Anything else in angle brackets is text.
struct LinePattern {
  let text: String

  /// What labels stand for, found so far in the session.
  typealias Bindings = [String: String]

  /// Whether `line` is as expected; binds the labels it is the first to use.
  func matches(_ line: String, with bindings: inout Bindings) -> Bool {
    var labels: [String] = []
    let pattern = regularExpression(bindings, &labels)
    guard let regex = try? Regex(pattern), let match = try? regex.wholeMatch(in: line) else {
      return false
    }
    for (index, label) in labels.enumerated() {
      guard let found = match.output[index + 1].substring else { return false }
      if let bound = bindings[label], bound != found { return false }
      bindings[label] = String(found)
    }
    return true
  }

  /// A pattern for `line` and lines like it, as far as that can be told from one: of times, those of
  /// `today` vary, and others were given.
  static func generalising(_ line: String) -> String {
    let today = today
    return line.replacing(/conclave-card-1\.[A-Za-z0-9_\-]+/, with: "<card>")
      .replacing(/conclave-invitation-1\.[A-Za-z0-9_\-]+/, with: "<invitation>")
      .replacing(/\b[0-9a-f]{10,64}\b/, with: "<id>")
      .replacing(
        /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([0-9\-]{10}) [0-9:]{5,8} [A-Z0-9+\-]+/
      ) { $0.1 == today ? "<time>" : String($0.0) }
      .replacing(/\b([0-9]{4}-[0-9]{2}-[0-9]{2})T[0-9:]{8}Z/) {
        $0.1 == today ? "<utc>" : String($0.0)
      }
      .replacing(/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([0-9\-]{10})/) {
        $0.1 == today ? "<day>" : String($0.0)
      }
      .replacing(/\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b/) { $0.0 == today ? "<date>" : String($0.0) }
  }

  /// The day on which the tests run, in UTC.
  static var today: String { Date.now.formatted(.iso8601.year().month().day()) }

  private func regularExpression(_ bindings: Bindings, _ labels: inout [String]) -> String {
    var pattern = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      pattern += Self.escaped(rest[..<open])
      rest = rest[open...]
      if rest.hasPrefix("<~"), let end = rest.firstRange(of: "~>") {
        pattern += "(?:\(rest[rest.index(open, offsetBy: 2)..<end.lowerBound]))"
        rest = rest[end.upperBound...]
      } else if let end = rest.firstIndex(of: ">"),
        let (placeholder, label) = Self.placeholder(rest[rest.index(after: open)..<end])
      {
        if let label, let bound = bindings[label] {
          pattern += Self.escaped(bound[...])
        } else if let label {
          labels.append(label)
          pattern += "(\(placeholder))"
        } else {
          pattern += "(?:\(placeholder))"
        }
        rest = rest[rest.index(after: end)...]
      } else {
        pattern += "<"
        rest = rest.dropFirst()
      }
    }
    return pattern + Self.escaped(rest)
  }

  private static func placeholder(_ name: Substring) -> (pattern: String, label: String?)? {
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    guard let word = parts.first else { return nil }
    let label = parts.count > 1 ? parts[1] : nil
    if let pattern = patterns[word] { return (pattern, label) }
    if word.hasSuffix(" words"), let count = Int(word.dropLast(6)), count > 0 {
      return ("[a-z]+(?: [a-z]+){\(count - 1)}", label)
    }
    return nil
  }

  private static let patterns = [
    "words": "[a-z]+(?: [a-z]+)*",
    "id": "[0-9a-f]{8,64}",
    "n": "[0-9]+",
    "day": "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [0-9]{4}-[0-9]{2}-[0-9]{2}",
    "time":
      "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}(?::[0-9]{2})? [^ ]+",
    "date": "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "utc": "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z",
    "card": "conclave-card-1\\.[A-Za-z0-9_-]+",
    "invitation": "conclave-invitation-1\\.[A-Za-z0-9_-]+",
    "path": "[^ ]+",
    "any": ".*",
  ]

  private static func escaped(_ text: Substring) -> String {
    text.map { character in
      character.isASCII && !character.isLetter && !character.isNumber
        ? "\\\(character)" : String(character)
    }.joined()
  }
}
