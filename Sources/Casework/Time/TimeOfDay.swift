/// A time that a clock shows, in whole seconds.
package struct TimeOfDay: Hashable, Sendable {
  package let secondsSinceMidnight: Int

  /// Nil unless the time lies between 00:00:00 and 23:59:59.
  package init?(secondsSinceMidnight: Int) {
    guard 0..<86_400 ~= secondsSinceMidnight else { return nil }
    self.secondsSinceMidnight = secondsSinceMidnight
  }

  /// Reads `21:30`, `8:30` and `21:30:05`.
  package init?(reading text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard 2...3 ~= parts.count else { return nil }
    guard
      let hour = Digits.number(parts[0], count: 2) ?? Digits.number(parts[0], count: 1),
      let minute = Digits.number(parts[1], count: 2),
      let second = parts.count == 3 ? Digits.number(parts[2], count: 2) : 0,
      hour < 24, minute < 60, second < 60
    else { return nil }
    secondsSinceMidnight = hour * 3600 + minute * 60 + second
  }

  /// `21:30`, with the seconds only when there are any.
  package var text: String {
    let second = secondsSinceMidnight % 60
    let minutes = secondsSinceMidnight / 60
    let short = "\(Digits.text(minutes / 60, count: 2)):\(Digits.text(minutes % 60, count: 2))"
    return second == 0 ? short : "\(short):\(Digits.text(second, count: 2))"
  }
}
