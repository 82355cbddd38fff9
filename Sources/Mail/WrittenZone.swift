/// How far from UTC a date says it was written.
struct WrittenZone {
  /// Nothing for a zone that nobody knows, which mail writes as `-0000`.
  let secondsEast: Int?
  let isNumber: Bool
  /// Whether it is one of those that mail may be read with, but no longer written.
  let isObsolete: Bool
  /// Whether it is none of mail's at all.
  let isUnusual: Bool

  /// Reads a zone in lower case, or nothing when it is none.
  init?(_ word: String) {
    if word.hasPrefix("+") || word.hasPrefix("-") {
      let digits = word.dropFirst()
      guard digits.count == 4, let number = Int(digits), digits.allSatisfy({ $0.isNumber }),
        number / 100 < 24, number % 100 < 60
      else { return nil }
      let seconds = number / 100 * 3600 + number % 100 * 60
      self.init(word == "-0000" ? nil : word.hasPrefix("-") ? -seconds : seconds, isNumber: true)
    } else if let seconds = WrittenZone.named[word] {
      self.init(seconds, isObsolete: !["gmt", "ut", "utc", "z"].contains(word))
    } else if word.count == 1, word >= "a", word <= "y" {
      // Early standards had the military zones backwards, so they mean nothing now.
      self.init(nil, isObsolete: true)
    } else if let sign = word.firstIndex(where: { $0 == "+" || $0 == "-" }),
      ["gmt", "utc", "ut"].contains(String(word[..<sign])),
      let zone = WrittenZone(String(word[sign...]))
    {
      self.init(zone.secondsEast, isNumber: true, isUnusual: true)
    } else if (3...5).contains(word.count), word.utf8.allSatisfy(\.isLetter) {
      self.init(nil, isUnusual: true)
    } else {
      return nil
    }
  }

  private init(
    _ secondsEast: Int?, isNumber: Bool = false, isObsolete: Bool = false, isUnusual: Bool = false
  ) {
    self.secondsEast = secondsEast
    self.isNumber = isNumber
    self.isObsolete = isObsolete
    self.isUnusual = isUnusual
  }

  private static let named = [
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "est": -18_000, "edt": -14_400, "cst": -21_600,
    "cdt": -18_000, "mst": -25_200, "mdt": -21_600, "pst": -28_800, "pdt": -25_200,
  ]
}

/// Days of the calendar that everybody uses, also before it was.
enum CalendarDay {
  /// How many days month `month` has, which is from 1 to 12.
  static func dayCount(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// How many days after the first of 1970 a day is; the year is not negative.
  static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    // Counted from a first of March, so that the day added in leap years is the last.
    let fromMarch = month > 2 ? year : year - 1
    let era = (fromMarch + 400) / 400 - 1
    let yearOfEra = fromMarch - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
