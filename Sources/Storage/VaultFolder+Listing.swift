import Defences
import POSIX
import SystemPackage

extension VaultFolder {
  /// The names in an area, and what else lies there.
  ///
  /// An area that is not there is empty.
  package func names(in area: Area) throws(StorageError) -> Listing {
    var listing = Listing()
    do throws(Errno) {
      guard let folder = try open(area) else { return listing }
      for entry in try folder.entries() {
        guard let kind = try folder.kind(of: entry) else { continue }
        if kind == .folder, let shard = ObjectName.shard(of: entry.name) {
          listing.append(try listed(area, shard: shard))
        } else {
          guard Defence.strangeIsPassedOver.stands else { throw Errno.invalidArgument }
          let reason = StrangeFile.Reason(kind, called: entry.name, expected: .folder)
          listing.passOver(StrangeFile(entry.name, in: "\(area.rawValue)/", reason: reason))
        }
      }
    } catch {
      throw StorageError(error, while: .listing)
    }
    listing.sort()
    return listing
  }

  /// The names in one shard of an area, and what else lies there.
  package func names(in area: Area, shard: UInt8) throws(StorageError) -> Listing {
    do throws(Errno) {
      var listing = try listed(area, shard: shard)
      listing.sort()
      return listing
    } catch {
      throw StorageError(error, while: .listing)
    }
  }

  /// What each shard of an area looks like from outside; a shard that is not there is left out.
  ///
  /// Taken before the shards are listed, never after: what changes in between must show.
  package func shardStamps(in area: Area) throws(StorageError) -> [UInt8: ShardStamp] {
    var stamps: [UInt8: ShardStamp] = [:]
    do throws(Errno) {
      guard let folder = try open(area) else { return stamps }
      for shard in UInt8.min...UInt8.max {
        guard let status = try folder.statusIfPresent(of: FileName(shard: shard)),
          status.kind == .folder
        else { continue }
        stamps[shard] = ShardStamp(status)
      }
    } catch {
      throw StorageError(error, while: .listing)
    }
    return stamps
  }

  private func listed(_ area: Area, shard: UInt8) throws(Errno) -> Listing {
    var listing = Listing()
    guard let folder = try open(area, shard: shard) else { return listing }
    let place = "\(area.rawValue)/\(Hex.string([shard]))/"
    for entry in try folder.entries() {
      guard let kind = try folder.kind(of: entry) else { continue }
      if kind == .regular || !Defence.regularFilesOnly.stands,
        let name = ObjectName(digits: entry.name), name.shard == shard
      {
        listing.names.append(name)
      } else {
        guard Defence.strangeIsPassedOver.stands else { throw Errno.invalidArgument }
        let reason = StrangeFile.Reason(kind, called: entry.name, expected: .regular)
        listing.passOver(StrangeFile(entry.name, in: place, reason: reason))
      }
    }
    return listing
  }
}
