internal import POSIX

/// What the upper 128 bytes of a character set stand for.
///
/// It is made from bytes of our own, so that a mail's never reach the C library.
struct SingleByteTable {
  /// The UTF-8 of the bytes from 0x80, each empty where there is no character.
  private let upper: [[UInt8]]

  /// Asks the C library, which may lack the set.
  init?(_ set: SingleByteSet) {
    do throws(CharacterSetError) {
      upper = try (UInt8(0x80)...0xFF).map { byte throws(CharacterSetError) in
        let conversion = try CharacterSetConversion(from: set.rawValue)
        let converted = conversion.convert([byte][...], limit: 8)
        return converted.malformedCount == 0 ? converted.text : []
      }
    } catch { return nil }
  }

  /// The table of windows-1252, which needs no C library.
  private init(upper: [[UInt8]]) { self.upper = upper }

  static let windows1252 = SingleByteTable(
    upper: (UInt8(0x80)...0xFF).map { byte in
      guard let scalar = windows1252Scalar(byte) else { return [] }
      return Array(String(Character(scalar)).utf8)
    })

  /// The UTF-8 of `byte`, or nothing when it stands for no character.
  func text(of byte: UInt8) -> [UInt8]? {
    guard byte >= 0x80 else { return [byte] }
    let text = upper[Int(byte) - 0x80]
    return text.isEmpty ? nil : text
  }

  /// What windows-1252 has from 0x80 to 0x9F, where ISO 8859-1 has control characters.
  static func windows1252Scalar(_ byte: UInt8) -> Unicode.Scalar? {
    guard byte >= 0x80, byte < 0xA0 else { return Unicode.Scalar(byte) }
    let value = windows1252Values[Int(byte) - 0x80]
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  private static let windows1252Values: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
