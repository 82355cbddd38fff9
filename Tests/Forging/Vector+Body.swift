import Sodium

extension Vector {
  /// A good statement, of which what varies is whether its body reads as one of its kind.
  static func body(
    _ name: String, _ what: String, kind: String, _ body: String, isKnown: Bool = false
  ) -> Vector {
    let record = ForgedStatement {
      $0.fields["kind"] = "\"\(kind)\""
      $0.fields["body"] = body
    }.record
    let id = Bytes.hash(Array("conclave/1/id-of-statement".utf8) + [0] + record)
    return Vector(
      name, what, expect: "ok", bytes: record,
      ["id": Bytes.hex(id), "kind": kind, "content": isKnown ? "known" : "unknown"])
  }
}
