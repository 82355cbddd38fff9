import Defences
package import Sodium

/// Why something is not a member card.
package enum CardError: Error, Hashable, Sendable {
  case notACard
  case malformed(Malformation)
  case badName
  case badAddress
  case badKey(PublicKeyError)
  /// Changed on its way, or put together from two cards.
  case notAuthentic
}

/// The public half of an identity: a name and two keys, signed over both.
///
/// Says that whoever signed it holds the signing key. It does not show who that is: for that two
/// people compare the fingerprint aloud. Possession of the box key is shown by the newcomer's first
/// statement, whose epoch key came by grant.
package struct Card: Hashable, Sendable {
  package static let nameByteLimit = 200
  package static let addressByteLimit = 254

  package let name: String
  /// Empty when none was given.
  package let address: String
  package let verifyingKey: VerifyingKey
  package let boxKey: BoxPublicKey
  package let signature: [UInt8]

  package var member: MemberID { MemberID(verifyingKey.bytes) }
  package var fingerprint: Fingerprint { Fingerprint(of: verifyingKey) }

  package init(
    name: String, address: String, boxKey: BoxPublicKey, signedBy key: borrowing SigningKey
  ) throws(CardError) {
    try Card.check(name: name, address: address)
    self.name = name
    self.address = address
    self.boxKey = boxKey
    verifyingKey = key.verifyingKey
    signature = key.sign(
      Label.card.message(
        Card.signedPart(name: name, address: address, verifyingKey: verifyingKey, boxKey: boxKey)))
  }

  package var bytes: [UInt8] {
    Card.signedPart(name: name, address: address, verifyingKey: verifyingKey, boxKey: boxKey)
      + signature
  }

  /// Reads a card, accepting only the bytes that writing it would produce.
  ///
  /// The signature is not looked at: `isAuthentic` does, so that a card verified once need not be
  /// verified again.
  package init(decoding bytes: [UInt8]) throws(CardError) {
    let version: UInt8
    let signing: [UInt8]
    let box: [UInt8]
    do throws(Malformation) {
      var reader = ByteReader(bytes)
      version = try reader.takeUInt8()
      guard version == Card.version else { throw .unknownVersion(Int(version)) }
      signing = try reader.take(32)
      box = try reader.take(32)
      name = try reader.takeText(limit: Card.nameByteLimit)
      address = try reader.takeText(limit: Card.addressByteLimit)
      signature = try reader.take(64)
      try reader.expectEnd()
    } catch {
      throw .malformed(error)
    }
    do throws(PublicKeyError) {
      verifyingKey = try VerifyingKey(validating: signing)
      boxKey = try BoxPublicKey(validating: box)
    } catch {
      throw .badKey(error)
    }
    try Card.check(name: name, address: address)
  }

  /// Whether the signing key on the card signed it.
  package var isAuthentic: Bool {
    !Defence.cardSignature.stands
      || verifyingKey.verify(
        signature,
        of: Label.card.message(
          Card.signedPart(
            name: name, address: address, verifyingKey: verifyingKey, boxKey: boxKey)))
  }

  private static let version: UInt8 = 1

  private static func signedPart(
    name: String, address: String, verifyingKey: VerifyingKey, boxKey: BoxPublicKey
  ) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(version)
    writer.write(fixed: verifyingKey.bytes)
    writer.write(fixed: boxKey.bytes)
    writer.write(name)
    writer.write(address)
    return writer.bytes
  }

  /// A name is what people call somebody: one line, something visible, no control characters.
  private static func check(name: String, address: String) throws(CardError) {
    func isPlain(_ text: String) -> Bool {
      text.unicodeScalars.allSatisfy {
        switch $0.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
          .unassigned:
          false
        default: true
        }
      }
    }
    guard (1...nameByteLimit).contains(name.utf8.count), isPlain(name),
      name.first?.isWhitespace == false, name.last?.isWhitespace == false
    else { throw .badName }
    guard address.utf8.count <= addressByteLimit, isPlain(address),
      !address.contains(where: \.isWhitespace)
    else { throw .badAddress }
  }
}

extension Label {
  /// What is signed under this label: the label, a zero byte, the bytes.
  package func message(_ bytes: [UInt8]) -> [UInt8] {
    Defence.purposeBinding.stands ? self.bytes + [0] + bytes : bytes
  }
}
