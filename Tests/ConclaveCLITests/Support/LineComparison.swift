/// Expected lines beside those that came.
struct LineComparison {
  let agrees: Bool
  /// What labels stand for after it.
  let bindings: LinePattern.Bindings
  /// Both, `-` before what was expected and `+` before what came instead.
  let report: [String]
  /// The lines that came, as patterns; those that agreed keep the placeholders they had.
  let updated: [String]

  init(expected: [String], actual: [String], bindings: LinePattern.Bindings) {
    var head = 0
    var bindings = bindings
    while head < expected.count, head < actual.count, expected[head] != "...",
      LinePattern(text: expected[head]).matches(actual[head], with: &bindings)
    {
      head += 1
    }
    var rest = bindings
    if Self.match(expected[head...], actual[head...], &rest) {
      (agrees, self.bindings, report, updated) = (true, rest, [], expected)
      return
    }
    var tail = 0
    while tail < min(expected.count, actual.count) - head,
      expected[expected.count - 1 - tail] != "...",
      LinePattern(text: expected[expected.count - 1 - tail])
        .matches(actual[actual.count - 1 - tail], with: &bindings)
    {
      tail += 1
    }
    let missing = expected[head..<expected.count - tail]
    let came = actual[head..<actual.count - tail]
    agrees = false
    self.bindings = bindings
    report =
      expected[..<head].map { "  \($0)" } + missing.map { "- \($0)" } + came.map { "+ \($0)" }
      + expected[(expected.count - tail)...].map { "  \($0)" }
    updated =
      expected[..<head] + came.map(LinePattern.generalising)
      + expected[(expected.count - tail)...]
  }

  /// Whether the lines are as expected, `...` standing for as few lines as possible.
  private static func match(
    _ expected: ArraySlice<String>, _ actual: ArraySlice<String>,
    _ bindings: inout LinePattern.Bindings
  ) -> Bool {
    guard let first = expected.first else { return actual.isEmpty }
    let rest = expected.dropFirst()
    if first == "..." {
      for skipped in 0...actual.count {
        var tried = bindings
        if match(rest, actual.dropFirst(skipped), &tried) {
          bindings = tried
          return true
        }
      }
      return false
    }
    guard let line = actual.first, LinePattern(text: first).matches(line, with: &bindings) else {
      return false
    }
    return match(rest, actual.dropFirst(), &bindings)
  }
}
