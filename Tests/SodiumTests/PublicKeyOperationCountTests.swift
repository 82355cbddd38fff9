import Sodium
import Testing

@Suite struct PublicKeyOperationCountTests {
  @Test func `each kind is counted as itself`() throws {
    #expect(
      Self.counting { _ = BoxSecretKey() } == PublicKeyOperations(boxKeysMade: 1))
    #expect(
      Self.counting { _ = SigningKey() } == PublicKeyOperations(signingKeysMade: 1))

    let secret = BoxSecretKey()
    let nonce = [UInt8].counting(24)
    let sealing = try Self.counting {
      _ = try Box.seal([1].span, nonce: nonce, to: secret.publicKey, from: secret)
    }
    #expect(sealing == PublicKeyOperations(agreements: 1))

    let key = SigningKey()
    let signature = key.sign([1])
    #expect(Self.counting { _ = key.sign([1]) } == PublicKeyOperations(signatures: 1))
    #expect(
      Self.counting { _ = key.verifyingKey.verify(signature, of: [1]) }
        == PublicKeyOperations(verifications: 1))
  }

  @Test func `many slots with one shared key are one operation`() throws {
    let secret = BoxSecretKey()
    let operations = try Self.counting {
      let shared = try BoxSharedKey(between: secret, and: secret.publicKey)
      for index in 0..<100 {
        let nonce = [UInt8](repeating: UInt8(index), count: 24)
        let box = shared.seal([1].span, nonce: nonce)
        _ = try shared.open(box.span, nonce: nonce)
      }
    }
    #expect(operations == PublicKeyOperations(agreements: 1))
  }

  @Test func `a signature of another length costs nothing`() {
    let key = SigningKey().verifyingKey
    #expect(Self.counting { _ = key.verify([1], of: [1]) } == PublicKeyOperations())
  }

  @Test func `child tasks count into the same, others into none`() async {
    let count = PublicKeyOperationCount()
    await PublicKeyOperationCount.$current.withValue(count) {
      await withTaskGroup { group in
        for _ in 0..<100 {
          group.addTask { _ = BoxSecretKey() }
        }
      }
      await Task.detached { _ = BoxSecretKey() }.value
    }
    _ = BoxSecretKey()
    #expect(count.operations == PublicKeyOperations(boxKeysMade: 100))
  }

  private static func counting<E: Error>(_ work: () throws(E) -> Void) throws(E)
    -> PublicKeyOperations
  {
    let count = PublicKeyOperationCount()
    let outcome = PublicKeyOperationCount.$current.withValue(count) {
      Result { () throws(E) in try work() }
    }
    try outcome.get()
    return count.operations
  }
}
