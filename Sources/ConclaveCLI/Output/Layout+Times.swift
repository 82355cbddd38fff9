import Casework

extension Layout {
  /// A moment for people: `Wed 2026-03-04 21:30 CET`, without its seconds.
  func moment(_ seconds: Int64) -> Line {
    let minute = seconds - (seconds % 60 + 60) % 60
    return "\(ReadableTime.moment(Instant(secondsSince1970: minute)).echo(in: zone))"
  }

  /// The day of a moment, without its weekday, for columns of lists.
  func day(_ seconds: Int64) -> Line {
    guard let day = zone.reading(at: Instant(secondsSince1970: seconds))?.day else {
      return moment(seconds)
    }
    return "\(day)"
  }
}

extension JSON {
  /// A moment in UTC, as ISO 8601 writes it.
  init(moment seconds: Int64) {
    self = .string(ReadableTime.moment(Instant(secondsSince1970: seconds)).text)
  }
}

extension Line {
  /// Names or words one after another, with commas between them.
  static func list(_ items: some Sequence<String>) -> Line {
    .joined(items.map { "\($0)" }, separator: ", ")
  }

  /// The same, with `and` before the last.
  static func sentence(_ items: some Collection<String>) -> Line {
    guard items.count > 1, let last = items.lazy.reversed().first else { return list(items) }
    return "\(list(items.dropLast())) and \(last)"
  }
}
