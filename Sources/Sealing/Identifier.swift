/// Thirty-two bytes that name something; what, is in the type, so that two kinds never mix.
///
/// Kept as four words: comparing and hashing cost no allocation.
package struct Identifier<Tag>: Hashable, Comparable, Sendable {
  package static var byteCount: Int { 32 }

  private let a: UInt64
  private let b: UInt64
  private let c: UInt64
  private let d: UInt64

  /// Reads thirty-two bytes that the caller has already counted.
  init(_ bytes: [UInt8], from start: Int) {
    func word(_ index: Int) -> UInt64 {
      var value: UInt64 = 0
      for offset in 0..<8 { value = value << 8 | UInt64(bytes[start + 8 * index + offset]) }
      return value
    }
    (a, b, c, d) = (word(0), word(1), word(2), word(3))
  }

  package init(_ bytes: [UInt8]) {
    precondition(bytes.count == 32)
    self.init(bytes, from: 0)
  }

  /// Reads exactly 64 lower-case hexadecimal digits.
  package init?(hex: String) {
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var count = 0
    for digit in hex.utf8 {
      let value: UInt8
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = digit - UInt8(ascii: "a") + 10
      default: return nil
      }
      switch count / 16 {
      case 0: words.0 = words.0 << 4 | UInt64(value)
      case 1: words.1 = words.1 << 4 | UInt64(value)
      case 2: words.2 = words.2 << 4 | UInt64(value)
      case 3: words.3 = words.3 << 4 | UInt64(value)
      default: return nil
      }
      count += 1
    }
    guard count == 64 else { return nil }
    (a, b, c, d) = words
  }

  package static func < (left: Self, right: Self) -> Bool {
    if left.a != right.a { return left.a < right.a }
    if left.b != right.b { return left.b < right.b }
    if left.c != right.c { return left.c < right.c }
    return left.d < right.d
  }

  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for word in [a, b, c, d] {
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
    return bytes
  }

  package var hex: String { bytes.lowercaseHex }

  /// The first ten digits, enough for a person to tell a few apart.
  package var short: String { String(hex.prefix(10)) }
}

package enum VaultTag {}
package enum CompartmentTag {}
package enum EpochTag {}
package enum MemberTag {}

/// Names a vault: the id of the statement that founded its roster.
package typealias VaultID = Identifier<VaultTag>
/// Names a compartment: the id of the statement that founded it.
package typealias CompartmentID = Identifier<CompartmentTag>
/// Names an epoch and commits to its key.
package typealias EpochID = Identifier<EpochTag>
/// Names a member: the bytes of their Ed25519 verifying key, so a name never decides anything.
package typealias MemberID = Identifier<MemberTag>

extension [UInt8] {
  package var lowercaseHex: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(count * 2)
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads pairs of lower-case hexadecimal digits; anything else is nil.
  package init?(lowercaseHex text: String) {
    func value(_ digit: UInt8) -> UInt8? {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
      default: nil
      }
    }
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(digits[index]), let low = value(digits[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    self = bytes
  }
}
