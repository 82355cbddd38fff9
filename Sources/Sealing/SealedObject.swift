import Defences
import Sodium

/// Why a sealed object did not open.
package enum OpenError: Error, Hashable, Sendable {
  /// Shorter than anything sealed, or not a length that sealing produces.
  case malformed
  /// Altered, sealed under another key, or sealed for another place.
  ///
  /// One case for all of them: which it was would tell a forger how far they came.
  case notAuthentic
}

/// The one way anything is sealed: salt, locator, commitment, padded ciphertext.
///
/// Promises that it opens under exactly one key and in exactly one context, that two objects of
/// the same padded length look alike to anyone without the key, and that no key or nonce repeats
/// even when the random generator does, unless the plaintext repeats too. It does not say who
/// sealed it: every holder of the key could have. The layout is in the format article, "Seal".
package struct SealedObject: Sendable {
  package static let saltByteCount = 32
  package static let locatorByteCount = 8
  package static let headByteCount = saltByteCount + locatorByteCount
  package static let commitmentByteCount = 32
  package static let overhead = headByteCount + commitmentByteCount + 16
  /// Everything before the ciphertext: what tells in which context an object opens.
  package static let prefixByteCount = headByteCount + commitmentByteCount

  package let bytes: [UInt8]

  /// Takes bytes that may be a sealed object; only opening tells.
  package init(_ bytes: [UInt8]) throws(OpenError) {
    guard bytes.count >= Padme.floor, Padme.padded(bytes.count) == bytes.count else {
      throw .malformed
    }
    self.bytes = bytes
  }

  package init(sealing plaintext: [UInt8], in context: SealContext, with key: EpochKey) {
    self.init(sealing: plaintext.span, in: context, with: key)
  }

  package init(sealing plaintext: Span<UInt8>, in context: SealContext, with key: EpochKey) {
    let digest = BLAKE2b.hash(plaintext, byteCount: 32)
    self.init(sealing: plaintext, hedgedBy: digest, in: context, with: key)
  }

  /// Seals a plaintext of which `digest` is a collision-resistant hash that is known already.
  init(
    sealing plaintext: Span<UInt8>, hedgedBy digest: [UInt8], in context: SealContext,
    with key: EpochKey
  ) {
    // Hedged: the salt repeats only if both the random bytes and the plaintext do.
    let fresh =
      Defence.freshSalt.stands ? Randomness.bytes(32) : [UInt8](repeating: 0, count: 32)
    let salt = BLAKE2b.hash(digest.span, key: fresh.span, byteCount: 32)
    let total = Padme.padded(plaintext.count + 1 + SealedObject.overhead)
    let padded = Padding.pad(plaintext, to: total - SealedObject.overhead)
    let derived = SealedObject.derive(key, context, salt: salt)
    let box = derived.withSpan { keys in
      AEAD.seal(
        padded.span, boundTo: [], nonce: SealedObject.zeroNonce,
        key: keys.extracting(0..<32))
    }
    var writer = ByteWriter(reserving: total)
    writer.write(fixed: salt)
    writer.write(fixed: SipHash.hash(salt.span, key: key.locatorKey.span))
    writer.write(fixed: SealedObject.commitment(in: derived))
    writer.write(fixed: box)
    bytes = writer.bytes
  }

  /// The first bytes of an object, by which its key is found without opening it.
  package struct Head: Hashable, Sendable {
    package let salt: [UInt8]
    package let locator: [UInt8]
    private let number: UInt64

    /// Reads the head from an object or from its first `headByteCount` bytes.
    package init?(_ bytes: [UInt8]) {
      guard bytes.count >= SealedObject.headByteCount else { return nil }
      salt = Array(bytes[..<SealedObject.saltByteCount])
      locator = Array(bytes[SealedObject.saltByteCount..<SealedObject.headByteCount])
      number = locator.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Whether `locatorKey` belongs to the key that sealed the object; wrong once in 2^64.
    package func isFound(by locatorKey: [UInt8]) -> Bool {
      SipHash.number(salt.span, key: locatorKey.span) == number
    }
  }

  /// Whether an object that begins with `prefix` was sealed with `key` in `context`, as far as its
  /// beginning tells: the rest is not looked at.
  package static func isCommitted(
    _ prefix: [UInt8], to context: SealContext, by key: EpochKey
  ) -> Bool {
    guard prefix.count >= prefixByteCount, let head = Head(prefix), head.isFound(by: key.locatorKey)
    else { return false }
    let found = Array(prefix[headByteCount..<prefixByteCount])
    return constantTimeEqual(found, commitment(in: derive(key, context, salt: head.salt)))
  }

  /// Opens the object, which must have been sealed with `key` in `context`.
  package func open(in context: SealContext, with key: EpochKey) throws(OpenError) -> [UInt8] {
    let derived = try checkedKeys(context, key)
    let start = SealedObject.headByteCount + SealedObject.commitmentByteCount
    let padded: [UInt8]
    do throws(NotAuthentic) {
      padded = try derived.withSpan { (keys: Span<UInt8>) throws(NotAuthentic) -> [UInt8] in
        try AEAD.open(
          bytes.span.extracting(start..<bytes.count), boundTo: [],
          nonce: SealedObject.zeroNonce, key: keys.extracting(0..<32))
      }
    } catch {
      throw .notAuthentic
    }
    guard let count = Padding.unpaddedByteCount(of: padded.span), isMinimal(count) else {
      throw .notAuthentic
    }
    return Array(padded[..<count])
  }

  /// Opens the object into guarded memory, for contents that are keys.
  ///
  /// Returns the padded bytes and how many of them count.
  package func openSecret(
    in context: SealContext, with key: EpochKey
  ) throws(OpenError) -> SecretContent {
    let derived = try checkedKeys(context, key)
    let start = SealedObject.headByteCount + SealedObject.commitmentByteCount
    let padded: SecretBytes
    do throws(NotAuthentic) {
      padded = try derived.withSpan { (keys: Span<UInt8>) throws(NotAuthentic) -> SecretBytes in
        try AEAD.openSecret(
          bytes.span.extracting(start..<bytes.count), boundTo: [],
          nonce: SealedObject.zeroNonce, key: keys.extracting(0..<32))
      }
    } catch {
      throw .notAuthentic
    }
    let count = padded.withSpan { Padding.unpaddedByteCount(of: $0) }
    guard let count, isMinimal(count) else { throw .notAuthentic }
    return SecretContent(padded: padded, count: count)
  }

  /// Plaintext in guarded memory.
  package struct SecretContent: ~Copyable {
    let padded: SecretBytes
    package let count: Int

    package borrowing func withSpan<R, E: Error>(
      _ body: (Span<UInt8>) throws(E) -> R
    ) throws(E) -> R {
      let count = count
      return try padded.withSpan { (bytes: Span<UInt8>) throws(E) -> R in
        try body(bytes.extracting(0..<count))
      }
    }
  }

  // The key is used for one message only, so the nonce says nothing.
  private static let zeroNonce = [UInt8](repeating: 0, count: 24)

  private static func derive(_ key: EpochKey, _ context: SealContext, salt: [UInt8]) -> SecretBytes
  {
    key.held.withSpan { BLAKE2b.derive(64, from: $0, context: context.derivation(salt: salt)) }
  }

  private static func commitment(in derived: borrowing SecretBytes) -> [UInt8] {
    derived.withSpan { keys in
      var commitment: [UInt8] = []
      for index in 32..<64 { commitment.append(keys[index]) }
      return commitment
    }
  }

  /// The commitment and the locator are compared before the ciphertext is looked at.
  private func checkedKeys(
    _ context: SealContext, _ key: EpochKey
  ) throws(OpenError) -> SecretBytes {
    guard let head = Head(bytes), head.isFound(by: key.locatorKey) else { throw .notAuthentic }
    let derived = SealedObject.derive(key, context, salt: head.salt)
    let start = SealedObject.headByteCount
    let found = Array(bytes[start..<start + SealedObject.commitmentByteCount])
    guard
      constantTimeEqual(found, SealedObject.commitment(in: derived))
        || !Defence.commitment.stands
    else { throw .notAuthentic }
    return derived
  }

  /// Padding that is longer than it must be is refused: one plaintext has one length.
  private func isMinimal(_ count: Int) -> Bool {
    Padme.padded(count + 1 + SealedObject.overhead) == bytes.count
      || !Defence.minimalPadding.stands
  }
}
