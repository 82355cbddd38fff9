import Defences
import POSIX
package import Sealing
import Sodium
import Statements
import Storage
package import Sync
package import SystemPackage

extension OpenVault {
  /// What joining found.
  package struct Joined {
    package let vault: OpenVault
    package let copied: CopyReport?
  }

  /// Opens a vault this machine does not know yet: in place, or as a working copy of `source`.
  ///
  /// With an invitation the folder must be the vault it names, and its roster must contain the act
  /// and the person the invitation names; an older roster is refused. Without one the caller has
  /// shown the vault's words to the person and they agreed.
  package static func join(
    _ settings: Settings, copying source: FilePath?, for holder: any KeyHolder,
    invitation: Invitation?
  ) throws(VaultError) -> Joined {
    var report: CopyReport?
    if let source { report = try makeWorkingCopy(of: source, settings, invitation: invitation) }
    let folder: VaultFolder
    do throws(StorageError) {
      folder = try VaultFolder(opening: settings.vault, now: settings.now)
    } catch {
      throw .storage(error, .vault)
    }
    guard let marker = Marker(folder.marker) else { throw .unknownFormat(settings.vault) }
    if let invitation, invitation.vault != marker.vault { throw .invitationForAnotherVault }
    let vault = try OpenVault(settings, for: holder, isNew: true)
    if let invitation { try vault.check(invitation) }
    guard vault.me != nil else { throw .notOnTheRoster }
    try vault.reconcile()
    if let source { vault.copy.index.lastRemote = try vault.absolute(source).string }
    try vault.close()
    return Joined(vault: vault, copied: report)
  }

  /// The id of the vault in a folder, to be shown before it is trusted.
  package static func vaultID(at path: FilePath) throws(VaultError) -> VaultID {
    do throws(StorageError) {
      guard let marker = Marker(try VaultFolder(opening: path).marker) else {
        throw StorageError.notAVault(path)
      }
      return marker.vault
    } catch {
      throw .storage(error, .vault)
    }
  }

  private func check(_ invitation: Invitation) throws(VaultError) {
    guard roster.path.contains(invitation.roster) || !Defence.invitationRoster.stands else {
      throw .rosterOlderThanInvitation
    }
    guard everyone[MemberID(invitation.inviter.bytes)] != nil else { throw .inviterNotOnRoster }
    // From now on this machine follows no branch that leaves out what the invitation named.
    let position = roster.position(of: invitation.roster)
    copy.index.held.formUnion(roster.path[0...position])
  }

  private static func makeWorkingCopy(
    of source: FilePath, _ settings: Settings, invitation: Invitation?
  ) throws(VaultError) -> CopyReport {
    let from: VaultFolder
    do throws(StorageError) {
      from = try VaultFolder(opening: source)
    } catch {
      throw .storage(error, .remote)
    }
    guard let marker = Marker(from.marker) else { throw .unknownFormat(source) }
    if let invitation, invitation.vault != marker.vault { throw .invitationForAnotherVault }
    do throws(StorageError) {
      let to = try VaultFolder(creating: settings.vault, marker: from.marker)
      return try VaultExchange(from: from, to: to).copyAll { done, count in
        settings.progress(.copying, done, count)
      }
    } catch {
      throw .storage(error, .remote)
    }
  }

  /// A fresh invitation, to be handed to a member.
  package func invitation() -> Invitation {
    Invitation(to: id, standingOn: state.act, by: holder)
  }
}
