import Sealing
import Sodium

/// A statement of which every byte can be chosen: its fields are text that need not be JSON.
package struct ForgedStatement {
  package var author = Hand("Ada")
  /// By key, as written; printed in ascending order.
  package var fields: [String: String]
  /// Nil for the fields; what stands here is signed as it is.
  package var text: [UInt8]?
  package var label = "conclave/1/statement"
  /// Nil for the author's signature.
  package var signature: [UInt8]?

  /// An entry in a case.
  package init() {
    fields = [
      "author": "\"\(Hand("Ada").card.member.hex)\"",
      "body": #"{"kind":"note","text":"hello"}"#,
      "compartment": "\"\(Bytes.hex(Bytes.filled(0x44)))\"",
      "kind": "\"entry\"",
      "parents": "[\"\(Bytes.hex(Bytes.filled(0x44)))\"]",
      "roster": "\"\(Bytes.hex(Bytes.filled(0x33)))\"",
      "salt": "\"\(Bytes.hex(Bytes.filled(0xaa, 16)))\"",
      "time": "1750000000",
      "vault": "\"\(Bytes.hex(Bytes.filled(0x33)))\"",
    ]
  }

  package init(_ change: (inout ForgedStatement) -> Void) {
    self.init()
    change(&self)
  }

  package var signed: [UInt8] {
    text
      ?? Array(
        ("{" + fields.sorted { $0.key < $1.key }.map { "\"\($0)\":\($1)" }.joined(separator: ",")
          + "}").utf8)
  }

  package var record: [UInt8] { (signature ?? author.sign(signed, under: label)) + signed }
}
