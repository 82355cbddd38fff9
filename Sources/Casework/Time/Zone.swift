/// The time of day of one place: how far its clocks are from UTC, at any moment.
///
/// The rules of a place change by law and are the system's to know, so a zone asks the function it
/// was made with; this module reads no files.
package struct Zone: Sendable {
  /// How a zone's clocks stand at one moment.
  package struct Offset: Hashable, Sendable {
    package let secondsEast: Int
    /// What people call it: `CET`, `UTC`, `+03`.
    package let abbreviation: String

    package init(secondsEast: Int, abbreviation: String) {
      self.secondsEast = secondsEast
      self.abbreviation = abbreviation
    }
  }

  private let offsetAt: @Sendable (Instant) -> Offset

  package init(_ offsetAt: @escaping @Sendable (Instant) -> Offset) { self.offsetAt = offsetAt }

  /// A zone whose clocks never change.
  package init(fixed offset: Offset) { self.init { _ in offset } }

  package static let utc = Zone(fixed: Offset(secondsEast: 0, abbreviation: "UTC"))

  package func offset(at instant: Instant) -> Offset { offsetAt(instant) }
}

extension Zone {
  /// What a calendar and a clock in this zone show at `instant`, or nil outside the years 1 to 9999.
  package func reading(at instant: Instant) -> (day: Day, time: TimeOfDay)? {
    let (seconds, overflow) = instant.secondsSince1970.addingReportingOverflow(
      Int64(offset(at: instant).secondsEast))
    guard !overflow else { return nil }
    let secondOfDay = Digits.modulo(seconds, 86_400)
    guard
      let day = Day(number: Int(seconds / 86_400) - (seconds % 86_400 < 0 ? 1 : 0)),
      let time = TimeOfDay(secondsSinceMidnight: Int(secondOfDay))
    else { return nil }
    return (day, time)
  }

  /// The moments at which clocks in this zone show `time` on `day`, earliest first.
  ///
  /// Usually one; two in the hour that repeats when clocks are set back; none in the hour that is
  /// skipped when they are set forward.
  package func instants(showing time: TimeOfDay, on day: Day) -> [Instant] {
    let local = Int64(day.number) * 86_400 + Int64(time.secondsSinceMidnight)
    // Clocks are set at most once in two days, so the offsets a day before and after are all there
    // can be.
    let offsets = Set(
      [local - 86_400, local + 86_400].map {
        offset(at: Instant(secondsSince1970: $0)).secondsEast
      })
    return offsets.map { Instant(secondsSince1970: local - Int64($0)) }
      .filter { local - $0.secondsSince1970 == Int64(offset(at: $0).secondsEast) }
      .sorted()
  }
}
