import Defences
import Forging
import Sealing
import Sodium
import Testing

/// Identity files beyond their vectors.
@Suite struct IdentityFileTests {
  private let cheap = PassphraseStrength(memoryMebibytes: 1, passes: 1)

  private func secret(_ text: String) -> SecretBytes {
    SecretBytes(copying: Array(text.utf8).span)
  }

  @Test func `an identity comes back whole`() throws {
    let identity = try Identity(name: "Ada", address: "")
    let file = try IdentityFile(sealing: identity, under: secret("a passphrase"), strength: cheap)
    let read = try IdentityFile(decoding: file.bytes)
    #expect(read.card == identity.card)
    #expect(read.strength == cheap)
    let opened = try read.open(with: secret("a passphrase"))
    #expect(opened.card == identity.card)
    #expect(opened.sign([1], for: .statement) == identity.sign([1], for: .statement))
    let region = KeyRegion()
    let vault = VaultID(Bytes.filled(1))
    #expect(
      opened.memoryKey(for: vault, in: region).exposed
        == identity.memoryKey(for: vault, in: region).exposed)
    let key = EpochKey.random(in: region)
    let compartment = CompartmentID(Bytes.filled(2))
    let grant = try Grant(
      of: [
        GrantedKey(compartment: compartment, epoch: key.epoch(of: compartment, in: vault), key: key)
      ],
      in: vault, to: [identity.card.boxKey])
    #expect(try opened.open(grant, in: vault, into: region)?.map(\.key.exposed) == [key.exposed])
  }

  @Test func `what was sealed by hand opens, and the memory's key is the format's`() throws {
    let opened = try IdentityFile(decoding: ForgedIdentityFile().bytes)
      .open(with: secret("correct horse battery staple"))
    let region = KeyRegion()
    let vault = VaultID(Bytes.filled(1))
    #expect(
      opened.memoryKey(for: vault, in: region).exposed
        == Hand("Ada").memoryKey(for: vault, in: region).exposed)
  }

  @Test func `no changed byte opens`() throws {
    let bytes = ForgedIdentityFile().bytes
    for index in bytes.indices {
      // Not the memory's upper bytes: below the ceiling, a test would take the gigabytes they ask.
      let changed = bytes.flipped(at: index, bit: index % 8)
      do throws(IdentityFileError) {
        let file = try IdentityFile(decoding: changed)
        guard file.strength.memoryMebibytes <= 8, file.strength.passes <= 4 else { continue }
        _ = try file.open(with: secret("correct horse battery staple"))
        Issue.record("byte \(index) may be changed")
      } catch {
        switch index {
        case 0..<20: #expect(error == .notAnIdentity)
        case 28..<68: #expect(error == .notAuthentic)
        case bytes.count - 80..<bytes.count: #expect(error == .notAuthentic)
        default: #expect(error != .outOfMemory)
        }
      }
    }
    // Control: without the tag, and without a look at the card, other keys come out.
    let changed = try IdentityFile(decoding: bytes.flipped(at: bytes.count - 80))
    #expect(throws: IdentityFileError.notAuthentic) {
      try Defence.$missing.withValue([.tag]) {
        _ = try changed.open(with: secret("correct horse battery staple"))
      }
    }
    let opened = try Defence.$missing.withValue([.tag, .identityIsOnTheCard]) {
      try changed.open(with: secret("correct horse battery staple"))
    }
    #expect(
      !opened.card.verifyingKey.verify(
        opened.sign([1], for: .statement), of: SigningPurpose.statement.label.message([1])))
  }

  @Test func `no shorter file is one`() {
    let bytes = ForgedIdentityFile().bytes
    for count in bytes.indices {
      #expect(throws: IdentityFileError.self) { try IdentityFile(decoding: Array(bytes[..<count])) }
    }
  }

  @Test func `a wrong passphrase and a changed file get the same answer`() throws {
    let file = try IdentityFile(decoding: ForgedIdentityFile().bytes)
    for passphrase in ["", "correct horse battery stapl", "Correct horse battery staple"] {
      #expect(throws: IdentityFileError.notAuthentic) { try file.open(with: secret(passphrase)) }
    }
  }

  @Test(arguments: [(1, 11), (1, 0)])
  func `costs that were raised or lowered are refused before anything is derived`(
    memory: Int, passes: Int
  ) throws {
    let strength = PassphraseStrength(
      memoryMebibytes: UInt32(memory), passes: UInt32(passes))
    let forged = ForgedIdentityFile {
      ($0.memory, $0.passes, $0.derivedPasses) = (memory, passes, max(1, passes))
    }
    #expect(throws: IdentityFileError.unacceptableCost(strength)) {
      try IdentityFile(decoding: forged.bytes)
    }
    // Control: the machine pays whatever the file says.
    try Defence.$missing.withValue([.passphraseCost]) {
      let file = try IdentityFile(decoding: forged.bytes)
      let outcome = Result { try file.open(with: secret("correct horse battery staple")).card.name }
      #expect((try? outcome.get()) == (passes > 0 ? "Ada" : nil))
    }
  }

  @Test func `nothing is sealed at a cost that would not be opened`() throws {
    let identity = try Identity(name: "Ada", address: "")
    for (memory, passes): (UInt32, UInt32) in [(0, 1), (1, 0), (2049, 1), (1, 11)] {
      let strength = PassphraseStrength(memoryMebibytes: memory, passes: passes)
      #expect(throws: IdentityFileError.unacceptableCost(strength)) {
        try IdentityFile(sealing: identity, under: secret("x"), strength: strength)
      }
    }
  }

  @Test func `the standard cost is 256 MiB and three passes`() {
    #expect(PassphraseStrength.standard == PassphraseStrength(memoryMebibytes: 256, passes: 3))
    #expect(PassphraseStrength.ceiling == PassphraseStrength(memoryMebibytes: 2048, passes: 10))
  }
}
