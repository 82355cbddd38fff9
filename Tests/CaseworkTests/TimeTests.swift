import Forging
import Testing

@testable import Casework

@Suite struct TimeTests {
  /// Central European time in 2026, by its rule: summer from 29 March to 25 October, 01:00 UTC.
  static let berlin = Zone { instant in
    1_774_746_000..<1_792_890_000 ~= instant.secondsSince1970
      ? Zone.Offset(secondsEast: 7200, abbreviation: "CEST")
      : Zone.Offset(secondsEast: 3600, abbreviation: "CET")
  }
  /// Half an hour off, and named by its offset.
  static let mumbai = Zone(fixed: Zone.Offset(secondsEast: 19_800, abbreviation: "+0530"))
  static let saoPaulo = Zone(fixed: Zone.Offset(secondsEast: -10_800, abbreviation: "-03"))
  /// Thu 2026-03-05 10:00 CET.
  static let now = Instant(secondsSince1970: 1_772_701_200)

  @Test(arguments: [
    ("2026-03-04 21:30", "Wed 2026-03-04 21:30 CET"),
    ("  2026-03-04   21:30 ", "Wed 2026-03-04 21:30 CET"),
    ("2026-03-04", "Wed 2026-03-04"),
    ("yesterday 21:30", "Wed 2026-03-04 21:30 CET"),
    ("Yesterday", "Wed 2026-03-04"),
    ("today", "Thu 2026-03-05"),
    ("today 9:05", "Thu 2026-03-05 09:05 CET"),
    ("21:30", "Thu 2026-03-05 21:30 CET"),
    ("21:30:07", "Thu 2026-03-05 21:30:07 CET"),
    ("2026-03-04T20:30:00Z", "Wed 2026-03-04 21:30 CET"),
    ("2026-03-04t20:30z", "Wed 2026-03-04 21:30 CET"),
    ("2026-03-04T21:30", "Wed 2026-03-04 21:30 CET"),
    ("2026-03-04T16:30:00-04:00", "Wed 2026-03-04 21:30 CET"),
    ("2026-03-04 16:30 -0400", "Wed 2026-03-04 21:30 CET"),
    ("2026-03-05 02:00 +05:30", "Wed 2026-03-04 21:30 CET"),
    ("2026-03-04 22:30+02", "Wed 2026-03-04 21:30 CET"),
    ("2026-03-04 20:30 UTC", "Wed 2026-03-04 21:30 CET"),
    ("Wed 2026-03-04 21:30 CET", "Wed 2026-03-04 21:30 CET"),
    ("wednesday, 2026-03-04", "Wed 2026-03-04"),
    ("2026-06-01 12:00", "Mon 2026-06-01 12:00 CEST"),
    ("2026-10-25 02:30", "Sun 2026-10-25 02:30 CEST"),
    ("2026-10-25 02:30 CET", "Sun 2026-10-25 02:30 CET"),
    ("2024-02-29", "Thu 2024-02-29"),
  ])
  func `a time is read as people write it and echoed with weekday and zone`(
    _ text: String, _ echo: String
  ) throws {
    let time = try ReadableTime(reading: text, now: Self.now, in: Self.berlin)
    #expect(time.echo(in: Self.berlin) == echo)
  }

  @Test(arguments: [
    ("", ReadableTimeError.unreadable), ("tomorrow", .unreadable), ("04.03.2026", .unreadable),
    ("2026-3-4", .unreadable), ("26-03-04", .unreadable), ("2026-03-04 24:00", .unreadable),
    ("2026-03-04 21:60", .unreadable), ("2026-03-04 21", .unreadable), ("21:3", .unreadable),
    ("2026-03-04 9pm", .unreadable), ("2026-03-04 21:30 CET x", .unreadable), ("Wed", .unreadable),
    ("2026-03-04 21:30 21:30 21:30", .unreadable), ("-21:30", .unreadable), (":", .unreadable),
    ("2026-02-29", .noSuchDay), ("2026-13-01", .noSuchDay), ("2026-00-10", .noSuchDay),
    ("0000-01-01", .noSuchDay), ("2026-04-31 21:30", .noSuchDay),
    ("Tue 2026-03-04", .anotherWeekday(is: "Wed")),
    ("2026-03-29 02:30", .skippedByClockChange), ("2026-03-04 21:30 EST", .unknownZone),
    ("2026-03-04 21:30 CEST", .unknownZone), ("2026-03-04 21:30 +99", .unknownZone),
    ("２０２６-03-04", .unreadable),
  ])
  func `what is not a time is refused with the reason`(
    _ text: String, _ error: ReadableTimeError
  ) {
    #expect(throws: error) {
      try ReadableTime(reading: text, now: Self.now, in: Self.berlin)
    }
  }

  @Test(arguments: [0, 1, 2, 3])
  func `what is echoed and what is stored is read back`(_ which: Int) throws {
    let zone = [Zone.utc, Self.berlin, Self.mumbai, Self.saoPaulo][which]
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let instant = Instant(
        secondsSince1970: .random(in: -2_000_000_000...6_000_000_000, using: &generator))
      let moment = ReadableTime.moment(instant)
      let day = ReadableTime.day(try #require(zone.reading(at: instant)).day)
      for time in [moment, day] {
        #expect(try ReadableTime(reading: time.echo(in: zone), now: Self.now, in: zone) == time)
        #expect(try ReadableTime(reading: time.text, now: Self.now, in: zone) == time)
      }
    }
  }

  @Test func `both showings of a repeated hour are told apart`() throws {
    let day = try #require(Day(reading: "2026-10-25"))
    let time = try #require(TimeOfDay(reading: "02:30"))
    let instants = Self.berlin.instants(showing: time, on: day)
    #expect(instants.count == 2)
    for instant in instants {
      let echo = ReadableTime.moment(instant).echo(in: Self.berlin)
      #expect(
        try ReadableTime(reading: echo, now: Self.now, in: Self.berlin) == .moment(instant))
    }
  }

  @Test func `the stored form is the same in every zone`() {
    let time = ReadableTime.moment(Instant(secondsSince1970: 1_772_656_200))
    #expect(time.text == "2026-03-04T20:30:00Z")
    #expect(time.echo(in: Self.mumbai) == "Thu 2026-03-05 02:00 +0530")
    #expect(time.echo(in: Self.saoPaulo) == "Wed 2026-03-04 17:30 -03")
  }

  @Test func `a time outside the calendar does not crash`() {
    for seconds in [Int64.min, .max, 253_402_300_800, -62_135_596_801] {
      let time = ReadableTime.moment(Instant(secondsSince1970: seconds))
      #expect(time.text == String(seconds))
      #expect(time.echo(in: .utc) == String(seconds))
      #expect(throws: ReadableTimeError.unreadable) {
        try ReadableTime(reading: "today", now: Instant(secondsSince1970: seconds), in: .utc)
      }
    }
  }

  @Test func `every day from 1600 to 2400 has its number, in order`() throws {
    let first = try #require(Day(year: 1600, month: 1, day: 1))
    var day = first
    while day.year < 2400 {
      let next = try #require(day.advanced(by: 1))
      try #require(Day(number: day.number) == day)
      try #require(next.number == day.number + 1 && day < next)
      try #require(Day(reading: day.text) == day)
      day = next
    }
    #expect(day.number - first.number == 2 * 146_097)
  }

  @Test func `the calendar begins and ends where it says`() throws {
    #expect(Day(reading: "1970-01-01")?.number == 0)
    #expect(Day(reading: "1970-01-01")?.weekday == "Thu")
    #expect(Day(reading: "2000-02-29")?.number == 11_016)
    let first = try #require(Day(reading: "0001-01-01"))
    let last = try #require(Day(reading: "9999-12-31"))
    #expect(Day(number: first.number) == first)
    #expect(Day(number: last.number) == last)
    #expect(first.weekday == "Mon")
    #expect(first.advanced(by: -1) == nil)
    #expect(last.advanced(by: 1) == nil)
    #expect(last.advanced(by: .max) == nil)
    #expect(Day(number: .min) == nil)
    #expect(Day(reading: "1900-02-29") == nil)
    #expect(Day(reading: "+026-01-01") == nil)
  }
}
