import Testing

@testable import Sodium

@Suite struct VerifyingKeyTests {
  static let good = [UInt8](
    hex: "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8")

  @Test func `good keys are taken and give their bytes back`() throws {
    #expect(try VerifyingKey(validating: Self.good).bytes == Self.good)
    for _ in 0..<100 {
      let key = SigningKey().verifyingKey
      #expect(try VerifyingKey(validating: key.bytes) == key)
    }
  }

  @Test(arguments: [0, 31, 33, 64])
  func `bytes of another number are no key`(byteCount: Int) {
    #expect(throws: PublicKeyError.wrongLength(byteCount)) {
      try VerifyingKey(validating: .counting(byteCount))
    }
  }

  @Test(arguments: UInt8(0xed)...0xff, [UInt8(0x7f), 0xff])
  func `a coordinate at or above the prime is refused`(lowest: UInt8, highest: UInt8) {
    let bytes = [lowest] + [UInt8](repeating: 0xff, count: 30) + [highest]
    #expect(throws: PublicKeyError.nonCanonical) { try VerifyingKey(validating: bytes) }
  }

  @Test func `the largest coordinate of a good point is taken`() throws {
    let bytes = [0xe4] + [UInt8](repeating: 0xff, count: 30) + [0x7f]
    #expect(try VerifyingKey(validating: bytes).bytes == bytes)
  }

  @Test(arguments: [
    "0100000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
  ])
  func `a zero with a minus sign is refused`(hex: String) {
    #expect(throws: PublicKeyError.nonCanonical) {
      try VerifyingKey(validating: [UInt8](hex: hex))
    }
  }

  @Test(arguments: [UInt8(2), 7, 8, 11])
  func `a coordinate of no point is refused`(lowest: UInt8) {
    let bytes = [lowest] + [UInt8](repeating: 0, count: 31)
    #expect(throws: PublicKeyError.notOnCurve) { try VerifyingKey(validating: bytes) }
  }

  @Test(arguments: [
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
  ])
  func `the eight points of low order are refused`(hex: String) {
    #expect(throws: PublicKeyError.lowOrder) {
      try VerifyingKey(validating: [UInt8](hex: hex))
    }
  }

  /// The good key plus a point of order 8, 4 or 2, and a message signed for the sum.
  struct MixedOrder: Sendable {
    let key, message, signature: String
  }

  @Test(arguments: [
    MixedOrder(
      key: "b154bd62188ae283dd187fefe8c31f5e276edf083b4cff11c9d5cff856c74440",
      message: "message 8",
      signature: """
        15a20b7acf55eea5a7bf7db3164d512475fdd987601f0bd42d43fe134e7221b4
        da08096ede6a48799f022cc29fc0553e7dddc9357f65287eb55dd83dfbdf8309
        """),
    MixedOrder(
      key: "62d5a653bcdb4ced227281ab7f0f2d1eebed4fb114b1aead9758cf56aeebd493",
      message: "message 0",
      signature: """
        d53092d5dcf378d2b4529b979efef9fece2855daa727333beef58eadee5569cf
        dad06f2b1801001e9bc1c74a8a377d72469dad51a6a0eb50d1b4986cfcdb3e05
        """),
    MixedOrder(
      key: "ea5ef8400c31ef41e28f22e718b43f66981b29cf645af2a0e223799bedaace47",
      message: "message 6",
      signature: """
        07a41efd8004b9a8e4cc76bd1752f4fdaf1f7dd5e0d219d9cd94214dbc4ea309
        a1bbe94c283e78673731397e0093b34f7ca9718570a27fad344970b7318a2003
        """),
  ])
  func `points of mixed order are refused, though signatures hold under them`(
    _ point: MixedOrder
  ) {
    let bytes = [UInt8](hex: point.key)
    #expect(throws: PublicKeyError.mixedOrder) { try VerifyingKey(validating: bytes) }

    // The control: unrefused, the holder of the good key would own this one as well.
    let unrefused = VerifyingKey(made: bytes)
    #expect(unrefused.verify([UInt8](hex: point.signature), of: Array(point.message.utf8)))
  }

  @Test func `keys are ordered by their bytes`() throws {
    let keys = (0..<100).map { _ in SigningKey().verifyingKey }
    let ordered = keys.map(\.bytes).sorted { $0.lexicographicallyPrecedes($1) }
    #expect(keys.sorted().map(\.bytes) == ordered)
    #expect(keys.sorted().map(\.bytes) != keys.map(\.bytes))
  }
}
