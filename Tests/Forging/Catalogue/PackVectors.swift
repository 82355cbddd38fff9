/// Vectors for the format article's section "Pack".
package enum PackVectors {
  package static let area = "pack"

  private static func item(_ tag: UInt8, _ bytes: [UInt8]) -> [UInt8] {
    [tag] + Bytes.field(bytes)
  }

  package static var all: [Vector] {
    let one = item(1, Array("one".utf8))
    let index = Bytes.filled(0x77) + Bytes.filled(0x88)
    return [
      Vector(
        "good", "two statements", expect: "ok", bytes: one + item(1, Array("two".utf8)),
        ["items": "1:6f6e65,1:74776f"]),
      Vector("good-empty", "no items", expect: "ok", bytes: [], ["items": ""]),
      Vector(
        "good-unknown-item", "an item of a later version, kept", expect: "ok",
        bytes: item(200, [9]) + one, ["items": "200:09,1:6f6e65"]),
      Vector(
        "good-empty-item", "an item of no bytes", expect: "ok", bytes: item(1, []),
        ["items": "1:"]),
      Vector(
        "good-piece-index", "where two pieces lie, beside a statement", expect: "ok",
        bytes: one + item(2, index + index.reversed()),
        ["items": "1:6f6e65,2:" + Bytes.hex(index + index.reversed())]),
      Vector(
        "good-piece-index-empty", "a piece index of nothing", expect: "ok", bytes: item(2, []),
        ["items": "2:"]),
      Vector(
        "piece-index-cut", "a piece index whose last byte is missing",
        expect: "trailingBytes(63)", bytes: item(2, index.dropLast())),
      Vector(
        "piece-index-longer", "a byte behind the last piece of an index",
        expect: "trailingBytes(1)", bytes: item(2, index + [0])),
      Vector(
        "tag-only", "a tag and no length", expect: "truncated(expected: 4, found: 0)",
        bytes: one + [1]),
      Vector(
        "length-cut", "three bytes of a length", expect: "truncated(expected: 4, found: 3)",
        bytes: [1, 0, 0, 0]),
      Vector(
        "item-cut", "an item shorter than its length",
        expect: "truncated(expected: 3, found: 2)", bytes: one.dropLast()),
      Vector(
        "length-beyond-end", "a length that reaches far beyond the end",
        expect: "truncated(expected: 1048640, found: 1)", bytes: [1] + Bytes.number(1_048_640) + [0]
      ),
      Vector(
        "item-too-large", "one byte more than an item may have",
        expect: "tooLarge(limit: 1048640, found: 1048641)",
        bytes: [1] + Bytes.number(1_048_641) + [0]),
      Vector(
        "length-all-ones", "a length of 4 GiB",
        expect: "tooLarge(limit: 1048640, found: 4294967295)", bytes: [1, 255, 255, 255, 255]),
      Vector(
        "trailing-zeros", "padding that was not taken off: items of tag 0 that end too early",
        expect: "truncated(expected: 4, found: 2)", bytes: one + [0, 0, 0]),
    ]
  }
}
