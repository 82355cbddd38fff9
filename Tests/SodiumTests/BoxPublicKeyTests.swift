import Testing

@testable import Sodium

@Suite struct BoxPublicKeyTests {
  // RFC 7748, 6.1.
  static let alicesSecret = [UInt8](
    hex: "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a")
  static let alicesPublic = [UInt8](
    hex: "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a")
  static let bobsSecret = [UInt8](
    hex: "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb")
  static let bobsPublic = [UInt8](
    hex: "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f")

  @Test func `RFC 7748, 6_1: public keys`() {
    #expect(BoxSecretKey(copying: Self.alicesSecret.span).publicKey.bytes == Self.alicesPublic)
    #expect(BoxSecretKey(copying: Self.bobsSecret.span).publicKey.bytes == Self.bobsPublic)
  }

  @Test func `good keys are taken and give their bytes back`() throws {
    for bytes in [Self.alicesPublic, Self.bobsPublic, [9] + [UInt8](repeating: 0, count: 31)] {
      #expect(try BoxPublicKey(validating: bytes).bytes == bytes)
    }
    for _ in 0..<100 {
      let key = BoxSecretKey().publicKey
      #expect(try BoxPublicKey(validating: key.bytes) == key)
    }
  }

  @Test(arguments: [0, 31, 33, 64])
  func `bytes of another number are no key`(byteCount: Int) {
    #expect(throws: PublicKeyError.wrongLength(byteCount)) {
      try BoxPublicKey(validating: .counting(byteCount))
    }
  }

  @Test func `a key with the uppermost bit set is refused, though it would work`() throws {
    var bytes = Self.bobsPublic
    bytes[31] |= 0x80
    #expect(throws: PublicKeyError.nonCanonical) { try BoxPublicKey(validating: bytes) }

    // The control: unrefused, two keys would name one holder.
    let alice = BoxSecretKey(copying: Self.alicesSecret.span)
    let bob = BoxSecretKey(copying: Self.bobsSecret.span)
    let nonce = [UInt8].counting(24)
    let box = try Box.seal([1, 2].span, nonce: nonce, to: BoxPublicKey(made: bytes), from: alice)
    let opened = try BoxSharedKey(between: bob, and: alice.publicKey).open(box.span, nonce: nonce)
    #expect(opened.exposed == [1, 2])
  }

  @Test(arguments: UInt8(0xed)...0xff)
  func `a coordinate at or above the prime is refused`(lowest: UInt8) {
    let bytes = [lowest] + [UInt8](repeating: 0xff, count: 30) + [0x7f]
    #expect(throws: PublicKeyError.nonCanonical) { try BoxPublicKey(validating: bytes) }
  }

  @Test func `the largest coordinates below the prime are taken`() throws {
    let largest = [0xeb] + [UInt8](repeating: 0xff, count: 30) + [0x7f]
    #expect(try BoxPublicKey(validating: largest).bytes == largest)
    for index in 1..<31 {
      var bytes = [0xff] + [UInt8](repeating: 0xff, count: 30) + [0x7f]
      bytes[index] = 0xfe
      #expect(try BoxPublicKey(validating: bytes).bytes == bytes)
    }
  }

  @Test(arguments: [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
  ])
  func `points of low order are refused, here and by libsodium`(hex: String) {
    let bytes = [UInt8](hex: hex)
    #expect(throws: PublicKeyError.lowOrder) { try BoxPublicKey(validating: bytes) }

    let alice = BoxSecretKey()
    let unrefused = BoxPublicKey(made: bytes)
    #expect(throws: PublicKeyError.lowOrder) {
      _ = try BoxSharedKey(between: alice, and: unrefused)
    }
    let message: [UInt8] = []
    #expect(throws: PublicKeyError.lowOrder) {
      _ = try Box.seal(message.span, nonce: .counting(24), to: unrefused, from: alice)
    }
  }
}
