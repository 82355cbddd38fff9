import Defences
import Forging
import Sealing
import Sodium
import Testing

/// Grants beyond their vectors.
@Suite struct GrantTests {
  private let region = KeyRegion()
  private let vault = VaultID(Bytes.filled(0x33))

  private func granted(_ compartment: UInt8 = 0x44) -> GrantedKey {
    let key = EpochKey.random(in: region)
    let id = CompartmentID(Bytes.filled(compartment))
    return GrantedKey(compartment: id, epoch: key.epoch(of: id, in: vault), key: key)
  }

  private func hands(_ count: Int) -> [Hand] { (0..<count).map { Hand("reader \($0)") } }

  @Test(arguments: [(1, 4), (3, 4), (4, 4), (5, 8), (20, 32)])
  func `each reader opens it, and the number of slots tells no number of readers`(
    readers: Int, slots: Int
  ) throws {
    let hands = hands(readers)
    let key = granted()
    let grant = try Grant(of: [key], in: vault, to: Set(hands.map(\.card.boxKey)))
    #expect(grant.bytes.count == 33 + 48 * slots + 4096)
    for hand in hands {
      let opened = try #require(try hand.open(Grant(grant.bytes), in: vault, into: region))
      #expect(opened.map(\.epoch) == [key.epoch])
      #expect(opened.map(\.key.exposed) == [key.key.exposed])
    }
    #expect(try Hand("somebody else").open(grant, in: vault, into: region) == nil)
  }

  @Test func `a thousand and twenty-four readers are the most`() throws {
    #expect(throws: GrantError.noReaders) { try Grant(of: [granted()], in: vault, to: []) }
    let keys = Set((0..<1025).map { _ in BoxSecretKey().publicKey })
    #expect(throws: GrantError.tooManyReaders(limit: 1024, found: 1025)) {
      try Grant(of: [granted()], in: vault, to: keys)
    }
    let most = try Grant(of: [granted()], in: vault, to: Set(keys.prefix(1024)))
    #expect(most.bytes[0] == 10)
  }

  @Test func `slots are shuffled`() throws {
    // The place of a reader's slot, over many grants, is every place.
    let ada = Hand("Ada")
    let all = Set(hands(3).map(\.card.boxKey) + [ada.card.boxKey])
    func places() throws -> Set<Int> {
      var places: Set<Int> = []
      for _ in 0..<60 {
        let bytes = try Grant(of: [granted()], in: vault, to: all).bytes
        for slot in 0..<4 {
          // Without its own slot the grant does not open for Ada.
          let changed = bytes.flipped(at: 33 + 48 * slot + 20)
          if try ada.open(Grant(changed), in: vault, into: region) == nil { places.insert(slot) }
        }
      }
      return places
    }
    #expect(try places() == [0, 1, 2, 3])
    // Control: a reader is told by the place of their slot.
    #expect(try Defence.$missing.withValue([.slotsAreShuffled]) { try places() }.count == 1)
  }

  @Test func `one grant carries the keys of many compartments`() throws {
    let ada = Hand("Ada")
    let keys = (0..<100).map { granted(UInt8($0)) }
    let grant = try Grant(of: keys, in: vault, to: [ada.card.boxKey])
    let opened = try #require(try ada.open(grant, in: vault, into: region))
    #expect(opened.map(\.compartment) == keys.map(\.compartment))
    #expect(opened.map(\.key.exposed) == keys.map(\.key.exposed))
  }

  @Test func `opening costs one agreement of keys`() throws {
    let hands = hands(64)
    let grant = try Grant(of: [granted()], in: vault, to: Set(hands.map(\.card.boxKey)))
    let counter = PublicKeyOperationCount()
    try PublicKeyOperationCount.$current.withValue(counter) {
      _ = try hands[0].open(grant, in: vault, into: region)
    }
    #expect(counter.operations.agreements == 1)
  }

  @Test func `a key that its epoch does not commit to is not taken`() throws {
    // Somebody hands out a key of their own as that of an epoch in use.
    let forged = ForgedGrant {
      let epoch = Array(ForgedGrant.entry()[32..<64])
      $0.entries = [ForgedGrant.entry(epoch: epoch, key: Bytes.filled(0x12))]
    }
    let open = { try Hand("Ada").open(Grant(forged.bytes), in: self.vault, into: self.region) }
    #expect(throws: GrantError.notTheCommittedKey(CompartmentID(Bytes.filled(0x44)))) { try open() }
    // Control: the reader holds the forger's key and would seal under it.
    let unchecked = try Defence.$missing.withValue([.grantCommitment]) {
      try open()?.map(\.key.exposed)
    }
    #expect(unchecked == [Bytes.filled(0x12)])
  }

  @Test func `no flipped byte opens to other keys`() throws {
    let ada = Hand("Ada")
    let bytes = ForgedGrant().bytes
    for index in stride(from: 0, to: bytes.count, by: 3) {
      let opened = try? ada.open(Grant(bytes.flipped(at: index)), in: vault, into: region)
      // Either refused, or the slot that changed was nobody's.
      if let keys = opened ?? nil { #expect(keys.map(\.key.exposed) == [Bytes.filled(0x11)]) }
    }
  }
}
