import Sodium
import Testing

@Suite struct SigningKeyTests {
  /// A vector of RFC 8032, 7.1.
  struct Vector: Sendable {
    let seed, verifyingKey, message, signature: String
  }

  static let vectors = [
    Vector(
      seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      verifyingKey: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
      message: "",
      signature: """
        e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555
        fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b
        """),
    Vector(
      seed: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      verifyingKey: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
      message: "72",
      signature: """
        92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da0
        85ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00
        """),
    Vector(
      seed: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      verifyingKey: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
      message: "af82",
      signature: """
        6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac1
        8ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a
        """),
  ]

  @Test(arguments: vectors)
  func `RFC 8032, 7_1`(_ vector: Vector) throws {
    let seed = [UInt8](hex: vector.seed)
    let message = [UInt8](hex: vector.message)
    let signature = [UInt8](hex: vector.signature)
    let key = SigningKey(seed: seed.span)
    #expect(key.verifyingKey.bytes == [UInt8](hex: vector.verifyingKey))
    #expect(key.sign(message) == signature)
    #expect(key.withSeed { [UInt8]($0) } == seed)
    let verifyingKey = try VerifyingKey(validating: [UInt8](hex: vector.verifyingKey))
    #expect(verifyingKey == key.verifyingKey)
    #expect(verifyingKey.verify(signature, of: message))
  }

  @Test func `a signature holds for its message and key alone`() {
    let key = SigningKey()
    let message = [UInt8].counting(100)
    let signature = key.sign(message)
    #expect(key.verifyingKey.verify(signature, of: message))
    #expect(!key.verifyingKey.verify(signature, of: message + [0]))
    #expect(!key.verifyingKey.verify(signature, of: []))
    #expect(!SigningKey().verifyingKey.verify(signature, of: message))
  }

  @Test func `a signature with any bit flipped does not hold`() {
    let key = SigningKey()
    let signature = key.sign([1, 2, 3])
    for bit in 0..<512 {
      var altered = signature
      altered[bit / 8] ^= 1 << (bit % 8)
      #expect(!key.verifyingKey.verify(altered, of: [1, 2, 3]))
    }
  }

  @Test(arguments: [0, 32, 63, 65, 128])
  func `a signature of another length does not hold`(byteCount: Int) {
    let key = SigningKey()
    var signature = key.sign([1])
    while signature.count < byteCount { signature.append(0) }
    #expect(!key.verifyingKey.verify(Array(signature[..<byteCount]), of: [1]))
  }

  // The second half of the second is that of the first plus the group's order.
  @Test func `of two signatures that solve one equation only the canonical holds`() {
    let key = SigningKey(seed: [UInt8].counting(32).span)
    let first = [UInt8](hex: "cc46d62d3754f41754b27b6ea2cb2c272bafa7a5a1f6062bd060f414e50caaea")
    let canonical = [UInt8](
      hex: "c2da66ad39cef4424a90236ea907b7d8057e3443dc5abfc9986967ee7213a407")
    let malleated = [UInt8](
      hex: "afae5c0a5431079b202d1b11880196ed057e3443dc5abfc9986967ee7213a417")
    #expect(key.verifyingKey.verify(first + canonical, of: Array("abc".utf8)))
    #expect(!key.verifyingKey.verify(first + malleated, of: Array("abc".utf8)))
  }

  @Test func `new keys differ, and a seed makes the key again`() {
    let key = SigningKey()
    #expect(key.verifyingKey != SigningKey().verifyingKey)
    let again = key.withSeed { SigningKey(seed: $0) }
    #expect(again.verifyingKey == key.verifyingKey)
  }

  @Test(arguments: [0, 31, 33, 64])
  func `a seed of another length ends the process`(byteCount: Int) async {
    await #expect(processExitsWith: .failure) { [byteCount] in
      _ = SigningKey(seed: [UInt8].counting(byteCount).span)
    }
  }
}
