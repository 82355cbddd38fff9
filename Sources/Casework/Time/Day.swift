/// A day of the Gregorian calendar, from 0001-01-01 to 9999-12-31.
package struct Day: Hashable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil when there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard
      1...9999 ~= year, 1...12 ~= month, 1...Self.length(ofMonth: month, in: year) ~= day
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD`, with all its digits.
  package init?(reading text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard
      parts.count == 3,
      let year = Digits.number(parts[0], count: 4), let month = Digits.number(parts[1], count: 2),
      let day = Digits.number(parts[2], count: 2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The stored form: `2026-03-04`.
  package var text: String {
    "\(Digits.text(year, count: 4))-\(Digits.text(month, count: 2))-\(Digits.text(day, count: 2))"
  }

  /// The weekday in three letters: `Wed`.
  package var weekday: String {
    // Day 0 was a Thursday.
    Self.weekdays[Int(Digits.modulo(Int64(number) + 3, 7))]
  }

  static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  private static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day {
  /// The number of days since 1970-01-01.
  package var number: Int {
    // Years are counted from 1 March, so that the leap day is the last of its year; a cycle of the
    // calendar is 400 years, 146,097 days.
    let shifted = month > 2 ? year : year - 1
    let cycle = shifted / 400
    let yearOfCycle = shifted - cycle * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
    return cycle * 146_097 + dayOfCycle - 719_468
  }

  /// The day that is `number` days after 1970-01-01, or nil outside the years 1 to 9999.
  package init?(number: Int) {
    guard Self.numbers.contains(number) else { return nil }
    let shifted = number + 719_468
    let cycle = shifted / 146_097
    let dayOfCycle = shifted - cycle * 146_097
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.init(
      year: cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  private static let numbers = -719_162...2_932_896

  /// The day that lies `days` later, or nil outside the years 1 to 9999.
  package func advanced(by days: Int) -> Day? {
    let (sum, overflow) = number.addingReportingOverflow(days)
    return overflow ? nil : Day(number: sum)
  }
}

extension Day: Comparable {
  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Day: CustomStringConvertible {
  package var description: String { text }
}
