// Several of something, in one sentence.

extension Line {
  /// `1 case`, `2 cases`.
  static func count(_ count: Int, _ one: Line, _ many: Line) -> Line {
    count == 1 ? "1 \(one)" : "\(count) \(many)"
  }

  /// `"a"`, `"a" and "b"`, `"a", "b" and "c"`.
  static func quotedList(_ texts: some Sequence<String>) -> Line {
    joined(texts.map { "\"\($0)\"" }, last: " and ")
  }

  /// `"a" or "b"`.
  static func choice(_ texts: some Sequence<String>) -> Line {
    joined(texts.map { "\"\($0)\"" }, last: " or ")
  }

  /// The first few, and how many more there are.
  static func quotedList(_ texts: [String], atMost limit: Int) -> Line {
    guard texts.count > limit else { return quotedList(texts) }
    let shown = texts.prefix(limit - 1).map { "\"\($0)\"" as Line }
    return joined(shown + ["\(texts.count - shown.count) more"], last: " and ")
  }

  private static func joined(_ lines: [Line], last: Line) -> Line {
    guard let end = lines.last, lines.count > 1 else { return lines.first ?? "" }
    return "\(joined(Array(lines.dropLast()), separator: ", "))\(last)\(end)"
  }
}
