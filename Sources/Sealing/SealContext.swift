import Defences

/// What kind of thing is sealed; a thing sealed as one kind never opens as another.
package enum SealedKind: UInt8, Sendable, CaseIterable {
  case pack = 1
  case grant = 2
  case memory = 3
  /// A part of an attachment.
  case piece = 4
}

/// Where a sealed object belongs.
///
/// It opens nowhere else.
package struct SealContext: Hashable, Sendable {
  package let kind: SealedKind
  package let vault: VaultID
  package let compartment: CompartmentID
  package let epoch: EpochID

  package init(kind: SealedKind, vault: VaultID, compartment: CompartmentID, epoch: EpochID) {
    self.kind = kind
    self.vault = vault
    self.compartment = compartment
    self.epoch = epoch
  }

  /// A context that is no compartment's: grants and the memory.
  package init(kind: SealedKind, vault: VaultID) {
    let nothing = [UInt8](repeating: 0, count: 32)
    self.init(
      kind: kind, vault: vault, compartment: CompartmentID(nothing), epoch: EpochID(nothing))
  }

  func derivation(salt: [UInt8]) -> [UInt8] {
    var writer = ByteWriter(reserving: 200)
    writer.write(Label.objectSeal.bytes)
    guard Defence.contextBinding.stands else {
      writer.write(salt)
      return writer.bytes
    }
    writer.write([kind.rawValue])
    writer.write(vault.bytes)
    writer.write(compartment.bytes)
    writer.write(epoch.bytes)
    writer.write(salt)
    return writer.bytes
  }
}
