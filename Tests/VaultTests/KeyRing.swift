import Sealing
import Sodium
import Statements
import SystemPackage

@testable import Vault

/// Everything somebody who was taken out may have kept: their identity and every epoch key that was
/// ever granted to them or lay in their memory.
///
/// Knows nothing of entitlement. It tries every key it holds on every object of a folder.
final class KeyRing {
  let vault: VaultID
  let holder: Identity
  private let region = KeyRegion()
  private(set) var keys: [EpochID: GrantedKey] = [:]

  init(of person: Committee.Person, in vault: VaultID) {
    self.vault = vault
    holder = person.identity
  }

  /// Opens every grant in a folder with the identity.
  @discardableResult
  func take(from folder: FilePath) -> Self {
    for (path, bytes) in TestFolder.files(below: folder) where path.hasPrefix("grants/") {
      guard let grant = try? Grant(bytes),
        let granted = try? holder.open(grant, in: vault, into: region)
      else { continue }
      for key in granted { keys[key.epoch] = key }
    }
    return self
  }

  /// Takes every key in a member's memory, as their own client holds it.
  func take(from open: OpenVault) {
    for id in open.copy.index.entries.keys {
      for (epoch, key) in open.copy.recall(id).keys {
        let held = key.held.withSpan { region.hold($0) }
        keys[epoch] = GrantedKey(compartment: id, epoch: epoch, key: EpochKey(held: held))
      }
    }
  }

  /// The compartments of which something in the folder opens, with how many objects do.
  ///
  /// Every key is tried on every object, as a pack of every compartment and epoch it is known for
  /// and of every other one on the ring.
  func opens(in folder: FilePath) -> [CompartmentID: Int] { opens(.pack, in: folder) }

  /// The same for pieces of attachments.
  func opensPieces(in folder: FilePath) -> [CompartmentID: Int] { opens(.piece, in: folder) }

  private func opens(_ kind: SealedKind, in folder: FilePath) -> [CompartmentID: Int] {
    var opened: [CompartmentID: Int] = [:]
    for (path, bytes) in TestFolder.files(below: folder) where path.hasPrefix("objects/") {
      guard let object = try? SealedObject(bytes) else { continue }
      for place in keys.values {
        let context = SealContext(
          kind: kind, vault: vault, compartment: place.compartment, epoch: place.epoch)
        if keys.values.contains(where: { (try? object.open(in: context, with: $0.key)) != nil }) {
          opened[place.compartment, default: 0] += 1
        }
      }
    }
    return opened
  }

  /// The statements of one compartment that the keys on the ring open.
  func statements(of compartment: CompartmentID, in folder: FilePath) -> [Statement] {
    var found: [Statement] = []
    for (path, bytes) in TestFolder.files(below: folder) where path.hasPrefix("objects/") {
      guard let object = try? SealedObject(bytes) else { continue }
      for key in keys.values where key.compartment == compartment {
        let context = SealContext(
          kind: .pack, vault: vault, compartment: compartment, epoch: key.epoch)
        guard let plain = try? object.open(in: context, with: key.key),
          let pack = try? Pack(decoding: plain)
        else { continue }
        found += pack.statements.compactMap { try? Statement(decoding: $0) }
      }
    }
    return found
  }
}
