/// Reads a date as mail has it (RFC 5322, sections 3.3 and 4.3), and some that only look so.
struct DateReader {
  private enum Kind { case weekday, day, month, year, time, zone }
  private var order: [Kind] = []
  private var weekday: Int?
  private var day: Int?
  private var month: Int?
  private var year: Int?
  private var seconds: Int?
  private var zone: WrittenZone?
  private var isObsolete = false
  private var isUnusual = false

  /// Reads `raw`, the value of a `Date` field.
  static func date(in raw: [UInt8], _ reading: inout Reading) -> MessageDate {
    let bytes = reading.headerBytes(raw)
    var date = MessageDate(written: reading.finished(bytes))
    var reader = DateReader()
    guard reader.read(bytes, &reading), let seconds = reader.secondsSince1970() else {
      reading.note(.unreadableDate)
      return date
    }
    date.secondsSince1970 = seconds - Int64(reader.zone?.secondsEast ?? 0)
    date.secondsEast = reader.zone?.secondsEast
    reading.note(.dateWithoutZone, when: reader.zone?.secondsEast == nil)
    reading.note(.obsoleteDate, when: reader.isObsolete)
    reading.note(.unusualDate, when: reader.isUnusual || !reader.isInUsualOrder)
    reading.note(.wrongWeekday, when: reader.hasWrongWeekday)
    return date
  }

  /// Reads the words; returns false when one of them belongs to no date.
  private mutating func read(_ bytes: [UInt8], _ reading: inout Reading) -> Bool {
    // A date has a handful of words; what has many is none.
    var wordCount = 0
    var word: [UInt8] = []
    var index = 0
    while index <= bytes.count {
      let byte = index < bytes.count ? bytes[index] : .space
      if byte == UInt8(ascii: "("), index < bytes.count {
        let comment = Comment(bytes, at: index)
        reading.note(.unterminatedComment, when: !comment.isEnded)
        index = comment.end
      } else if !byte.isWhitespace, byte != .comma {
        word.append(byte.lowercased)
        index += 1
        continue
      } else {
        index += 1
      }
      guard !word.isEmpty else { continue }
      wordCount += 1
      guard wordCount <= 12, word.count <= 40, take(String(decoding: word, as: UTF8.self)) else {
        return false
      }
      word = []
    }
    return true
  }

  private mutating func take(_ word: String) -> Bool {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, digits.count == word.count { return takeNumber(word) }
    if word.contains(":") { return takeTimes(word) }
    if !digits.isEmpty, word.contains("-") { return takeDashed(word) }
    if word.hasPrefix("+") || word.hasPrefix("-") { return takeZone(word) }
    let beginning = String(word.prefix(3))
    if word.count >= 3, let found = DateReader.months.firstIndex(of: beginning), month == nil {
      month = found + 1
      order.append(.month)
      return true
    }
    if word.count >= 3, let found = DateReader.weekdays.firstIndex(of: beginning), weekday == nil {
      weekday = found
      order.append(.weekday)
      return true
    }
    return takeZone(word)
  }

  private mutating func takeNumber(_ word: String) -> Bool {
    guard let number = Int(word), number < 10_000 else { return false }
    if day == nil, word.count <= 2 {
      day = number
      order.append(.day)
      return true
    }
    guard year == nil else { return false }
    order.append(.year)
    isObsolete = isObsolete || word.count < 4
    switch word.count {
    case 2: year = number < 50 ? 2000 + number : 1900 + number
    case 3: year = 1900 + number
    case 4: year = number
    default: return false
    }
    return true
  }

  /// Reads `2024-02-01` and `1-Feb-24`.
  private mutating func takeDashed(_ word: String) -> Bool {
    isUnusual = true
    let parts = word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3 else { return false }
    guard parts[0].count == 4 else { return parts.allSatisfy { take($0) } }
    guard day == nil, month == nil, let number = Int(parts[1]), takeNumber(parts[0]),
      takeNumber(parts[2])
    else { return false }
    month = number
    order.append(.month)
    return true
  }

  /// Reads `10:30`, `10:30:05`, and `2024-02-01T10:30:05+01:00`.
  private mutating func takeTimes(_ word: String) -> Bool {
    if let letter = word.firstIndex(of: "t"), word[..<letter].contains("-") {
      return takeDashed(String(word[..<letter]))
        && takeTimes(String(word[word.index(after: letter)...]))
    }
    let clock = word.prefix { $0.isASCII && $0.isNumber || $0 == ":" || $0 == "." }
    let rest = word[clock.endIndex...]
    guard !clock.isEmpty, seconds == nil else {
      isUnusual = true
      return takeZone(word.filter { $0 != ":" })
    }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else {
      return false
    }
    let whole = parts.map { Int($0.prefix { $0 != "." }) ?? -1 }
    isUnusual = isUnusual || clock.contains(".")
    let second = whole.count == 3 ? whole[2] : 0
    guard (0..<24).contains(whole[0]), (0..<60).contains(whole[1]), (0...60).contains(second) else {
      return false
    }
    seconds = whole[0] * 3600 + whole[1] * 60 + second
    order.append(.time)
    guard !rest.isEmpty else { return true }
    isUnusual = true
    return takeZone(rest.filter { $0 != ":" })
  }

  private mutating func takeZone(_ word: String) -> Bool {
    guard let read = WrittenZone(word) else { return false }
    // `GMT+0100` and `-0500 EST` name a zone twice; the number counts.
    isUnusual = isUnusual || zone != nil || read.isUnusual
    if zone == nil || read.isNumber { zone = read }
    isObsolete = isObsolete || read.isObsolete
    if order.last != .zone { order.append(.zone) }
    return true
  }

  private var isInUsualOrder: Bool {
    let rest = order.first == .weekday ? Array(order.dropFirst()) : order
    return rest == [.day, .month, .year, .time, .zone] || rest == [.day, .month, .year, .time]
  }

  /// How many days after the first of 1970 the day is; nothing when there is no such day.
  private var dayNumber: Int? {
    guard let day, let month, let year, (1...12).contains(month),
      (1...CalendarDay.dayCount(ofMonth: month, in: year)).contains(day)
    else { return nil }
    return CalendarDay.number(year, month, day)
  }

  /// The seconds since 1970 as if the clock were at UTC.
  private func secondsSince1970() -> Int64? {
    guard let dayNumber, let seconds else { return nil }
    return Int64(dayNumber) * 86_400 + Int64(seconds)
  }

  private var hasWrongWeekday: Bool {
    guard let weekday, let dayNumber else { return false }
    // 1970 began on a Thursday.
    return ((dayNumber + 3) % 7 + 7) % 7 != weekday
  }

  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
