import Sealing
import Sodium
import Storage
import SystemPackage

/// What this machine remembers of one vault for one member, outside the vault and sealed.
///
/// A cache, and more: it makes the view of this machine monotone, and holds what this machine wrote
/// until others have it. Losing it costs time and that protection, never a record. Everything lies
/// in small files under names that tell nothing; the key is derived from the identity.
struct Memory: Sendable {
  static let byteLimit = 256 << 20

  let folder: FilePath
  private let vault: VaultID
  private let key: EpochKey

  /// The memory in `root`, the folder for memories of all vaults and members.
  init(in root: FilePath, of vault: VaultID, for member: MemberID, key: EpochKey) throws(VaultError)
  {
    folder = root.appending(vault.short).appending(member.short)
    self.vault = vault
    self.key = key
    do throws(StorageError) {
      try PrivateFolder.make(at: folder)
    } catch {
      throw .storage(error, .memory)
    }
  }

  /// Waits for whoever else uses this memory.
  func lock(waiting seconds: Double, onWait: () -> Void) throws(VaultError) -> VaultLock {
    do throws(StorageError) {
      return try VaultLock(on: folder, waiting: seconds, onWait: onWait)
    } catch {
      throw .storage(error, .memory)
    }
  }

  func quarantine(at now: @escaping @Sendable () -> Int64) -> Quarantine {
    Quarantine(at: folder.appending("quarantine"), now: now)
  }

  /// What is remembered under `name`; nil when nothing is, or nothing that opens.
  func recall(_ name: String) -> [UInt8]? {
    guard let bytes = try? PrivateFile.read(path(of: name), limit: Memory.byteLimit),
      let sealed = try? SealedObject(bytes)
    else { return nil }
    return try? sealed.open(in: context, with: key)
  }

  /// Remembers `bytes` under `name`; `durably` waits for the disk.
  func remember(_ bytes: [UInt8], as name: String, durably: Bool = false) throws(VaultError) {
    let sealed = SealedObject(sealing: bytes, in: context, with: key)
    do throws(StorageError) {
      try PrivateFile.write(sealed.bytes, to: path(of: name), replacing: true, durably: durably)
    } catch {
      throw .storage(error, .memory)
    }
  }

  /// Remembers what one compartment's keys and objects are.
  func remember(_ compartment: CompartmentMemory, of id: CompartmentID) throws(VaultError) {
    let secret = compartment.encoded()
    let sealed = secret.withSpan { SealedObject(sealing: $0, in: context, with: key) }
    do throws(StorageError) {
      try PrivateFile.write(
        sealed.bytes, to: path(of: Memory.name(of: id)), replacing: true, durably: false)
    } catch {
      throw .storage(error, .memory)
    }
  }

  func recall(_ id: CompartmentID, into region: KeyRegion) -> CompartmentMemory? {
    guard
      let bytes = try? PrivateFile.read(path(of: Memory.name(of: id)), limit: Memory.byteLimit),
      let sealed = try? SealedObject(bytes),
      let content = try? sealed.openSecret(in: context, with: key)
    else { return nil }
    return content.withSpan { CompartmentMemory(decoding: $0, into: region) }
  }

  static func name(of id: CompartmentID) -> String { "compartment/" + id.hex }

  /// Waits until what was remembered is on the disk.
  func flush() throws(VaultError) {
    do throws(StorageError) {
      try PrivateFolder.flush(at: folder)
    } catch {
      throw .storage(error, .memory)
    }
  }

  func forget(_ name: String) throws(VaultError) {
    do throws(StorageError) {
      try PrivateFile.remove(path(of: name))
    } catch {
      throw .storage(error, .memory)
    }
  }

  private var context: SealContext { SealContext(kind: .memory, vault: vault) }

  private func path(of name: String) -> FilePath { folder.appending(key.nameInMemory(of: name)) }
}
