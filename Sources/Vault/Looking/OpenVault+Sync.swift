import Defences
import POSIX
import Sealing
import Statements
import Storage
package import Sync
package import SystemPackage

/// Bringing this copy and another together: pull, reconcile, push.
extension OpenVault {
  /// Merges with the copy of this vault in `path`, trusting nothing it says.
  ///
  /// A folder that is empty or missing becomes a copy of everything. What this member knows as
  /// superseded is neither pulled nor pushed, and removed there; what they cannot open is not
  /// theirs to push, and when the other copy no longer holds it, it leaves this one too.
  package func sync(with path: FilePath) throws(VaultError) -> CopyReport {
    let (remote, isNew) = try openRemote(at: path)
    var report = CopyReport()
    if !isNew {
      let superseded = copy.index.superseded
      let pulled = try exchange(from: remote, to: copy.folder) { name, _ in
        !superseded.contains(MemoryIndex.ObjectID(name.bytes))
          || !Defence.supersededStaysOut.stands
      }
      report = pulled
      try lookAgain()
    }
    try reconcile(all: report.pulled > 0)
    let unopened = Set(copy.objects.unopened.keys)
    let pushed = try push(to: remote, everything: isNew)
    report.pushed = pushed.pulled
    report.byteCount += pushed.byteCount
    report.damaged += pushed.damaged
    // Nothing is taken out anywhere while anything is damaged: what is superseded here might be the
    // last whole copy of what supersedes it.
    if !isNew, isWhole(having: report) {
      report.removed = try removeSuperseded(in: remote)
      report.quarantined = try followDeletions(in: remote, unopened)
    }
    copy.index.lastSync = now
    copy.index.lastRemote = try absolute(path).string
    return report
  }

  /// Gives another copy what it lacks and is this member's to give.
  func push(to remote: VaultFolder, everything: Bool) throws(VaultError) -> CopyReport {
    let unopened = copy.objects.unopened
    let place = try absolute(remote.path).string
    let report = try exchange(from: copy.folder, to: remote) { name, area in
      everything || area != .objects || unopened[name] == nil
        || copy.index.toPush[MemoryIndex.ObjectID(name.bytes)]?.contains(place) == false
    }
    for object in copy.index.toPush.keys { copy.index.toPush[object]?.insert(place) }
    return report
  }

  /// The copy this one was last synced with, or made from; nil when it is the only one known.
  func lastRemote() throws(VaultError) -> VaultFolder? {
    guard let place = copy.index.lastRemote, place != copy.objects.place else { return nil }
    return try openRemote(at: FilePath(place)).0
  }

  func absolute(_ path: FilePath) throws(VaultError) -> FilePath {
    try VaultCopy.absolute(path, .remote)
  }

  /// Whether everything this command has read and copied was whole.
  private func isWhole(having copied: CopyReport) -> Bool {
    guard Defence.wholeBeforeTakingOut.stands else { return true }
    return copied.damaged.isEmpty
      && compartments.values.allSatisfy {
        $0.damaged.isEmpty && $0.lost.isEmpty && $0.lostPieces.isEmpty
      }
  }

  private func openRemote(at path: FilePath) throws(VaultError) -> (VaultFolder, isNew: Bool) {
    do throws(StorageError) {
      let remote = try VaultFolder(opening: path)
      guard Marker(remote.marker)?.vault == id else { throw StorageError.notAVault(path) }
      if try remote.isSameFolder(as: copy.folder) { throw StorageError.exists }
      return (remote, false)
    } catch .exists {
      throw .remoteIsThisVault
    } catch .notAVault {
      // Empty or missing: a first copy. Anything else in the folder is refused by creating.
      if let other = try? VaultFolder(opening: path), other.marker != copy.folder.marker {
        throw .anotherVault
      }
      // A copy inside the vault would be no second one.
      let here = try absolute(copy.folder.path)
      guard try !absolute(path).starts(with: here) else { throw .remoteIsThisVault }
      do throws(StorageError) {
        return (try VaultFolder(creating: path, marker: copy.folder.marker), true)
      } catch {
        throw .storage(error, .remote)
      }
    } catch {
      throw .storage(error, .remote)
    }
  }

  private func exchange(
    from: VaultFolder, to: VaultFolder, where isWanted: (ObjectName, Area) -> Bool
  ) throws(VaultError) -> CopyReport {
    do throws(StorageError) {
      return try VaultExchange(from: from, to: to).copy(where: isWanted) { done, count in
        progress(.copying, done, count)
      }
    } catch {
      throw .storage(error, .remote)
    }
  }

  /// Takes in what was pulled, without leaving the command.
  private func lookAgain() throws(VaultError) {
    for compartment in compartments.values { try remember(compartment) }
    compartments = [:]
    try copy.discover()
    try readRoster()
  }

  /// Deleting in another copy is a reader's act: only what this member could read is removed, and it
  /// lies in this machine's quarantine for thirty days.
  private func removeSuperseded(in remote: VaultFolder) throws(VaultError) -> Int {
    do throws(StorageError) {
      let there = try remote.names(in: .objects).names
      let old = there.filter {
        copy.index.superseded.contains(MemoryIndex.ObjectID($0.bytes))
      }
      try copy.quarantine.take(old, in: .objects, from: remote)
      return old.count
    } catch {
      throw .storage(error, .remote)
    }
  }

  private func followDeletions(
    in remote: VaultFolder, _ unopened: Set<ObjectName>
  ) throws(VaultError) -> Int {
    let gone: [ObjectName]
    let place = try absolute(remote.path).string
    do throws(StorageError) {
      let there = Set(try remote.names(in: .objects).names)
      // What this member wrote and the other copy never had is not its to take away.
      gone = unopened.subtracting(there).filter {
        copy.index.toPush[MemoryIndex.ObjectID($0.bytes)]?.contains(place) != false
      }.sorted()
      try copy.quarantine.take(gone, in: .objects, from: copy.folder)
    } catch {
      throw .storage(error, .remote)
    }
    for name in gone { copy.objects.remove(name, in: .objects) }
    return gone.count
  }
}
