import Sealing
import Sodium

/// Vectors for the format article's section "Statement".
package enum StatementVectors {
  package static let area = "statement"

  private static func vector(
    _ name: String, _ what: String, expect: String, _ change: (inout ForgedStatement) -> Void
  ) -> Vector {
    Vector(name, what, expect: expect, bytes: ForgedStatement(change).record)
  }

  private static func quoted(_ byte: UInt8, _ count: Int = 32) -> String {
    "\"\(Bytes.hex(Bytes.filled(byte, count)))\""
  }

  private static func list(_ bytes: [Int]) -> String {
    let ids = bytes.map {
      "\"\(Bytes.hex(Bytes.filled(0, 30) + [UInt8($0 >> 8), UInt8($0 & 255)]))\""
    }
    return "[\(ids.joined(separator: ","))]"
  }

  private static func good(
    _ name: String, _ what: String, kind: String, content: String = "known",
    _ change: (inout ForgedStatement) -> Void
  ) -> Vector {
    let record = ForgedStatement(change).record
    let id = Bytes.hash(Array("conclave/1/id-of-statement".utf8) + [0] + record)
    return Vector(
      name, what, expect: "ok", bytes: record,
      ["id": Bytes.hex(id), "kind": kind, "content": content])
  }

  /// A statement that attaches a file of 16 bytes, with one thing otherwise.
  private static func attachment(
    _ name: String, _ what: String, isKnown: Bool = false,
    _ change: (inout [String: String]) -> Void
  ) -> Vector {
    var body = [
      "key": quoted(0x66), "name": #""scan.pdf""#, "pieces": "[\(quoted(0x77))]", "size": "16",
      "type": #""application/pdf""#,
    ]
    change(&body)
    let members = body.sorted { $0.key < $1.key }.map { "\"\($0)\":\($1)" }
    return good(name, what, kind: "attachment", content: isKnown ? "known" : "unknown") {
      $0.fields["kind"] = #""attachment""#
      $0.fields["body"] = "{" + members.joined(separator: ",") + "}"
    }
  }

  private static var positive: [Vector] {
    [
      good("good", "an entry in a case", kind: "entry") { _ in },
      good("good-no-time", "a time before 1970", kind: "entry") { $0.fields["time"] = "-1" },
      good("good-parents-32", "as many parents as there may be", kind: "entry") {
        $0.fields["parents"] = list(Array(1...32))
      },
      good(
        "good-kind-unknown", "a kind of a later version: kept, and governing nothing",
        kind: "motion", content: "unknown"
      ) {
        $0.fields["kind"] = #""motion""#
        $0.fields["body"] = #"{"a":[1,2]}"#
      },
      good(
        "good-field-unknown", "a field of a later version: the whole reads as unknown",
        kind: "entry", content: "unknown"
      ) {
        $0.fields["body"] = #"{"colour":"blue","kind":"note","text":"hello"}"#
      },
      good(
        "good-value-unknown", "a known field with a value it cannot be", kind: "entry",
        content: "unknown"
      ) { $0.fields["body"] = #"{"kind":"poem","text":"hello"}"# },
      attachment("good-attachment", "a file of one piece", isKnown: true) { _ in },
      attachment("good-attachment-of-entry", "with the entry it came with", isKnown: true) {
        $0["entry"] = quoted(0x44)
      },
      attachment("good-attachment-two-pieces", "a byte more than fits one piece", isKnown: true) {
        $0["size"] = "4194216"
        $0["pieces"] = "[\(quoted(0x77)),\(quoted(0x78))]"
      },
      attachment("good-attachment-no-piece", "no piece: it reads as unknown") {
        $0["pieces"] = "[]"
      },
      attachment("good-attachment-piece-more", "a piece more than its size gives: unknown") {
        $0["pieces"] = "[\(quoted(0x77)),\(quoted(0x78))]"
      },
      attachment("good-attachment-piece-short", "a digest of 31 bytes: unknown") {
        $0["pieces"] = "[\(quoted(0x77, 31))]"
      },
      attachment("good-attachment-size-negative", "fewer than no bytes: unknown") {
        $0["size"] = "-1"
      },
      attachment("good-attachment-size-largest-number", "more than 4 GiB: unknown") {
        $0["size"] = "9007199254740991"
      },
      attachment("good-attachment-key-short", "a key of 31 bytes: unknown") {
        $0["key"] = quoted(0x66, 31)
      },
      attachment("good-attachment-name-too-long", "a name of 1,001 bytes: unknown") {
        $0["name"] = "\"" + String(repeating: "n", count: 1_001) + "\""
      },
      attachment("good-attachment-object-name", "a field of a later version: unknown") {
        $0["objects"] = "[]"
      },
      good("good-founding", "a sheet is founded: no compartment yet, no parents", kind: "founding")
      {
        $0.fields["kind"] = #""founding""#
        $0.fields["body"] = #"{"of":"sheet"}"#
        $0.fields["compartment"] = #""""#
        $0.fields["parents"] = "[]"
      },
      good("good-vault-founding", "a vault's roster is founded", kind: "founding") {
        $0.fields["kind"] = #""founding""#
        $0.fields["body"] =
          #"{"card":"\#(Bytes.hex(Hand("Ada").card.bytes))","of":"roster","policy":"psf"}"#
        for field in ["vault", "compartment", "roster"] { $0.fields[field] = #""""# }
        $0.fields["parents"] = "[]"
      },
    ]
  }

  private static var missing: [Vector] {
    ForgedStatement().fields.keys.sorted().flatMap { field in
      [
        vector("\(field)-missing", "no \(field)", expect: "badField(\"\(field)\")") {
          $0.fields[field] = nil
        },
        vector("\(field)-boolean", "a truth for the \(field)", expect: "badField(\"\(field)\")") {
          $0.fields[field] = "true"
        },
      ]
    }
  }

  private static var values: [Vector] {
    let upper = "\"" + String(repeating: "AA", count: 32) + "\""
    return [
      vector("field-unknown", "a field there is not", expect: "badField(\"unknown\")") {
        $0.fields["colour"] = #""blue""#
      },
      vector("author-short", "31 bytes of author", expect: "badField(\"author\")") {
        $0.fields["author"] = quoted(1, 31)
      },
      vector("author-long", "33 bytes of author", expect: "badField(\"author\")") {
        $0.fields["author"] = quoted(1, 33)
      },
      vector("author-upper-case", "capital digits", expect: "badField(\"author\")") {
        $0.fields["author"] = upper
      },
      vector("vault-short", "31 bytes of vault", expect: "badField(\"vault\")") {
        $0.fields["vault"] = quoted(0x33, 31)
      },
      vector(
        "compartment-not-hex", "a compartment that is no number",
        expect: "badField(\"compartment\")"
      ) {
        $0.fields["compartment"] = "\"\(String(repeating: "g", count: 64))\""
      },
      vector("roster-short", "31 bytes of roster act", expect: "badField(\"roster\")") {
        $0.fields["roster"] = quoted(0x33, 31)
      },
      vector(
        "roster-empty", "no roster act, though in a vault", expect: "badField(\"compartment\")"
      ) { $0.fields["roster"] = #""""# },
      vector(
        "vault-empty", "no vault, though on a roster act",
        expect: "badField(\"compartment\")"
      ) { $0.fields["vault"] = #""""# },
      vector(
        "vault-and-roster-empty", "no vault, though in a compartment",
        expect: "badField(\"compartment\")"
      ) {
        $0.fields["vault"] = #""""#
        $0.fields["roster"] = #""""#
      },
      vector(
        "founding-with-parents", "a founding statement with something before it",
        expect: "badField(\"compartment\")"
      ) { $0.fields["compartment"] = #""""# },
      vector(
        "parents-none", "nothing before a statement that founds nothing",
        expect: "badField(\"compartment\")"
      ) { $0.fields["parents"] = "[]" },
      vector("parents-33", "one parent too many", expect: "badField(\"parents\")") {
        $0.fields["parents"] = list(Array(1...33))
      },
      vector("parents-descending", "parents in the wrong order", expect: "badField(\"parents\")") {
        $0.fields["parents"] = list([2, 1])
      },
      vector("parents-twice", "a parent twice", expect: "badField(\"parents\")") {
        $0.fields["parents"] = list([1, 1])
      },
      vector("parents-number", "a number among the parents", expect: "badField(\"parents\")") {
        $0.fields["parents"] = "[1]"
      },
      vector("salt-short", "15 bytes of salt", expect: "badField(\"salt\")") {
        $0.fields["salt"] = quoted(0xaa, 15)
      },
      vector("salt-long", "17 bytes of salt", expect: "badField(\"salt\")") {
        $0.fields["salt"] = quoted(0xaa, 17)
      },
      vector("salt-not-hex", "a salt that is no number", expect: "badField(\"salt\")") {
        $0.fields["salt"] = #""salt""#
      },
      vector("kind-empty", "a kind without a name", expect: "badField(\"kind\")") {
        $0.fields["kind"] = #""""#
      },
      vector("kind-long", "a kind of 33 letters", expect: "badField(\"kind\")") {
        $0.fields["kind"] = "\"\(String(repeating: "k", count: 33))\""
      },
      vector("time-text", "a time as text", expect: "badField(\"time\")") {
        $0.fields["time"] = #""1750000000""#
      },
      vector(
        "time-fraction", "a time with a fraction",
        expect: "notCanonical(unexpected(byte: 46, at: 425))"
      ) {
        $0.fields["time"] = "1750000000.5"
      },
      vector("body-array", "an array for a body", expect: "badField(\"body\")") {
        $0.fields["body"] = "[]"
      },
    ]
  }

  private static var forms: [Vector] {
    let good = ForgedStatement()
    return [
      Vector("empty", "no bytes", expect: "tooShort", bytes: []),
      Vector(
        "signature-only", "a signature of nothing", expect: "tooShort",
        bytes: Bytes.filled(1, 64)),
      Vector(
        "truncated", "the last byte is missing", expect: "notCanonical(truncated)",
        bytes: good.record.dropLast()),
      Vector(
        "extended", "one byte too many", expect: "notCanonical(trailingBytes(1))",
        bytes: good.record + [0x0a]),
      vector("not-an-object", "an array that is signed", expect: "badField(\"statement\")") {
        $0.text = Array("[]".utf8)
      },
      vector("too-deep", "a body of nine more levels", expect: "notCanonical(tooDeep)") {
        $0.fields["body"] = #"{"a":[[[[[[[1]]]]]]]}"#
      },
      vector("blank", "a blank after a comma", expect: "notCanonical(unexpected(byte: 32, at: 77))")
      {
        let text = String(decoding: $0.signed, as: UTF8.self)
        $0.text = Array((text.prefix(77) + " " + text.dropFirst(77)).utf8)
      },
    ]
  }

  private static var signatures: [Vector] {
    let good = ForgedStatement()
    let eve = Hand("Eve")
    return [
      Vector(
        "flipped-signature", "one bit of the signature is flipped", expect: "notAuthentic",
        bytes: good.record.flipped(at: 0)),
      Vector(
        "flipped-text", "one bit of the text is flipped", expect: "notAuthentic",
        bytes: good.record.flipped(at: 64 + 108)),
      vector(
        "signed-by-another", "in a colleague's name, signed with one's own key",
        expect: "notAuthentic"
      ) {
        $0.signature = eve.sign($0.signed, under: "conclave/1/statement")
      },
      vector(
        "signed-for-another-use", "signed under the label of an endorsement",
        expect: "notAuthentic"
      ) { $0.label = "conclave/1/endorsement" },
      vector("signed-without-label", "signed as it is", expect: "notAuthentic") {
        $0.signature = $0.author.signingKey.sign($0.signed)
      },
      vector(
        "signature-of-another-statement", "a good signature, of something else",
        expect: "notAuthentic"
      ) {
        let other = ForgedStatement { $0.fields["time"] = "1750000001" }
        $0.signature = Array(other.record[..<64])
      },
      vector("author-small-order", "an author whose key is no key", expect: "notAuthentic") {
        $0.fields["author"] = "\"01\(String(repeating: "00", count: 31))\""
      },
      vector("vault-changed", "moved into another vault after signing", expect: "notAuthentic") {
        let good = ForgedStatement()
        $0.signature = Array(good.record[..<64])
        $0.fields["vault"] = quoted(0x34)
      },
      vector(
        "compartment-changed", "moved into another case after signing",
        expect: "notAuthentic"
      ) {
        let good = ForgedStatement()
        $0.signature = Array(good.record[..<64])
        $0.fields["compartment"] = quoted(0x45)
      },
    ]
  }

  package static var all: [Vector] { positive + missing + values + forms + signatures }
}
