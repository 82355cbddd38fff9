import Casework

/// What a command found out, rendered as text for people and as JSON for programs.
protocol Report {
  func lines(in layout: Layout) -> [Line]
  var json: JSON { get }
}

/// What rendering for people depends on.
struct Layout: Sendable {
  /// How wide the terminal is; nothing when lines may be as long as they like.
  var columns: Int?
  var zone: Zone
  var now: Instant
}
