import Defences
import Forging
import Sealing
import Sodium
import Testing

/// Sealing beyond its vectors: what it makes opens in one place, under one key, unchanged.
@Suite struct SealedObjectTests {
  private let region = KeyRegion()
  private let vault = VaultID(Bytes.filled(0x33))
  private let context = SealContext(
    kind: .pack, vault: VaultID(Bytes.filled(0x33)), compartment: CompartmentID(Bytes.filled(0x44)),
    epoch: EpochID(Bytes.filled(0x55)))

  @Test(arguments: [0, 1, 100, 4007, 4008, 4263, 4264, 10_000, 1_000_000])
  func `what is sealed opens as it was, at a length that Padmé gives`(count: Int) throws {
    let key = EpochKey.random(in: region)
    let plaintext = Randomness.bytes(count)
    let sealed = SealedObject(sealing: plaintext, in: context, with: key)
    #expect(sealed.bytes.count == ForgedSeal.padme(count + 89))
    #expect(try SealedObject(sealed.bytes).open(in: context, with: key) == plaintext)
    #expect(try sealed.openSecret(in: context, with: key).exposed == plaintext)
  }

  @Test func `the same text twice shares nothing`() {
    let key = EpochKey.random(in: region)
    func seal() -> [UInt8] { SealedObject(sealing: [1, 2, 3], in: context, with: key).bytes }
    let (first, second) = (seal(), seal())
    for start in stride(from: 0, to: 4096, by: 8) {
      #expect(first[start..<start + 8] != second[start..<start + 8])
    }
    // Control: whoever keeps the folder sees that the same was said again.
    Defence.$missing.withValue([.freshSalt]) { #expect(seal() == seal()) }
  }

  @Test func `no flipped bit opens`() throws {
    let key = EpochKey.random(in: region)
    let bytes = SealedObject(sealing: Array("text".utf8), in: context, with: key).bytes
    for index in bytes.indices {
      let changed = try SealedObject(bytes.flipped(at: index, bit: index % 8))
      #expect(throws: OpenError.notAuthentic) { try changed.open(in: context, with: key) }
    }
    // Control: the first letter, the eighth bit from the commitment on, is another one.
    let changed = try SealedObject(bytes.flipped(at: SealedObject.overhead - 16))
    let unchecked = try Defence.$missing.withValue([.tag]) {
      try changed.open(in: context, with: key)
    }
    #expect(String(decoding: unchecked, as: UTF8.self) == "uext")
  }

  @Test func `no shorter and no longer object opens`() throws {
    let key = EpochKey.random(in: region)
    let bytes = SealedObject(sealing: Bytes.filled(1, 9000), in: context, with: key).bytes
    for count in 0..<bytes.count + 2000 {
      let changed =
        count <= bytes.count ? Array(bytes[..<count]) : bytes + Bytes.filled(0, count - bytes.count)
      guard count != bytes.count, let sealed = try? SealedObject(changed) else { continue }
      #expect(throws: OpenError.notAuthentic) { try sealed.open(in: context, with: key) }
    }
  }

  @Test func `a head is found by its own key's locator alone`() throws {
    let keys = (0..<200).map { _ in EpochKey.random(in: region) }
    let sealed = SealedObject(sealing: [1], in: context, with: keys[77])
    let head = try #require(SealedObject.Head(Array(sealed.bytes[..<40])))
    #expect(keys.indices.filter { head.isFound(by: keys[$0].locatorKey) } == [77])
    #expect(SealedObject.Head(Array(sealed.bytes[..<39])) == nil)
  }

  @Test func `a commitment that was changed commits to nothing`() throws {
    let forged = ForgedSeal { $0.commitment = Bytes.filled(0) }
    let key = EpochKey(held: region.hold(forged.key.span))
    #expect(throws: OpenError.notAuthentic) {
      try SealedObject(forged.bytes).open(in: forged.context, with: key)
    }
    // Control: an object opens that commits to no key, so that it could be made for two.
    let unchecked = try Defence.$missing.withValue([.commitment]) {
      try SealedObject(forged.bytes).open(in: forged.context, with: key)
    }
    #expect(unchecked == forged.plaintext)
  }

  @Test func `an object is not moved to another case, vault, epoch or use`() throws {
    let key = EpochKey.random(in: region)
    func answers() throws -> [Bool] {
      let sealed = SealedObject(sealing: [1, 2], in: context, with: key)
      let elsewhere = [
        SealContext(
          kind: .grant, vault: vault, compartment: context.compartment, epoch: context.epoch),
        SealContext(
          kind: .pack, vault: VaultID(Bytes.filled(9)), compartment: context.compartment,
          epoch: context.epoch),
        SealContext(
          kind: .pack, vault: vault, compartment: CompartmentID(Bytes.filled(9)),
          epoch: context.epoch),
        SealContext(
          kind: .pack, vault: vault, compartment: context.compartment,
          epoch: EpochID(Bytes.filled(9))),
      ]
      return elsewhere.map { (try? sealed.open(in: $0, with: key)) != nil }
    }
    #expect(try answers() == [false, false, false, false])
    // Control: what one key sealed opens wherever that key is tried.
    let unchecked = try Defence.$missing.withValue([.contextBinding]) {
      try answers()
    }
    #expect(unchecked == [true, true, true, true])
  }

  @Test func `longer padding than must be is refused`() throws {
    let forged = ForgedSeal { $0.byteCount = 8192 }
    let key = EpochKey(held: region.hold(forged.key.span))
    #expect(throws: OpenError.notAuthentic) {
      try SealedObject(forged.bytes).open(in: forged.context, with: key)
    }
    // Control: a member marks their objects by length, for somebody who sees only sizes.
    let unchecked = try Defence.$missing.withValue([.minimalPadding]) {
      try SealedObject(forged.bytes).open(in: forged.context, with: key)
    }
    #expect(unchecked == forged.plaintext)
  }

  @Test func `two keys never open one object`() throws {
    for _ in 0..<50 {
      let (first, second) = (EpochKey.random(in: region), EpochKey.random(in: region))
      let sealed = SealedObject(sealing: [1], in: context, with: first)
      #expect(throws: OpenError.notAuthentic) { try sealed.open(in: context, with: second) }
    }
  }
}
