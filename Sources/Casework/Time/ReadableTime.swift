/// A time as people write it: a day, or a moment.
///
/// A day stays a day: it is not taken for its midnight.
package enum ReadableTime: Hashable, Sendable {
  case day(Day)
  case moment(Instant)

  /// The stored form, the same in every zone: `2026-03-04` or `2026-03-04T20:30:00Z`.
  ///
  /// A moment outside the years 1 to 9999, which nothing reads, is stored as its seconds.
  package var text: String {
    switch self {
    case .day(let day): return day.text
    case .moment(let instant):
      guard let (day, time) = Zone.utc.reading(at: instant) else {
        return String(instant.secondsSince1970)
      }
      let seconds = time.secondsSinceMidnight % 60
      return "\(day.text)T\(time.text)\(seconds == 0 ? ":00" : "")Z"
    }
  }

  /// What was understood, for people: `Wed 2026-03-04` or `Wed 2026-03-04 21:30 CET`.
  package func echo(in zone: Zone) -> String {
    switch self {
    case .day(let day): return "\(day.weekday) \(day.text)"
    case .moment(let instant):
      guard let (day, time) = zone.reading(at: instant) else { return text }
      let abbreviation = zone.offset(at: instant).abbreviation
      return "\(day.weekday) \(day.text) \(time.text) \(abbreviation)"
    }
  }
}

/// Why a time was not understood.
package enum ReadableTimeError: Error, Hashable {
  /// The text has none of the forms that are read.
  case unreadable
  /// The calendar has no such day.
  case noSuchDay
  /// Clocks in the zone skip this time on this day.
  case skippedByClockChange
  /// The weekday written is not the weekday of the day written.
  case anotherWeekday(is: String)
  /// The zone written is neither an offset, nor UTC, nor what the local zone is called then.
  case unknownZone
}
