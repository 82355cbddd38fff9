import Defences
package import Sodium

/// Why a grant could not be made or read.
package enum GrantError: Error, Hashable, Sendable {
  case noReaders
  case tooManyReaders(limit: Int, found: Int)
  case malformed(Malformation)
  case notAuthentic
  /// A key in it is not the one its epoch id commits to.
  case notTheCommittedKey(CompartmentID)
}

/// An epoch key on its way to a member.
package struct GrantedKey: Sendable {
  package let compartment: CompartmentID
  package let epoch: EpochID
  package let key: EpochKey

  package init(compartment: CompartmentID, epoch: EpochID, key: EpochKey) {
    self.compartment = compartment
    self.epoch = epoch
    self.key = key
  }
}

/// Epoch keys sealed with libsodium box to the members who may have them.
///
/// A grant is anonymous delivery: it hides to whom it goes (slots are shuffled and filled up with
/// random ones) and does not say from whom it comes. What it delivers is believed only when a
/// statement commits to it. The layout is in the format article, "Grant".
package struct Grant: Sendable {
  package static let slotByteCount = 48
  package static let fewestSlots = 4
  package static let mostSlots = 1024
  package static let byteLimit = 64 << 20

  package let bytes: [UInt8]

  package init(
    of keys: [GrantedKey], in vault: VaultID, to readers: Set<BoxPublicKey>
  ) throws(GrantError) {
    guard !readers.isEmpty else { throw .noReaders }
    guard readers.count <= Grant.mostSlots else {
      throw .tooManyReaders(limit: Grant.mostSlots, found: readers.count)
    }
    let region = KeyRegion()
    let grantKey = EpochKey.random(in: region)
    let ephemeral = BoxSecretKey()
    let nonce = Grant.nonce(for: ephemeral.publicKey.bytes)

    var slots: [[UInt8]] = []
    for reader in readers {
      do {
        slots.append(
          try grantKey.held.withSpan { key in
            try Box.seal(key, nonce: nonce, to: reader, from: ephemeral)
          })
      } catch {
        throw .notAuthentic
      }
    }
    var logarithm = 2
    while 1 << logarithm < slots.count { logarithm += 1 }
    while slots.count < 1 << logarithm {
      slots.append(Randomness.bytes(Grant.slotByteCount))
    }
    var generator = SodiumRandomNumberGenerator()
    if Defence.slotsAreShuffled.stands { slots.shuffle(using: &generator) }

    // The keys are gathered in guarded memory and never in an array.
    var payload = SecretBytes(byteCount: keys.count * Grant.entryByteCount)
    payload.withMutableSpan { span in
      var position = 0
      func put(_ bytes: [UInt8]) {
        for byte in bytes {
          span[position] = byte
          position += 1
        }
      }
      for granted in keys {
        put(granted.compartment.bytes)
        put(granted.epoch.bytes)
        granted.key.held.withSpan { key in
          for index in 0..<key.count { span[position + index] = key[index] }
        }
        position += 32
      }
    }
    let sealed = payload.withSpan { span in
      SealedObject(sealing: span, in: SealContext(kind: .grant, vault: vault), with: grantKey)
    }
    var writer = ByteWriter()
    writer.write(UInt8(logarithm))
    writer.write(fixed: ephemeral.publicKey.bytes)
    for slot in slots { writer.write(fixed: slot) }
    writer.write(fixed: sealed.bytes)
    bytes = writer.bytes
    grantKey.held.erase()
  }

  /// Takes bytes that may be a grant; only their form is checked.
  package init(_ bytes: [UInt8]) throws(GrantError) {
    do throws(Malformation) {
      var reader = ByteReader(bytes)
      let logarithm = Int(try reader.takeUInt8())
      guard (2...10).contains(logarithm) else { throw .notCanonical }
      _ = try reader.take(32 + (Grant.slotByteCount << logarithm))
      guard reader.remaining >= Padme.floor else {
        throw .truncated(expected: Padme.floor, found: reader.remaining)
      }
    } catch {
      throw .malformed(error)
    }
    self.bytes = bytes
  }

  /// Opens the grant as one of its readers; nil when `secret` is not among them.
  ///
  /// Costs one X25519, then one symmetric trial a slot. The keys go into `region`.
  package func open(
    with secret: borrowing BoxSecretKey, in vault: VaultID, into region: KeyRegion
  ) throws(GrantError) -> [GrantedKey]? {
    let slotCount = 1 << Int(bytes[0])
    let ephemeralBytes = Array(bytes[1..<33])
    guard let ephemeral = try? BoxPublicKey(validating: ephemeralBytes),
      let shared = try? BoxSharedKey(between: secret, and: ephemeral)
    else { throw .notAuthentic }
    let nonce = Grant.nonce(for: ephemeralBytes)
    for index in 0..<slotCount {
      let start = 33 + index * Grant.slotByteCount
      let slot = bytes.span.extracting(start..<start + Grant.slotByteCount)
      guard let key = try? shared.open(slot, nonce: nonce) else { continue }
      let grantKey = EpochKey(held: region.hold(key))
      defer { grantKey.held.erase() }
      return try payload(after: 33 + slotCount * Grant.slotByteCount, grantKey, vault, region)
    }
    return nil
  }

  private func payload(
    after start: Int, _ grantKey: EpochKey, _ vault: VaultID, _ region: KeyRegion
  ) throws(GrantError) -> [GrantedKey] {
    let content: SealedObject.SecretContent
    do throws(OpenError) {
      content = try SealedObject(Array(bytes[start...]))
        .openSecret(in: SealContext(kind: .grant, vault: vault), with: grantKey)
    } catch {
      throw .notAuthentic
    }
    guard content.count.isMultiple(of: Grant.entryByteCount) else {
      throw .malformed(.trailingBytes(content.count % Grant.entryByteCount))
    }
    return try content.withSpan { (span: Span<UInt8>) throws(GrantError) -> [GrantedKey] in
      func identifier<Tag>(at start: Int) -> Identifier<Tag> {
        var bytes: [UInt8] = []
        for offset in 0..<32 { bytes.append(span[start + offset]) }
        return Identifier(bytes)
      }
      var keys: [GrantedKey] = []
      for start in stride(from: 0, to: span.count, by: Grant.entryByteCount) {
        let key = EpochKey(held: region.hold(span.extracting(start + 64..<start + 96)))
        let compartment: CompartmentID = identifier(at: start)
        let epoch: EpochID = identifier(at: start + 32)
        guard key.epoch(of: compartment, in: vault) == epoch || !Defence.grantCommitment.stands
        else {
          throw .notTheCommittedKey(compartment)
        }
        keys.append(GrantedKey(compartment: compartment, epoch: epoch, key: key))
      }
      return keys
    }
  }

  /// Compartment, epoch, key.
  private static let entryByteCount = 96

  private static func nonce(for ephemeral: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(Label.grantNonce.bytes)
    writer.write(ephemeral)
    return BLAKE2b.hash(writer.bytes.span, byteCount: 24)
  }
}
