import Sodium
import Testing

@Suite struct BoxTests {
  // NaCl's vector, as libsodium's own tests have it.
  static let nonce = [UInt8](hex: "69696ee955b62b73cd62bda875fc73d68219e0036b7a0b37")
  static let message = [UInt8](
    hex: """
      be075fc53c81f2d5cf141316ebeb0c7b5228c52a4c62cbd44b66849b64244ffc
      e5ecbaaf33bd751a1ac728d45e6c61296cdc3c01233561f41db66cce314adb31
      0e3be8250c46f06dceea3a7fa1348057e2f6556ad6b1318a024a838f21af1fde
      048977eb48f59ffd4924ca1c60902e52f0a089bc76897040e082f93776384864
      5e0705
      """)
  static let box = [UInt8](
    hex: """
      f3ffc7703f9400e52a7dfb4b3d3305d98e993b9f48681273c29650ba32fc76ce
      48332ea7164d96a4476fb8c531a1186ac0dfc17c98dce87b4da7f011ec48c972
      71d2c20f9b928fe2270d6fb863d51738b48eeee314a7cc8ab932164548e526ae
      90224368517acfeabd6bb3732bc0e9da99832b61ca01b6de56244a9e88d5f9b3
      7973f622a43d14a6599b1f654cb45a74e355a5
      """)

  static func alice() -> BoxSecretKey {
    let secret = BoxPublicKeyTests.alicesSecret
    return BoxSecretKey(copying: secret.span)
  }

  static func bob() -> BoxSecretKey {
    let secret = BoxPublicKeyTests.bobsSecret
    return BoxSecretKey(copying: secret.span)
  }

  @Test func `NaCl's vector seals both ways and opens`() throws {
    let alice = Self.alice()
    let bob = Self.bob()
    #expect(
      try Box.seal(Self.message.span, nonce: Self.nonce, to: bob.publicKey, from: alice)
        == Self.box)
    let shared = try BoxSharedKey(between: alice, and: bob.publicKey)
    #expect(shared.seal(Self.message.span, nonce: Self.nonce) == Self.box)
    let opened = try BoxSharedKey(between: bob, and: alice.publicKey)
      .open(Self.box.span, nonce: Self.nonce)
    #expect(opened.exposed == Self.message)
  }

  @Test func `nothing seals and opens`() throws {
    let shared = try BoxSharedKey(between: Self.alice(), and: Self.bob().publicKey)
    let nothing: [UInt8] = []
    let box = shared.seal(nothing.span, nonce: Self.nonce)
    #expect(box.count == Box.overheadByteCount)
    #expect(try shared.open(box.span, nonce: Self.nonce).byteCount == 0)
  }

  @Test func `a box altered in any bit, cut short or lengthened does not open`() throws {
    let shared = try BoxSharedKey(between: Self.bob(), and: Self.alice().publicKey)
    for bit in 0..<Self.box.count * 8 {
      var box = Self.box
      box[bit / 8] ^= 1 << (bit % 8)
      #expect(Self.refuses(box, shared) == true)
    }
    for count in 0..<Self.box.count {
      #expect(Self.refuses(Array(Self.box[..<count]), shared) == true)
    }
    #expect(Self.refuses(Self.box + [0], shared) == true)
    #expect(Self.refuses(Self.box, shared) == false)
  }

  @Test func `a box opens with no other nonce and for nobody else`() throws {
    let shared = try BoxSharedKey(between: Self.bob(), and: Self.alice().publicKey)
    #expect(Self.refuses(Self.box, shared, nonce: .counting(24)) == true)
    let another = try BoxSharedKey(between: BoxSecretKey(), and: Self.alice().publicKey)
    #expect(Self.refuses(Self.box, another) == true)
  }

  @Test func `new secret keys differ and show 32 bytes`() {
    let first = BoxSecretKey()
    let second = BoxSecretKey()
    #expect(first.publicKey != second.publicKey)
    let again = first.withSpan { BoxSecretKey(copying: $0) }
    #expect(again.publicKey == first.publicKey)
  }

  @Test(arguments: [0, 23, 25])
  func `a nonce of another length ends the process`(byteCount: Int) async {
    await #expect(processExitsWith: .failure) { [byteCount] in
      let key = BoxSecretKey()
      _ = try? Box.seal([1].span, nonce: .counting(byteCount), to: key.publicKey, from: key)
    }
  }

  @Test(arguments: [0, 31, 33])
  func `a secret key of another length ends the process`(byteCount: Int) async {
    await #expect(processExitsWith: .failure) { [byteCount] in
      _ = BoxSecretKey(copying: [UInt8].counting(byteCount).span)
    }
  }

  private static func refuses(
    _ box: [UInt8], _ shared: borrowing BoxSharedKey, nonce: [UInt8] = nonce
  ) -> Bool {
    do {
      _ = try shared.open(box.span, nonce: nonce)
      return false
    } catch {
      return error == NotAuthentic()
    }
  }
}
