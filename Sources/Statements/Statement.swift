import Defences
package import Sealing
import Sodium

package enum StatementTag {}
/// Names a statement: BLAKE2b-256 of its signed bytes and its signature.
package typealias StatementID = Identifier<StatementTag>

/// Why bytes are not a statement.
package enum StatementError: Error, Hashable, Sendable {
  case tooShort
  case notCanonical(JSONError)
  case badField(String)
  case notAuthentic
}

/// One signed, immutable fact.
///
/// Everything that is known is known from statements.
///
/// Keeps the exact bytes that were signed: re-sealing carries them unchanged under a new key. The
/// claimed time is shown and never trusted; what came first follows from `parents` alone.
package struct Statement: Sendable {
  package static let parentLimit = 32
  package static let saltByteCount = 16

  package let id: StatementID
  /// Nil only in the statement that founds a vault's roster.
  package let vault: VaultID?
  /// Nil only in a founding statement, whose id becomes the compartment's.
  package let foundedIn: CompartmentID?
  package let author: MemberID
  package let parents: [StatementID]
  /// The roster act the author stood on; nil only in the roster's founding.
  package let roster: StatementID?
  /// Seconds since 1970, as the author claims.
  package let time: Int64
  package let kind: String
  package let body: [String: JSONValue]
  /// The kind and body, typed.
  package let content: StatementContent
  /// The signature, then the signed bytes.
  package let record: [UInt8]

  /// How many bytes were signed; a statement of more than `JSONValue.byteLimit` is never read again.
  package var signedByteCount: Int { record.count - VerifyingKey.signatureByteCount }

  /// The compartment this statement belongs to.
  package var compartment: CompartmentID { foundedIn ?? CompartmentID(id.bytes) }
  package var isFounding: Bool { foundedIn == nil }

  /// States `body` and signs it.
  package init(
    _ content: StatementContent, in vault: VaultID?, _ compartment: CompartmentID?,
    after parents: [StatementID], standingOn roster: StatementID?, at time: Int64,
    by holder: any KeyHolder
  ) {
    self.vault = vault
    foundedIn = compartment
    author = holder.member
    self.parents = Array(parents.sorted().prefix(Statement.parentLimit))
    self.roster = roster
    self.time = time
    kind = content.kind
    body = content.body
    self.content = content
    let value = JSONValue.object([
      "author": .string(author.hex),
      "body": .object(body),
      "compartment": .string(compartment?.hex ?? ""),
      "kind": .string(kind),
      "parents": .array(self.parents.map { .string($0.hex) }),
      "roster": .string(roster?.hex ?? ""),
      "salt": .string(Randomness.bytes(Statement.saltByteCount).lowercaseHex),
      "time": .integer(time),
      "vault": .string(vault?.hex ?? ""),
    ])
    let bytes = value.encoded()
    record = holder.sign(bytes, for: .statement) + bytes
    id = Statement.id(of: record)
  }

  /// Reads a statement, accepting only the bytes that stating it would produce.
  ///
  /// The signature is not looked at: `isAuthentic` does, so that what was verified once need not be
  /// verified again.
  package init(decoding record: [UInt8]) throws(StatementError) {
    guard record.count > 64 else { throw .tooShort }
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(scanning: Array(record[64...]))
    } catch {
      throw .notCanonical(error)
    }
    guard case .object(let members) = value else { throw .badField("statement") }
    var fields = Fields(members)
    func need<T>(_ value: T?, _ name: String) throws(StatementError) -> T {
      guard let value else { throw .badField(name) }
      return value
    }
    vault = try need(fields.takeOptionalID("vault"), "vault")
    foundedIn = try need(fields.takeOptionalID("compartment"), "compartment")
    author = try need(fields.takeID("author"), "author")
    parents = try need(fields.takeIDs("parents"), "parents")
    roster = try need(fields.takeOptionalID("roster"), "roster")
    time = try need(fields.takeInteger("time"), "time")
    let salt = try need(fields.takeString("salt"), "salt")
    kind = try need(fields.takeString("kind"), "kind")
    body = try need(fields.takeObject("body"), "body")
    guard fields.isEmpty else { throw .badField("unknown") }
    guard [UInt8](lowercaseHex: salt)?.count == Statement.saltByteCount else {
      throw .badField("salt")
    }
    guard parents.count <= Statement.parentLimit || !Defence.parentLimit.stands else {
      throw .badField("parents")
    }
    guard (1...32).contains(kind.utf8.count) else { throw .badField("kind") }
    // A founding statement begins a compartment, so nothing in it can stand before it; and only
    // the roster's stands on no roster act and in no vault.
    guard foundedIn != nil || parents.isEmpty, (vault == nil) == (roster == nil),
      vault != nil || foundedIn == nil, foundedIn == nil || !parents.isEmpty
    else { throw .badField("compartment") }
    content = StatementContent(kind: kind, body: body)
    self.record = record
    id = Statement.id(of: record)
  }

  /// Whether the author's key signed these bytes, and every signature inside them is good too.
  package var isAuthentic: Bool {
    guard Defence.statementSignature.stands else { return true }
    guard let key = try? VerifyingKey(validating: author.bytes),
      key.verify(
        Array(record[..<64]), of: SigningPurpose.statement.label.message(Array(record[64...])))
    else { return false }
    switch content {
    case .founding(.roster(let card, _)): return card.isAuthentic
    case .act(let act): return vault.map(act.isAuthentic) ?? false
    default: return true
    }
  }

  private static func id(of record: [UInt8]) -> StatementID {
    StatementID(BLAKE2b.hash(Label.statementID.message(record), byteCount: 32))
  }
}
