import Defences
import POSIX
import SystemPackage

extension VaultFolder {
  /// The object's bytes.
  ///
  /// The size is looked at before anything is allocated. Whether the bytes belong to the name is not
  /// checked. Throws `.tooLarge` when there are more than `limit`, and `.notRegular` when something
  /// other than a file lies there.
  package func read(
    _ name: ObjectName, in area: Area, limit: Int
  ) throws(StorageError) -> [UInt8] {
    let file = try open(name, in: area)
    let limit = Defence.sizeLimit.stands ? limit : file.status.byteCount
    guard file.status.byteCount <= limit else {
      throw .tooLarge(limit: limit, found: file.status.byteCount)
    }
    do throws(Errno) {
      return try file.read(upTo: limit)
    } catch {
      throw StorageError(error, while: .reading)
    }
  }

  /// The first `byteCount` bytes of an object of any size, or all when there are fewer.
  package func readPrefix(
    _ name: ObjectName, in area: Area, byteCount: Int
  ) throws(StorageError) -> [UInt8] {
    let file = try open(name, in: area)
    do throws(Errno) {
      return try file.read(upTo: byteCount)
    } catch {
      throw StorageError(error, while: .reading)
    }
  }

  /// How many bytes an object has.
  package func byteCount(of name: ObjectName, in area: Area) throws(StorageError) -> Int {
    guard let status = try status(of: name, in: area) else { throw .missing }
    guard status.kind == .regular else { throw .notRegular }
    return status.byteCount
  }

  /// Whether a file, and nothing else, has the object's name.
  package func contains(_ name: ObjectName, in area: Area) throws(StorageError) -> Bool {
    try status(of: name, in: area)?.kind == .regular
  }

  private func status(
    of name: ObjectName, in area: Area
  ) throws(StorageError) -> FileStatus? {
    do throws(Errno) {
      guard let shard = try open(area, shard: name.shard) else { return nil }
      return try shard.statusIfPresent(of: FileName(name))
    } catch {
      throw StorageError(error, while: .reading)
    }
  }

  private func open(
    _ name: ObjectName, in area: Area
  ) throws(StorageError) -> RegularFile {
    do throws(Errno) {
      guard let shard = try open(area, shard: name.shard) else {
        throw Errno.noSuchFileOrDirectory
      }
      return try RegularFile(FileName(name), in: shard)
    } catch {
      throw StorageError(error, while: .opening)
    }
  }
}
