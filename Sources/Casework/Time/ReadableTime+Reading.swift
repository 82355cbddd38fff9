extension ReadableTime {
  /// Reads a time as people write it, seen from `now` in `zone`.
  ///
  /// Days are `2026-03-04`, `today` and `yesterday`; a time of day may follow or stand alone, which
  /// means today even when it is still to come. A weekday may stand before and must agree; a zone may
  /// follow a time: `Z`, `UTC`, an offset, or the local zone's own name, as in what `echo` writes. Of
  /// a time that clocks show twice the first is taken, unless the zone written says which.
  package init(
    reading text: String, now: Instant, in zone: Zone
  ) throws(ReadableTimeError) {
    var words = Self.words(of: text)
    let weekday = Self.takeWeekday(from: &words)

    guard let first = words.first, let today = zone.reading(at: now)?.day else {
      throw .unreadable
    }
    let day: Day
    switch first.lowercased() {
    case "today": day = today
    case "yesterday":
      guard let yesterday = today.advanced(by: -1) else { throw .noSuchDay }
      day = yesterday
    case let word where word.contains(":"):
      day = today
      words.insert("today", at: 0)
    case let word:
      guard Self.looksLikeADay(word) else { throw .unreadable }
      guard let written = Day(reading: word) else { throw .noSuchDay }
      day = written
    }
    if let weekday, weekday != day.weekday { throw .anotherWeekday(is: day.weekday) }

    guard words.count > 1 else {
      self = .day(day)
      return
    }
    guard words.count <= 3, let time = TimeOfDay(reading: words[1]) else { throw .unreadable }
    let instant = try Self.instant(
      showing: time, on: day, in: zone, named: words.count == 3 ? words[2] : nil)
    self = .moment(instant)
  }

  /// The blank-separated words of `text`, with ISO 8601's `T` and the zone glued to a time taken
  /// apart.
  private static func words(of text: String) -> [String] {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if let index = words.firstIndex(where: { looksLikeADay($0.prefix(10)) }) {
      let word = words[index]
      let rest = word.dropFirst(10)
      if let mark = rest.first, mark == "T" || mark == "t" {
        words.replaceSubrange(
          index...index, with: [String(word.prefix(10)), String(rest.dropFirst())])
      }
    }
    if let index = words.firstIndex(where: { $0.contains(":") }),
      let zone = words[index].firstIndex(where: { "Zz+-−".contains($0) }),
      zone > words[index].startIndex
    {
      let word = words[index]
      words.replaceSubrange(index...index, with: [String(word[..<zone]), String(word[zone...])])
    }
    return words
  }

  private static func looksLikeADay(_ word: some StringProtocol) -> Bool {
    word.utf8.count == 10
      && word.utf8.enumerated().allSatisfy { index, byte in
        index == 4 || index == 7
          ? byte == UInt8(ascii: "-") : UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
      }
  }

  /// Takes a weekday, in three letters or in full, from the front of `words`.
  private static func takeWeekday(from words: inout [String]) -> String? {
    guard let word = words.first?.lowercased().filter({ $0 != "," && $0 != "." }) else {
      return nil
    }
    let full = [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    guard let index = full.firstIndex(where: { $0 == word || $0.prefix(3) == word }) else {
      return nil
    }
    words.removeFirst()
    return Day.weekdays[index]
  }

  private static func instant(
    showing time: TimeOfDay, on day: Day, in zone: Zone, named name: String?
  ) throws(ReadableTimeError) -> Instant {
    let candidates = zone.instants(showing: time, on: day)
    guard let name else {
      guard let first = candidates.first else { throw .skippedByClockChange }
      return first
    }
    // The local zone's own name goes first, so that what was echoed is read back: it may be `+03`.
    if let named = candidates.first(where: {
      zone.offset(at: $0).abbreviation.lowercased() == name.lowercased()
    }) {
      return named
    }
    guard let seconds = secondsEast(reading: name) else { throw .unknownZone }
    let local = Int64(day.number) * 86_400 + Int64(time.secondsSinceMidnight)
    return Instant(secondsSince1970: local - Int64(seconds))
  }

  /// Reads `Z`, `UTC`, `GMT`, `+01:00`, `+0100` and `+01`.
  private static func secondsEast(reading name: String) -> Int? {
    if ["z", "utc", "gmt"].contains(name.lowercased()) { return 0 }
    guard let sign = name.first, "+-−".contains(sign) else { return nil }
    let digits = name.dropFirst().filter { $0 != ":" }
    let minutes: Int
    if let hours = Digits.number(digits, count: 2) {
      minutes = hours * 60
    } else if let both = Digits.number(digits, count: 4), both % 100 < 60 {
      minutes = both / 100 * 60 + both % 100
    } else {
      return nil
    }
    guard minutes <= 14 * 60 else { return nil }
    return (sign == "+" ? 1 : -1) * minutes * 60
  }
}
