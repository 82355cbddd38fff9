/// Numbers as they stand in dates.
enum Digits {
  /// The number that exactly `count` decimal digits spell; no sign, no blank.
  static func number(_ text: some StringProtocol, count: Int) -> Int? {
    guard
      text.utf8.count == count,
      text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return nil }
    return Int(text)
  }

  /// `value`, which is not negative, with zeros before it up to `count` digits.
  static func text(_ value: Int, count: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }

  /// The remainder that has the sign of the divisor.
  static func modulo(_ value: Int64, _ divisor: Int64) -> Int64 {
    let remainder = value % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
