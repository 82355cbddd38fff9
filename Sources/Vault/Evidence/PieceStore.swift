import Sealing
import Storage

/// Seals and opens pieces of one compartment; on all cores at once, and never more of them in memory
/// than there are cores.
struct PieceStore: Sendable {
  let vault: VaultID
  let compartment: CompartmentID
  let keys: [EpochID: EpochKey]
  let folder: VaultFolder

  /// How many pieces are worked on between two waits for the disk: 64 MiB.
  static let groupCount = 16

  /// The padded content of a piece.
  func open(_ name: ObjectName, at epoch: EpochID) throws(DamagedObject.Reason) -> [UInt8] {
    guard let key = keys[epoch] else { throw .notAuthentic }
    let bytes: [UInt8]
    do throws(StorageError) {
      bytes = try folder.read(name, in: .objects, limit: PieceLayout.objectByteCount)
    } catch {
      throw error == .missing ? .gone : .unreadable
    }
    do throws(OpenError) {
      return try SealedObject(bytes).open(in: context(epoch), with: key)
    } catch {
      throw ObjectDigest.of(bytes) == name.bytes ? .notAuthentic : .wrongName
    }
  }

  /// Seals a piece and writes it without waiting for the disk.
  func write(
    _ piece: [UInt8], _ digest: PieceDigest, at epoch: EpochID
  ) throws(StorageError) -> ObjectName {
    guard let key = keys[epoch] else {
      preconditionFailure("an epoch whose key is held is written into")
    }
    let sealed = SealedObject(sealingPiece: piece, of: digest, in: context(epoch), with: key)
    let name = ObjectName(bytes: ObjectDigest.of(sealed.bytes))
    try folder.putUnflushed(StoredObject(name, in: .objects, bytes: sealed.bytes))
    return name
  }

  private func context(_ epoch: EpochID) -> SealContext {
    SealContext(kind: .piece, vault: vault, compartment: compartment, epoch: epoch)
  }
}

extension OpenVault {
  func pieceStore(of compartment: Compartment) -> PieceStore {
    PieceStore(
      vault: id, compartment: compartment.id, keys: compartment.memory.keys, folder: copy.folder)
  }
}
