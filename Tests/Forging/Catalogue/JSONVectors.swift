/// Vectors for the format article's section "Canonical JSON".
package enum JSONVectors {
  package static let area = "json"

  private static func vector(
    _ name: String, _ what: String, expect: String, _ text: String
  ) -> Vector {
    Vector(name, what, expect: expect, bytes: Array(text.utf8))
  }

  private static var positive: [Vector] {
    let texts: [(String, String, String)] = [
      ("object", "keys in ascending order of their bytes", #"{"0":1,"_":2,"a":3,"a0":4,"aa":5}"#),
      ("empty-object", "an object of nothing", "{}"),
      ("empty-array", "an array of nothing", "[]"),
      ("escapes", "every escape there is", #""\"\\\b\t\n\f\r\u0000\u0001\u001f""#),
      ("controls", "what needs no escape: delete, C1, a slash", "\"\u{7f}\u{80}\u{9f}/\""),
      ("unicode", "text as it is written, composed or not", "\"é e\u{301} 🙂 \u{2028}\u{feff}\""),
      ("noncharacter", "a code point that is no character", "\"\u{ffff}\u{10ffff}\""),
      (
        "integers", "the largest and the smallest integer",
        "[9007199254740991,-9007199254740991,0,-1]"
      ),
      ("booleans", "true and false", "[true,false]"),
      ("depth-8", "a number in eight arrays", "[[[[[[[[1]]]]]]]]"),
      (
        "empty-depth-8", "nothing in nine arrays: the innermost is a value at depth eight",
        "[[[[[[[[[]]]]]]]]]"
      ),
      ("string", "a string alone", "\"\""),
      ("long-key", "a key of 32 bytes", "{\"\(String(repeating: "k", count: 32))\":true}"),
    ]
    return texts.map { vector("good-\($0)", $1, expect: "ok", $2) }
  }

  private static var structure: [Vector] {
    [
      vector("empty", "no bytes", expect: "truncated", ""),
      vector(
        "blank-before", "a blank before the value", expect: "unexpected(byte: 32, at: 0)", " 1"),
      vector("blank-after", "a newline after the value", expect: "trailingBytes(1)", "1\n"),
      vector(
        "blank-in-object", "a blank after a colon", expect: "unexpected(byte: 32, at: 5)",
        #"{"a": 1}"#),
      vector(
        "blank-in-array", "a blank after a comma", expect: "unexpected(byte: 32, at: 3)",
        "[1, 2]"),
      vector(
        "byte-order-mark", "a byte order mark first", expect: "unexpected(byte: 239, at: 0)",
        "\u{feff}1"),
      vector("two-values", "two values", expect: "trailingBytes(1)", "[]1"),
      vector("null", "null", expect: "unexpected(byte: 110, at: 0)", "null"),
      vector("not-a-number", "NaN", expect: "unexpected(byte: 78, at: 0)", "NaN"),
      vector("infinity", "a negative infinity", expect: "badNumber(at: 0)", "-Infinity"),
      vector("truth-cut", "a truth cut short", expect: "truncated", "tru"),
      vector("truth-capital", "a capital letter", expect: "unexpected(byte: 84, at: 0)", "True"),
      vector(
        "falsehood-misspelt", "one letter is wrong", expect: "unexpected(byte: 83, at: 3)",
        "falSe"),
      vector(
        "trailing-comma-array", "a comma before the end", expect: "unexpected(byte: 93, at: 3)",
        "[1,]"),
      vector(
        "trailing-comma-object", "a comma before the end",
        expect: "unexpected(byte: 125, at: 7)", #"{"a":1,}"#),
      vector("array-open", "an array without an end", expect: "truncated", "[1"),
      vector("object-open", "an object without an end", expect: "truncated", #"{"a":1"#),
      vector(
        "array-closed-as-object", "the wrong bracket", expect: "unexpected(byte: 125, at: 2)",
        "[1}"),
      vector(
        "missing-colon", "a comma for a colon", expect: "unexpected(byte: 44, at: 4)",
        #"{"a",1}"#),
      vector("comment", "a comment", expect: "unexpected(byte: 47, at: 1)", "[/**/1]"),
      vector("depth-9", "a number in nine arrays", expect: "tooDeep", "[[[[[[[[[1]]]]]]]]]"),
      vector(
        "depth-thousands", "ten thousand arrays", expect: "tooDeep",
        String(repeating: "[", count: 10_000)),
      vector(
        "depth-objects", "nine objects and a number", expect: "tooDeep",
        String(repeating: #"{"a":"#, count: 9) + "1" + String(repeating: "}", count: 9)),
    ]
  }

  private static var numbers: [Vector] {
    let texts: [(String, String, String, String)] = [
      ("fraction", "a fraction", "trailingBytes(2)", "1.0"),
      ("exponent", "an exponent", "trailingBytes(2)", "1e3"),
      ("fraction-in-array", "a fraction in an array", "unexpected(byte: 46, at: 2)", "[1.5]"),
      ("negative-zero", "minus zero", "badNumber(at: 0)", "-0"),
      ("leading-zero", "a leading zero", "badNumber(at: 1)", "[01]"),
      ("two-zeros", "two zeros", "badNumber(at: 0)", "00"),
      ("negative-leading-zero", "a leading zero after a minus", "badNumber(at: 0)", "-01"),
      ("minus-only", "a minus and no digit", "truncated", "-"),
      ("plus", "a plus", "unexpected(byte: 43, at: 0)", "+1"),
      ("hexadecimal", "a hexadecimal number", "trailingBytes(3)", "0x10"),
      (
        "no-leading-digit", "a fraction without a digit before it", "unexpected(byte: 46, at: 0)",
        ".5"
      ),
      ("too-large", "2^53", "badNumber(at: 0)", "9007199254740992"),
      ("too-small", "-2^53", "badNumber(at: 0)", "-9007199254740992"),
      (
        "beyond-64-bits", "more than any register holds", "badNumber(at: 0)",
        String(repeating: "9", count: 400)
      ),
      ("arabic-digit", "a digit of another script", "unexpected(byte: 217, at: 0)", "\u{661}"),
    ]
    return texts.map { vector("number-\($0)", $1, expect: $2, $3) }
  }

  private static var strings: [Vector] {
    let texts: [(String, String, String, String)] = [
      ("open", "a string without an end", "truncated", #""abc"#),
      ("single-quotes", "single quotes", "unexpected(byte: 39, at: 0)", "'a'"),
      ("raw-newline", "a newline as it is", "unexpected(byte: 10, at: 2)", "\"a\nb\""),
      ("raw-zero", "a zero byte as it is", "unexpected(byte: 0, at: 1)", "\"\u{0}\""),
      ("escaped-slash", "a slash with a needless escape", "badEscape(at: 1)", #""\/""#),
      ("escaped-letter", "a letter as an escape", "badEscape(at: 1)", #""\u0061""#),
      ("escaped-upper-case", "an escape in capital letters", "badEscape(at: 1)", #""\u001F""#),
      ("escaped-newline-long", "a newline by its number", "badEscape(at: 1)", #""\u000a""#),
      ("escaped-delete", "delete by its number", "badEscape(at: 1)", #""\u007f""#),
      ("escaped-surrogates", "an emoji as two escapes", "badEscape(at: 1)", #""\ud83d\ude42""#),
      ("escaped-lone-surrogate", "half of a pair", "badEscape(at: 1)", #""\ud800""#),
      ("escape-unknown", "an escape there is not", "badEscape(at: 1)", #""\x41""#),
      ("escape-vertical-tab", "an escape of other languages", "badEscape(at: 1)", #""\v""#),
      ("escape-cut", "an escape cut short", "truncated", #""\u00"#),
      ("escape-end", "a backslash last", "truncated", "\"\\"),
      ("escape-not-hex", "an escape that is no number", "badEscape(at: 1)", #""\u00g0""#),
      ("escape-signed", "a sign among the digits", "badEscape(at: 1)", #""\u+001""#),
    ]
    let bytes: [(String, String, [UInt8])] = [
      ("lone-byte", "a byte that begins nothing", [0x22, 0xff, 0x22]),
      ("continuation", "a continuation without a beginning", [0x22, 0x80, 0x22]),
      ("overlong", "a slash in two bytes", [0x22, 0xc0, 0xaf, 0x22]),
      ("surrogate", "a surrogate in three bytes", [0x22, 0xed, 0xa0, 0x80, 0x22]),
      ("beyond-unicode", "a code point above the last", [0x22, 0xf4, 0x90, 0x80, 0x80, 0x22]),
      ("cut", "a letter cut short by the end of the string", [0x22, 0xc3, 0x22]),
    ]
    return texts.map { vector("string-\($0)", $1, expect: $2, $3) }
      + bytes.map { Vector("string-utf8-\($0)", $1, expect: "notUTF8(at: 1)", bytes: $2) }
  }

  private static var keys: [Vector] {
    let long = String(repeating: "k", count: 33)
    return [
      vector(
        "keys-descending", "keys in the wrong order", expect: "keysOutOfOrder(at: 7)",
        #"{"b":1,"a":2}"#),
      vector("keys-twice", "a key twice", expect: "keysOutOfOrder(at: 7)", #"{"a":1,"a":2}"#),
      vector(
        "keys-length-first", "shorter keys first, as some encoders sort",
        expect: "keysOutOfOrder(at: 7)", #"{"b":1,"aa":2}"#),
      vector(
        "keys-nested", "keys in the wrong order, inside", expect: "keysOutOfOrder(at: 13)",
        #"{"a":[{"b":1,"a":2}]}"#),
      vector("key-empty", "a key of no letters", expect: "badKey(at: 1)", #"{"":1}"#),
      vector("key-long", "a key of 33 bytes", expect: "badKey(at: 1)", "{\"\(long)\":1}"),
      vector("key-capital", "a key with a capital letter", expect: "badKey(at: 1)", #"{"A":1}"#),
      vector("key-hyphen", "a key with a hyphen", expect: "badKey(at: 1)", #"{"a-b":1}"#),
      vector("key-accent", "a key with an accent", expect: "badKey(at: 1)", #"{"é":1}"#),
      vector("key-number", "a number for a key", expect: "unexpected(byte: 49, at: 1)", "{1:1}"),
      vector("key-bare", "a key without quotes", expect: "unexpected(byte: 97, at: 1)", "{a:1}"),
      vector("key-escaped", "a key with an escape", expect: "badKey(at: 1)", #"{"\u0001":1}"#),
    ]
  }

  package static var all: [Vector] { positive + structure + numbers + strings + keys }
}
