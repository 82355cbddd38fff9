package import Casework
package import Sealing
import Statements
import Storage

extension OpenVault {
  /// Makes a new vault in an empty folder, with the member behind `holder` as its chair and first
  /// key holder.
  package static func create(
    _ settings: Settings, for holder: any KeyHolder, policy: Policy
  ) throws(VaultError) -> OpenVault {
    let time = settings.now()
    let founding = Statement(
      .founding(.roster(chair: holder.card, policy: policy.token)), in: nil, nil, after: [],
      standingOn: nil, at: time, by: holder)
    let vault = VaultID(founding.id.bytes)
    let rosterID = founding.compartment
    do throws(StorageError) {
      _ = try VaultFolder(creating: settings.vault, marker: Marker(vault: vault).line)
    } catch {
      throw .storage(error, .vault)
    }
    // The roster's first pack holds its founding and its first epoch.
    let copy = try VaultCopy(
      at: settings.vault, for: holder, rememberingIn: settings.memories, isNew: true,
      waiting: settings.patience, onWait: {}, now: settings.now)
    let key = EpochKey.random(in: copy.region)
    let epoch = key.epoch(of: rosterID, in: vault)
    let first = Statement(
      .epoch(EpochStatement(epoch: epoch, readers: [holder.member], predecessors: [])),
      in: vault, rosterID, after: [founding.id], standingOn: founding.id, at: time, by: holder)
    let pack = SealedObject(
      sealing: Pack(statements: [founding.record, first.record]).encoded(),
      in: SealContext(kind: .pack, vault: vault, compartment: rosterID, epoch: epoch), with: key)
    let granted = GrantedKey(compartment: rosterID, epoch: epoch, key: key)
    let grant: Grant
    do throws(GrantError) {
      grant = try Grant(of: [granted], in: vault, to: [holder.card.boxKey])
    } catch {
      throw .grant(error)
    }
    try copy.put([
      StoredObject(
        ObjectName(bytes: ObjectDigest.of(grant.bytes)), in: .grants, bytes: grant.bytes),
      StoredObject(ObjectName(bytes: ObjectDigest.of(pack.bytes)), in: .objects, bytes: pack.bytes),
    ])
    copy.objects.startOver()
    copy.holdFirst(granted)
    let opened = try OpenVault(copy, settings: settings)
    _ = try opened.found(.sheet)
    try opened.commit()
    opened.copy.index.reconciled = opened.state.act
    try opened.close()
    return opened
  }

  package var policy: Policy {
    guard case .roster(_, let policy) = rosterCompartment.state.founding else { return .psf }
    return Policy(rawValue: policy) ?? .psf
  }
}
