import Defences
package import Sodium

/// Why an identity file did not open.
package enum IdentityFileError: Error, Hashable, Sendable {
  case notAnIdentity
  case malformed(Malformation)
  /// Its cost parameters are below the floor or above the ceiling; nothing was derived.
  case unacceptableCost(PassphraseStrength)
  case badCard(CardError)
  case outOfMemory
  /// The passphrase is wrong or the file was altered; which, cannot be told.
  case notAuthentic
}

/// An identity sealed under a passphrase.
///
/// Everything readable in it (parameters, card) is associated data, and the public keys are
/// derived again from the opened secrets and compared. The layout is in the format article,
/// "Identity file".
package struct IdentityFile: Sendable {
  package static let byteLimit = 64 << 10

  package let card: Card
  package let strength: PassphraseStrength
  package let bytes: [UInt8]
  private let headByteCount: Int
  private let salt: [UInt8]
  private let nonce: [UInt8]

  package init(
    sealing identity: Identity, under passphrase: borrowing SecretBytes,
    strength: PassphraseStrength = .standard
  ) throws(IdentityFileError) {
    guard strength.isAcceptable else { throw .unacceptableCost(strength) }
    card = identity.card
    self.strength = strength
    salt = Randomness.bytes(16)
    nonce = Randomness.bytes(24)
    let head = IdentityFile.head(strength: strength, salt: salt, nonce: nonce, card: card)
    headByteCount = head.count
    let key = try IdentityFile.key(from: passphrase, salt: salt, strength: strength)
    var secrets = SecretBytes(byteCount: 64)
    secrets.withMutableSpan { span in
      identity.signingKey.withSeed { for index in 0..<32 { span[index] = $0[index] } }
      identity.boxKey.withSpan { for index in 0..<32 { span[32 + index] = $0[index] } }
    }
    let nonce = nonce
    bytes =
      head
      + secrets.withSpan { secrets in
        key.withSpan { AEAD.seal(secrets, boundTo: head, nonce: nonce, key: $0) }
      }
  }

  /// Reads the readable part of an identity file; its secrets stay sealed.
  package init(decoding bytes: [UInt8]) throws(IdentityFileError) {
    guard bytes.starts(with: IdentityFile.magic) else { throw .notAnIdentity }
    let cardBytes: [UInt8]
    do throws(Malformation) {
      guard bytes.count <= IdentityFile.byteLimit else {
        throw .tooLarge(limit: IdentityFile.byteLimit, found: bytes.count)
      }
      var reader = ByteReader(bytes, from: IdentityFile.magic.count)
      let memory = try reader.takeUInt32()
      strength = PassphraseStrength(memoryMebibytes: memory, passes: try reader.takeUInt32())
      salt = try reader.take(16)
      nonce = try reader.take(24)
      cardBytes = try reader.takeField(limit: 1024)
      headByteCount = bytes.count - reader.remaining
      _ = try reader.take(64 + 16)
      try reader.expectEnd()
    } catch {
      throw .malformed(error)
    }
    guard strength.isAcceptable else { throw .unacceptableCost(strength) }
    do throws(CardError) {
      card = try Card(decoding: cardBytes)
    } catch {
      throw .badCard(error)
    }
    guard card.isAuthentic else { throw .badCard(.notAuthentic) }
    self.bytes = bytes
  }

  package func open(
    with passphrase: borrowing SecretBytes
  ) throws(IdentityFileError) -> Identity {
    let key = try IdentityFile.key(from: passphrase, salt: salt, strength: strength)
    let head = Array(bytes[..<headByteCount])
    let secrets: SecretBytes
    do throws(NotAuthentic) {
      secrets = try key.withSpan { (key: Span<UInt8>) throws(NotAuthentic) -> SecretBytes in
        try AEAD.openSecret(
          bytes.span.extracting(headByteCount..<bytes.count), boundTo: head, nonce: nonce,
          key: key)
      }
    } catch {
      throw .notAuthentic
    }
    let signingKey = secrets.withSpan { SigningKey(seed: $0.extracting(0..<32)) }
    let boxKey = secrets.withSpan { BoxSecretKey(copying: $0.extracting(32..<64)) }
    // XChaCha20-Poly1305 does not commit to its key; the public keys on the card do.
    let isOnTheCard =
      signingKey.verifyingKey == card.verifyingKey && boxKey.publicKey == card.boxKey
    guard isOnTheCard || !Defence.identityIsOnTheCard.stands else { throw .notAuthentic }
    return Identity(card: card, signingKey: signingKey, boxKey: boxKey)
  }

  private static let magic = Array("conclave identity 1\n".utf8)

  private static func head(
    strength: PassphraseStrength, salt: [UInt8], nonce: [UInt8], card: Card
  ) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(fixed: magic)
    writer.write(strength.memoryMebibytes)
    writer.write(strength.passes)
    writer.write(fixed: salt)
    writer.write(fixed: nonce)
    writer.write(card.bytes)
    return writer.bytes
  }

  private static func key(
    from passphrase: borrowing SecretBytes, salt: [UInt8], strength: PassphraseStrength
  ) throws(IdentityFileError) -> SecretBytes {
    do throws(PasswordHashError) {
      return try passphrase.withSpan { (passphrase: Span<UInt8>) throws(PasswordHashError) in
        try PasswordHash.derive(
          32, from: passphrase, salt: salt, memoryBytes: Int(strength.memoryMebibytes) << 20,
          passes: Int(strength.passes))
      }
    } catch {
      throw .outOfMemory
    }
  }
}
