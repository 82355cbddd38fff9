import POSIX
package import SystemPackage

/// Objects taken out of a vault, kept outside it for some days in case they are missed.
///
/// They lie in `folder/DAY/AREA/NAME`, where the day is counted from 1970, so that nothing about them
/// is written anywhere else.
package struct Quarantine: Sendable {
  /// For how many days an object is kept.
  package static let dayCount: Int64 = 30

  package let folder: FilePath
  private let now: @Sendable () -> Int64

  /// A quarantine in `folder`, which is made when it is first needed.
  ///
  /// `now` gives seconds since 1970.
  package init(
    at folder: FilePath, now: @escaping @Sendable () -> Int64 = { SystemClock.seconds }
  ) {
    self.folder = folder
    self.now = now
  }

  /// An object in quarantine.
  package struct Held: Hashable, Sendable {
    package let name: ObjectName
    package let area: Area
    /// The day it came, counted from 1970.
    package let day: Int64
  }

  private var today: Int64 { now() / 86_400 }

  /// Moves objects out of a vault; one that is not there is no error.
  package func take(
    _ names: [ObjectName], in area: Area, from vault: VaultFolder
  ) throws(StorageError) {
    guard !names.isEmpty else { return }
    try vault.moveOut(names, in: area, to: path(of: area, on: today))
  }

  /// What is held, the oldest first.
  package func held() throws(StorageError) -> [Held] {
    var held: [Held] = []
    do throws(Errno) {
      for day in try days() {
        for area in Area.allCases {
          guard let folder = try Folder(ifPresentAt: path(of: area, on: day)) else { continue }
          for entry in try folder.entries() {
            guard let name = ObjectName(digits: entry.name) else { continue }
            held.append(Held(name: name, area: area, day: day))
          }
        }
      }
    } catch {
      throw StorageError(error, while: .listing)
    }
    return held.sorted { ($0.day, $0.area.rawValue, $0.name) < ($1.day, $1.area.rawValue, $1.name) }
  }

  /// The bytes of a held object, of which there may be at most `limit`.
  package func read(_ held: Held, limit: Int) throws(StorageError) -> [UInt8] {
    try PrivateFile.read(path(of: held), limit: limit)
  }

  /// Puts a held object back into a store, and holds it no longer.
  package func giveBack(
    _ held: Held, to store: some ObjectStore, limit: Int
  ) throws(StorageError) {
    let bytes = try read(held, limit: limit)
    try store.put([StoredObject(held.name, in: held.area, bytes: bytes)], durably: true)
    try PrivateFile.remove(path(of: held))
  }

  /// Removes objects at once, on whatever day they came, as an erasure demands.
  package func forget(_ names: Set<ObjectName>, in area: Area) throws(StorageError) {
    do throws(Errno) {
      for day in try days() {
        try remove(from: area, on: day) { $0.map(names.contains) ?? false }
      }
    } catch {
      throw StorageError(error, while: .removing)
    }
  }

  /// Removes what came more than thirty days ago, and says how many objects that were.
  @discardableResult
  package func forgetExpired() throws(StorageError) -> Int {
    var count = 0
    do throws(Errno) {
      for day in try days() where day < today - Self.dayCount {
        // Whatever lies there: also half a copy that a process left when it was stopped.
        for area in Area.allCases { count += try remove(from: area, on: day) { _ in true } }
        try removeEmptyFolders(of: day)
      }
    } catch {
      throw StorageError(error, while: .removing)
    }
    return count
  }

  /// Removes files of one area and day, waits once for the disk, and counts the objects among them.
  @discardableResult
  private func remove(
    from area: Area, on day: Int64, where isUnwanted: (ObjectName?) -> Bool
  ) throws(Errno) -> Int {
    guard let folder = try Folder(ifPresentAt: path(of: area, on: day)) else { return 0 }
    var count = 0
    for entry in try folder.entries() {
      let object = ObjectName(digits: entry.name)
      guard isUnwanted(object), let name = FileName(bytes: entry.name) else { continue }
      try folder.remove(name)
      if object != nil { count += 1 }
    }
    try folder.flush()
    return count
  }

  private func path(of area: Area, on day: Int64) -> FilePath {
    folder.appending(String(day)).appending(area.rawValue)
  }

  private func path(of held: Held) -> FilePath {
    path(of: held.area, on: held.day).appending(held.name.hex)
  }

  private func days() throws(Errno) -> [Int64] {
    guard let folder = try Folder(ifPresentAt: folder) else { return [] }
    return try folder.entries().compactMap { Int64(String(decoding: $0.name, as: UTF8.self)) }
  }

  private func removeEmptyFolders(of day: Int64) throws(Errno) {
    guard let folder = try Folder(ifPresentAt: folder), let dayName = FileName(String(day)) else {
      return
    }
    do throws(Errno) {
      let dayFolder = try Folder(dayName, in: folder)
      for area in Area.allCases where try dayFolder.statusIfPresent(of: area.folderName) != nil {
        try dayFolder.removeFolder(area.folderName)
      }
      try folder.removeFolder(dayName)
    } catch .directoryNotEmpty {
      return
    }
  }
}

extension Folder {
  /// Opens the folder at a path of this user's own, or nothing when there is none.
  fileprivate init?(ifPresentAt path: FilePath) throws(Errno) {
    do throws(Errno) {
      self = try Folder(at: path)
    } catch .noSuchFileOrDirectory {
      return nil
    }
  }
}
