import FoundationEssentials
import SystemPackage

/// Folders for tests, removed afterwards.
enum TestFolder {
  static func make() throws -> FilePath {
    // Short, because every step of a path is checked again and again in a debug build.
    let url = FileManager.default.temporaryDirectory.appending(
      path: "ct-\(UUID().uuidString.prefix(12))")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return FilePath(url.path)
  }

  static func remove(_ path: FilePath) {
    try? FileManager.default.removeItem(atPath: path.string)
  }

  /// Every file below `path`, by its path from there.
  static func files(below path: FilePath) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in (try? FileManager.default.subpathsOfDirectory(atPath: path.string)) ?? [] {
      let full = path.appending(name).string
      var isFolder = false
      guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder,
        let data = FileManager.default.contents(atPath: full)
      else { continue }
      files[name] = Array(data)
    }
    return files
  }

  /// Every file below `path` with its bytes, the one that was written first coming first.
  static func filesByAge(below path: FilePath) throws -> [(path: String, bytes: [UInt8])] {
    try files(below: path).map { name, bytes in
      let values = try FileManager.default.attributesOfItem(
        atPath: path.appending(name).string)
      return (values[.modificationDate] as? Date ?? .distantPast, name, bytes)
    }
    .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    .map { ($0.1, $0.2) }
  }

  static func copy(_ from: FilePath, to: FilePath) throws {
    try FileManager.default.copyItem(atPath: from.string, toPath: to.string)
  }
}
