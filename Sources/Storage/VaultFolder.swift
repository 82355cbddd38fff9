import POSIX
import Synchronization
package import SystemPackage

/// A vault's folder: a marker, and objects in three areas.
///
/// The folder may be written to by anybody, at any time. Nothing in it is followed, waited for or
/// believed: what is no object under an object's name is passed over and reported.
///
/// Everything is made with the rights that the folder itself has, so whoever opens the folder to
/// others on this machine opens what is added later too.
package final class VaultFolder: ObjectStore {
  /// How many bytes the marker may have.
  package static let markerLimit = 256
  static let markerName: FileName = "conclave"

  /// Where the folder was when it was opened.
  package let path: FilePath
  /// The one line in the file `conclave`, without its end.
  package let marker: String

  let root: Folder
  let folderMode: AccessRights
  let now: @Sendable () -> Int64
  let flushed = Atomic<Int>(0)

  /// How many times this value has waited for the disk.
  package var flushCount: Int { flushed.load(ordering: .relaxed) }

  /// Opens a vault.
  ///
  /// `now` gives seconds since 1970, to tell leftovers from files that are being written.
  package init(
    opening path: FilePath, now: @escaping @Sendable () -> Int64 = { SystemClock.seconds }
  ) throws(StorageError) {
    do throws(Errno) {
      root = try Folder(at: path)
      folderMode = try root.status().mode
    } catch .noSuchFileOrDirectory, .notDirectory {
      throw .notAVault(path)
    } catch {
      throw StorageError(error, while: .opening)
    }
    guard let marker = try Self.readMarker(in: root) else { throw .notAVault(path) }
    self.path = path
    self.marker = marker
    self.now = now
  }

  /// Whether both are one folder, under whatever path.
  package func isSameFolder(as other: VaultFolder) throws(StorageError) -> Bool {
    do throws(Errno) {
      let (mine, theirs) = (try root.status(), try other.root.status())
      return mine.inode == theirs.inode && mine.device == theirs.device
    } catch {
      throw StorageError(error, while: .opening)
    }
  }

  /// Makes a vault in a folder that is empty or does not exist, readable by its owner alone.
  ///
  /// A folder that exists keeps the rights it has. The marker comes last and whole, so what was
  /// begun and stopped is no vault, and can be begun again.
  package convenience init(
    creating path: FilePath, marker: String,
    now: @escaping @Sendable () -> Int64 = { SystemClock.seconds }
  ) throws(StorageError) {
    try Self.makeEmptyFolder(at: path)
    try Self.fill(path, marker: marker)
    try self.init(opening: path, now: now)
  }

  /// The marker of the vault that `folder` is, or nothing when it is none.
  static func readMarker(in folder: borrowing Folder) throws(StorageError) -> String? {
    do throws(Errno) {
      let file = try RegularFile(markerName, in: folder)
      guard file.status.byteCount <= markerLimit else { return nil }
      return oneLine(try file.read(upTo: markerLimit))
    } catch .noSuchFileOrDirectory, .tooManySymbolicLinkLevels, .isDirectory,
      .noSuchAddressOrDevice
    {
      return nil
    } catch {
      throw StorageError(error, while: .reading)
    }
  }

  /// The text of a file that is one line of printable ASCII, ended by one newline.
  private static func oneLine(_ bytes: [UInt8]) -> String? {
    guard bytes.count > 1, bytes.last == UInt8(ascii: "\n"),
      bytes.dropLast().allSatisfy({ (0x20..<0x7f).contains($0) })
    else { return nil }
    return String(decoding: bytes.dropLast(), as: UTF8.self)
  }

  private static func makeEmptyFolder(at path: FilePath) throws(StorageError) {
    do throws(Errno) {
      try Folder.make(at: path, mode: .privateFolder)
    } catch .fileExists {
      // Its contents are looked at below.
    } catch {
      throw StorageError(error, while: .writing)
    }
    do throws(Errno) {
      let strangers = try Folder(at: path).entries().filter { entry in
        let areas = Area.allCases.map { Array($0.rawValue.utf8) }
        return !TemporaryName.isUnfinished(entry.name) && !areas.contains(entry.name)
      }
      guard strangers.isEmpty else { throw Errno.directoryNotEmpty }
    } catch .directoryNotEmpty {
      throw .notEmpty(path)
    } catch {
      throw StorageError(error, while: .listing)
    }
  }

  private static func fill(_ path: FilePath, marker: String) throws(StorageError) {
    let line = Array(marker.utf8) + [UInt8(ascii: "\n")]
    precondition(line.count <= markerLimit && oneLine(line) != nil, "a marker is one short line")
    do throws(Errno) {
      let root = try Folder(at: path)
      let mode = try root.status().mode
      for area in Area.allCases {
        try root.makeFolderIfMissing(area.folderName, mode: mode)
        guard try Folder(area.folderName, in: root).entries().isEmpty else {
          throw Errno.directoryNotEmpty
        }
      }
      try root.writeAtomically(line, to: markerName, mode: mode.forFiles, replacing: false)
    } catch .directoryNotEmpty, .fileExists {
      throw .notEmpty(path)
    } catch {
      throw StorageError(error, while: .writing)
    }
  }
}
