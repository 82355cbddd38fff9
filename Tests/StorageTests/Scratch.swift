import POSIX
import Storage
import SystemPackage

/// A folder of one test's own, removed with everything in it.
final class Scratch: Sendable {
  let path: FilePath

  init(in parent: FilePath = "/tmp") throws {
    path = parent.appending("conclave-test-\(UInt64.random(in: 0...UInt64.max))")
    try Folder.make(at: path, mode: .privateFolder)
  }

  deinit {
    do {
      try Self.remove(path)
    } catch {
      print("left behind: \(path)")
    }
  }

  /// A new vault in this folder.
  func vault(now: @escaping @Sendable () -> Int64 = { SystemClock.seconds }) throws -> VaultFolder {
    try VaultFolder(creating: path.appending("vault"), marker: "conclave 1 test", now: now)
  }

  /// Every file below the folder, as paths relative to it, without the folders.
  func files(below relative: String = "") throws -> [String] {
    try Folder(at: path.appending(relative)).entries().flatMap { entry in
      let name = String(decoding: entry.name, as: UTF8.self)
      let path = relative.isEmpty ? name : relative + "/" + name
      return entry.kind == .folder ? try files(below: path) : [path]
    }.sorted()
  }

  private static func remove(_ path: FilePath) throws(Errno) {
    let folder = try Folder(at: path)
    for entry in try folder.entries() {
      guard let name = FileName(bytes: entry.name) else { continue }
      if entry.kind == .folder {
        try remove(path.appending(String(decoding: entry.name, as: UTF8.self)))
      } else {
        try folder.remove(name)
      }
    }
    guard let last = FileName(lastOf: path) else { return }
    try Folder(at: path.removingLastComponent()).removeFolder(last)
  }
}

extension ObjectName {
  /// A name that begins with `first` and ends with `number`.
  static func sample(_ number: Int = 0, first: UInt8 = 0x3f) -> ObjectName {
    var bytes = [UInt8](repeating: 0, count: byteCount)
    bytes[0] = first
    for place in 0..<8 { bytes[31 - place] = UInt8(truncatingIfNeeded: number >> (8 * place)) }
    return ObjectName(bytes: bytes)
  }
}

extension VaultFolder {
  /// Where an object lies.
  func path(of name: ObjectName, in area: Area = .objects) -> FilePath {
    folder(of: name, in: area).appending(name.hex)
  }

  /// The folder in which an object lies.
  func folder(of name: ObjectName, in area: Area = .objects) -> FilePath {
    path.appending(area.rawValue).appending(String(name.hex.prefix(2)))
  }

  func put(_ name: ObjectName, bytes: [UInt8] = [1, 2, 3], durably: Bool = false) throws {
    try put([StoredObject(name, in: .objects, bytes: bytes)], durably: durably)
  }
}
