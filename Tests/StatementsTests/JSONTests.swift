import Defences
import Forging
import Sealing
import Statements
import Testing

/// Canonical JSON beyond its vectors.
@Suite struct JSONTests {
  /// A value as any program might have one.
  private func value(_ depth: Int, _ generator: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0..<(depth >= 6 ? 3 : 5), using: &generator) {
    case 0: return .boolean(Bool.random(using: &generator))
    case 1:
      let limit = JSONValue.integerLimit - 1
      return .integer(
        Bool.random(using: &generator)
          ? Int64.random(in: -limit...limit, using: &generator)
          : Int64.random(in: -9...9, using: &generator))
    case 2:
      let count = Int.random(in: 0..<8, using: &generator)
      var text = String.UnicodeScalarView()
      while text.count < count {
        let range: ClosedRange<UInt32> =
          [0...0x7f, 0...0x1f, 0x80...0x7ff, 0x800...0xffff, 0x1_0000...0x10_ffff]
          .randomElement(using: &generator) ?? 0...0x7f
        if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
          text.append(scalar)
        }
      }
      return .string(String(text))
    case 3:
      return .array(
        (0..<Int.random(in: 0..<4, using: &generator)).map { _ in value(depth + 1, &generator) })
    default:
      var members: [String: JSONValue] = [:]
      let letters = Array("abcxyz019_")
      for _ in 0..<Int.random(in: 0..<4, using: &generator) {
        let key = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
          letters[Int.random(in: 0..<letters.count, using: &generator)]
        }
        members[String(key)] = value(depth + 1, &generator)
      }
      return .object(members)
    }
  }

  @Test func `what is written reads back as what it was`() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2_000 {
      let value = value(0, &generator)
      #expect(try JSONValue(scanning: value.encoded()) == value)
    }
  }

  @Test func `no changed byte reads as the same value`() throws {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<200 {
      let value = value(0, &generator)
      let bytes = value.encoded()
      for index in bytes.indices {
        let changed = bytes.flipped(at: index, bit: Int.random(in: 0..<8, using: &generator))
        // Where it reads at all, it reads as what was written, and as nothing else.
        if let read = try? JSONValue(scanning: changed) { #expect(read.encoded() == changed) }
      }
    }
  }

  /// What `json.dumps(v, ensure_ascii=False, sort_keys=True, separators=(',', ':'))` of Python
  /// 3.11 wrote for values drawn at random; `json/python` in the vectors.
  @Test func `Python writes the same bytes`() throws {
    let lines = try VectorFolder("python").read()
    #expect(lines.count >= 40)
    for vector in lines {
      #expect(try JSONValue(scanning: vector.bytes()).encoded() == vector.bytes(), "\(vector.name)")
    }
  }

  @Test func `strings that look alike are different keys and different values`() throws {
    let composed = try JSONValue(scanning: Array("\"\u{e9}\"".utf8))
    let decomposed = try JSONValue(scanning: Array("\"e\u{301}\"".utf8))
    #expect(composed.encoded() != decomposed.encoded())
  }

  @Test func `a value may have 1 MiB and no more`() throws {
    let text = { (count: Int) in [0x22] + Bytes.filled(0x61, count - 2) + [0x22] }
    #expect(try JSONValue(scanning: text(1 << 20)).encoded().count == 1 << 20)
    #expect(throws: JSONError.tooLarge(1 << 20 + 1)) {
      try JSONValue(scanning: text(1 << 20 + 1))
    }
  }

  @Test func `two orders of keys are two signatures over one value`() throws {
    let bytes = Array(#"{"b":1,"a":2}"#.utf8)
    #expect(throws: JSONError.keysOutOfOrder(at: 7)) { try JSONValue(scanning: bytes) }
    // Control: other bytes, another signature and another id, read as the same value.
    try Defence.$missing.withValue([.canonicalJSON]) {
      let sorted = try JSONValue(scanning: Array(#"{"a":2,"b":1}"#.utf8))
      let unsorted = try JSONValue(scanning: bytes)
      #expect(unsorted == sorted)
    }
  }
}
