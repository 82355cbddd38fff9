/// Vectors for the format article's section "Marker".
package enum MarkerVectors {
  package static let area = "marker"

  package static var all: [Vector] {
    let id = Bytes.hex(Bytes.filled(0xab))
    func line(_ name: String, _ what: String, _ line: String) -> Vector {
      Vector(name, what, expect: "none", ["line": Bytes.hex(Array(line.utf8))])
    }
    return [
      Vector(
        "good", "a marker", expect: "ok",
        ["line": Bytes.hex(Array("conclave vault 1 \(id)".utf8)), "vault": id]),
      line("empty", "an empty line", ""),
      line("of-version-2", "a later version", "conclave vault 2 \(id)"),
      line("short", "31 bytes of id", "conclave vault 1 \(id.dropLast(2))"),
      line("long", "33 bytes of id", "conclave vault 1 \(id)ab"),
      line("upper-case", "capital digits", "conclave vault 1 \(id.uppercased())"),
      line("blank-after", "a blank at the end", "conclave vault 1 \(id) "),
      line("carriage-return", "a carriage return at the end", "conclave vault 1 \(id)\r"),
      line("two-blanks", "two blanks before the id", "conclave vault 1  \(id)"),
      line(
        "not-hex", "an id that is no number",
        "conclave vault 1 " + String(repeating: "g", count: 64)),
    ]
  }
}
