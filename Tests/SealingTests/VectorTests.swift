import Forging
import Sealing
import Sodium
import Testing

/// The frozen vectors of everything that is sealed, and of cards and identity files.
@Suite struct VectorTests {
  static let sets: [(area: String, vectors: [Vector])] = [
    (SealVectors.area, SealVectors.all), (PackVectors.area, PackVectors.all),
    (GrantVectors.area, GrantVectors.all), (CardVectors.area, CardVectors.all),
    (IdentityVectors.area, IdentityVectors.all), (AttachmentVectors.area, AttachmentVectors.all),
  ]

  @Test(arguments: sets.indices)
  func `the frozen files are what the kit forges`(set: Int) throws {
    let (area, vectors) = Self.sets[set]
    #expect(Set(vectors.map(\.name)).count == vectors.count)
    if VectorFolder.isFreezing { try VectorFolder(area).freeze(vectors) }
    #expect(try VectorFolder(area).read() == vectors.sorted { $0.name + ".txt" < $1.name + ".txt" })
  }

  private func answers(
    _ area: String, _ answer: (Vector) throws -> [String: String]?
  ) throws {
    let vectors = try VectorFolder(area).read()
    // The control: among them are some that open.
    #expect(vectors.contains { $0.expect == "ok" })
    for vector in vectors {
      let found: String
      do {
        if let values = try answer(vector) {
          found = "ok"
          for (name, value) in values {
            #expect(vector.inputs[name] == value, "\(area)/\(vector.name): \(name)")
          }
        } else {
          found = "none"
        }
      } catch {
        found = error.faultName
      }
      #expect(found == vector.expect, "\(area)/\(vector.name): \(vector.what)")
    }
  }

  @Test func `every sealed object opens or does not, as its vector says`() throws {
    try answers("seal") { vector in
      let context = SealContext(
        kind: try #require(
          vector.inputs["kind"].flatMap(UInt8.init).flatMap(SealedKind.init(rawValue:))),
        vault: VaultID(vector.bytes("vault")),
        compartment: CompartmentID(vector.bytes("compartment")),
        epoch: EpochID(vector.bytes("epoch")))
      let key = EpochKey(held: KeyRegion().hold(vector.bytes("key").span))
      let sealed = try SealedObject(vector.bytes())
      // Guarded memory or not, the answer is the same.
      let secret: [UInt8]?
      do {
        secret = try sealed.openSecret(in: context, with: key).exposed
      } catch {
        secret = nil
      }
      #expect((try? sealed.open(in: context, with: key)) == secret)
      return ["plaintext": Bytes.hex(try sealed.open(in: context, with: key))]
    }
  }

  @Test func `every pack reads as its vector says`() throws {
    try answers("pack") { vector in
      let pack = try Pack(decoding: vector.bytes())
      #expect(pack.encoded() == vector.bytes())
      let items = pack.items.map { item in
        switch item {
        case .statement(let bytes): "1:" + Bytes.hex(bytes)
        case .pieces(let index):
          "2:" + Bytes.hex(index.entries.flatMap { $0.digest.bytes + $0.object.bytes })
        case .unknown(let tag, let bytes): "\(tag):" + Bytes.hex(bytes)
        }
      }
      return ["items": items.joined(separator: ",")]
    }
  }

  private enum PieceFault: Error { case wrongDigest }

  @Test func `every piece opens or does not, as its vector says`() throws {
    try answers("attachment") { vector in
      let context = SealContext(
        kind: .piece, vault: VaultID(vector.bytes("vault")),
        compartment: CompartmentID(vector.bytes("compartment")),
        epoch: EpochID(vector.bytes("epoch")))
      let key = EpochKey(held: KeyRegion().hold(vector.bytes("key").span))
      let sealed = try SealedObject(vector.bytes())
      let piece = try sealed.open(in: context, with: key)
      // Its beginning tells that it is a piece, and no pack.
      let prefix = Array(vector.bytes().prefix(SealedObject.prefixByteCount))
      #expect(SealedObject.isCommitted(prefix, to: context, by: key))
      let pieceKey = try #require(PieceKey(vector.bytes("piece-key")))
      let content = pieceKey.content(of: piece)
      let digest = pieceKey.digest(
        of: content, at: try #require(vector.inputs["index"].flatMap(Int.init)),
        of: try #require(vector.inputs["count"].flatMap(Int.init)))
      guard digest.bytes == vector.bytes("digest") else { throw PieceFault.wrongDigest }
      return ["content": Bytes.hex(content), "plaintext": Bytes.hex(piece)]
    }
  }

  @Test func `every grant opens or does not, as its vector says`() throws {
    try answers("grant") { vector in
      let secret = BoxSecretKey(copying: vector.bytes("box-secret").span)
      do {
        let keys = try Grant(vector.bytes()).open(
          with: secret, in: VaultID(vector.bytes("vault")), into: KeyRegion())
        return keys.map { keys in
          [
            "keys": keys.map {
              $0.compartment.hex + $0.epoch.hex + Bytes.hex($0.key.exposed)
            }.joined()
          ]
        }
      } catch GrantError.notTheCommittedKey(let compartment) {
        throw NotTheCommittedKey(vector: compartment.hex)
      }
    }
  }

  /// The error with its compartment as vectors write it.
  private struct NotTheCommittedKey: Error, CustomStringConvertible {
    let vector: String
    var description: String { "notTheCommittedKey(\(vector))" }
  }

  @Test func `every card reads as its vector says`() throws {
    try answers("card") { vector in
      let card: Card
      if vector.inputs["text"] != nil {
        card = try Card(reading: String(decoding: vector.bytes("text"), as: UTF8.self))
      } else {
        card = try Card(decoding: vector.bytes())
        guard card.isAuthentic else { throw CardError.notAuthentic }
        #expect(card.bytes == vector.bytes())
      }
      #expect(try Card(reading: card.text) == card)
      return ["member": card.member.hex, "card-name": card.name, "address": card.address]
    }
  }

  @Test func `every identity file opens or does not, as its vector says`() throws {
    try answers("identity") { vector in
      let passphrase = SecretBytes(copying: Array((vector.inputs["passphrase"] ?? "").utf8).span)
      let file = try IdentityFile(decoding: vector.bytes())
      return ["member": try file.open(with: passphrase).member.hex]
    }
  }
}

extension SealedObject.SecretContent {
  /// A copy in the open, to compare it.
  var exposed: [UInt8] { withSpan { span in span.indices.map { span[$0] } } }
}

extension EpochKey {
  /// A copy in the open, to compare it.
  var exposed: [UInt8] { held.withSpan { span in span.indices.map { span[$0] } } }
}
