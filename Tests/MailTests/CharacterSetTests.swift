import POSIX
import Testing

@testable import Mail

@Suite struct CharacterSetTests {
  @Test(arguments: SingleByteSet.allCases)
  func `the C library has every character set of one byte`(_ set: SingleByteSet) throws {
    let table = try #require(SingleByteTable(set))
    #expect(table.text(of: 0x41) == [0x41])
    #expect((UInt8(0x80)...0xFF).contains { table.text(of: $0) != nil })
  }

  @Test(arguments: MultiByteSet.allCases)
  func `the C library has every character set of several bytes`(_ set: MultiByteSet) throws {
    let conversion = try CharacterSetConversion(from: set.rawValue)
    #expect(conversion.convert(Array("plain".utf8)[...], limit: 100).text == Array("plain".utf8))
  }

  @Test func `windows-1252 is the same without the C library`() throws {
    let conversion = try CharacterSetConversion(from: "CP1252")
    for byte in UInt8.min...UInt8.max {
      let converted = conversion.convert([byte][...], limit: 8)
      #expect(
        SingleByteTable.windows1252.text(of: byte)
          == (converted.malformedCount == 0 ? converted.text : nil))
    }
  }

  @Test(arguments: [
    "utf-16be", "UTF-16LE", "utf-7", "Windows-1252", "CP1252", "latin1", "US-ASCII", "KOI8-R",
    "ISO_8859-15", "x-sjis", "GB2312", "ks_c_5601-1987", "ISO-8859-8-I", "Big5-HKSCS", "EUC-JP",
  ])
  func `a name mail has is known`(_ label: String) {
    #expect(CharacterSet(label: label) != nil)
  }

  @Test(arguments: [
    "", "x", "utf-8//TRANSLIT", "utf-8//IGNORE", "ISO-2022-CN-EXT", "EBCDIC-US", "UTF-32",
    "../../evil",
    "UNICODE-1", "IBM037",
  ])
  func `a name that is not on the list is not asked for`(_ label: String) {
    #expect(CharacterSet(label: label) == nil)
  }

  @Test(arguments: ["UTF-8//TRANSLIT", "a/b", "../gconv", "no-such-set", "a b", "a\0b"])
  func `a name with anything but letters and digits opens no conversion`(_ name: String) {
    #expect(throws: CharacterSetError.unknown) { _ = try CharacterSetConversion(from: name) }
  }

  @Test func `each byte that means nothing becomes one U+FFFD, and is counted`() throws {
    let conversion = try CharacterSetConversion(from: "GB18030")
    let converted = conversion.convert([0x61, 0xFF, 0x62, 0xFF, 0xFF, 0x81][...], limit: 100)
    #expect(String(decoding: converted.text, as: UTF8.self) == "a\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}")
    #expect(converted.malformedCount == 4)
    #expect(!converted.isCut)
  }

  @Test func `what is longer than allowed is cut`() throws {
    let conversion = try CharacterSetConversion(from: "GB18030")
    let bytes = [UInt8](repeating: 0xFF, count: 200_000)
    let converted = conversion.convert(bytes[...], limit: 1000)
    #expect(converted.isCut)
    #expect(converted.text.count < 70_000)
    #expect(conversion.convert(bytes[...], limit: .max).text.count == 600_000)
  }

  @Test func `long texts are converted whole`() throws {
    let conversion = try CharacterSetConversion(from: "GB18030")
    let bytes = Array([[0xC4, 0xE3], [0x61]].joined().cycled(100_000))
    let converted = conversion.convert(bytes[...], limit: .max)
    #expect(converted.malformedCount == 0)
    #expect(converted.text == Array("你a".utf8).cycled(100_000))
  }

  @Test(arguments: ["utf-7", "utf-16", "utf-16be", "utf-16le"])
  func `Unicode in its other forms is read as it was written`(_ label: String) throws {
    var generator = Numbers(seed: 7)
    let alphabet = Array("aZ09 ÄßяÉ語🙂\u{10FFFF}")
    for _ in 0..<200 {
      let text = String(
        (0..<generator.below(12)).map { _ in alphabet[generator.below(alphabet.count)] })
      var reading = Reading(within: Limits())
      let read = reading.text(of: Encoded.bytes(text, label), label: label)
      #expect(String(decoding: read, as: UTF8.self) == text)
      #expect(reading.quirks.isEmpty)
    }
  }
}

/// Text written in the forms of Unicode that are read without the C library.
private enum Encoded {
  static func bytes(_ text: String, _ label: String) -> [UInt8] {
    switch label {
    case "utf-16le": text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case "utf-7":
      text.flatMap { $0.isASCII ? Array(String($0).utf8) : shifted(bytes(String($0), "utf-16be")) }
    default: text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    }
  }

  private static func shifted(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var bits = bytes.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 } }
    while bits.count % 6 != 0 { bits.append(0) }
    let digits = stride(from: 0, to: bits.count, by: 6).map { start in
      alphabet[Int(bits[start..<start + 6].reduce(0) { $0 << 1 | $1 })]
    }
    return Array("+".utf8) + digits + Array("-".utf8)
  }
}

extension Sequence<UInt8> {
  fileprivate func cycled(_ count: Int) -> [UInt8] {
    Array(repeatElement(Array(self), count: count).joined())
  }
}
