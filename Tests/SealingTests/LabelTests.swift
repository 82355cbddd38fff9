import Defences
import Forging
import Sealing
import Sodium
import Testing

/// What keeps one use of a key from another.
@Suite struct LabelTests {
  @Test func `no label is the beginning of another`() {
    for label in Label.allCases {
      for other in Label.allCases where other != label {
        #expect(!other.rawValue.hasPrefix(label.rawValue), "\(label) \(other)")
      }
    }
  }

  @Test func `what is signed for one purpose is good for no other`() throws {
    let hand = Hand("Ada")
    let purposes: [SigningPurpose] = [
      .statement, .endorsement, .departure, .invitation, .certificate,
    ]
    #expect(Set(purposes.map(\.label)).count == purposes.count)
    /// For each purpose, how many purposes a signature made for it is good for.
    func counts() -> [Int] {
      purposes.map { purpose in
        let signature = hand.sign([1, 2], for: purpose)
        return purposes.count { other in
          hand.card.verifyingKey.verify(signature, of: other.label.message([1, 2]))
        }
      }
    }
    #expect(counts() == [1, 1, 1, 1, 1])
    // Control: a signed statement is an endorsement, an invitation and a certificate too.
    Defence.$missing.withValue([.purposeBinding]) { #expect(counts() == [5, 5, 5, 5, 5]) }
  }

  @Test func `an epoch's id commits to key, compartment and vault`() {
    let region = KeyRegion()
    let key = EpochKey(held: region.hold(Bytes.filled(0x11).span))
    let (vault, compartment) = (VaultID(Bytes.filled(0x33)), CompartmentID(Bytes.filled(0x44)))
    let epoch = key.epoch(of: compartment, in: vault)
    #expect(epoch.hex == "ff2b3a685037fe6ac9dcde644365194d349ed60fba79dfb17b0fc595e37554a1")
    #expect(key.epoch(of: compartment, in: VaultID(Bytes.filled(0x44))) != epoch)
    #expect(key.epoch(of: CompartmentID(Bytes.filled(0x33)), in: vault) != epoch)
    let other = EpochKey(held: region.hold(Bytes.filled(0x12).span))
    #expect(other.epoch(of: compartment, in: vault) != epoch)
  }

  @Test func `names in the memory tell nothing and repeat under one key only`() {
    let region = KeyRegion()
    let (first, second) = (EpochKey.random(in: region), EpochKey.random(in: region))
    #expect(first.nameInMemory(of: "index") == first.nameInMemory(of: "index"))
    #expect(first.nameInMemory(of: "index") != first.nameInMemory(of: "outbox"))
    #expect(first.nameInMemory(of: "index") != second.nameInMemory(of: "index"))
    #expect(first.nameInMemory(of: "index").utf8.count == 32)
    // Control: whoever takes the laptop reads which cases there are.
    Defence.$missing.withValue([.memoryNames]) {
      let name = first.nameInMemory(of: "index")
      #expect([UInt8](lowercaseHex: name) == Array("index".utf8))
      #expect(second.nameInMemory(of: "index") == name)
    }
  }

  @Test(arguments: ["", "0", "0g", "AB", "ab ", "+1", "0x", "é"])
  func `only pairs of lower-case digits are hexadecimal`(text: String) {
    let bytes = [UInt8](lowercaseHex: text)
    #expect(text.isEmpty ? bytes == [] : bytes == nil)
  }

  @Test func `identifiers are ordered and written as their bytes`() {
    var last: VaultID?
    let all = (0..<200).map { _ in Randomness.bytes(32) }
    for bytes in all.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let id = VaultID(bytes)
      #expect(id.bytes == bytes)
      #expect(VaultID(hex: id.hex) == id)
      #expect(id.hex.hasPrefix(id.short))
      if let last { #expect(last < id) }
      last = id
    }
    for text in [String(repeating: "a", count: 62), String(repeating: "a", count: 66), ""] {
      #expect(VaultID(hex: text) == nil)
    }
  }
}
