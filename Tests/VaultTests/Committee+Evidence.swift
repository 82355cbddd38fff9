import Casework
import FoundationEssentials
import Forging
import Sealing
import Statements
import Storage
import SystemPackage
import Testing

@testable import Vault

/// Content for attachments: the same for the same size, and no two pieces alike.
struct Evidence: Hashable {
  let byteCount: Int
  private let digest: [UInt8]

  /// Compared by its hash: comparing megabytes takes long in a debug build.
  init(_ bytes: [UInt8]) {
    byteCount = bytes.count
    digest = ObjectDigest.of(bytes)
  }

  init(of count: Int, seed: UInt64 = 7) { self.init(Evidence.bytes(count, seed: seed)) }

  static func bytes(_ count: Int, seed: UInt64 = 7) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    var bytes = [UInt8](repeating: 0, count: count)
    for index in stride(from: 0, to: count, by: 4_001) {
      bytes[index] = UInt8.random(in: 1...255, using: &generator)
    }
    return bytes
  }
}

extension Committee {
  /// A file outside the vault.
  func file(_ name: String, holding bytes: [UInt8]) throws -> FilePath {
    let path = root.appending("files").appending(name)
    try TestFolder.write(bytes, to: path)
    return path
  }

  @discardableResult
  func attach(_ file: FilePath, to codeName: String, by name: String) throws -> NumberedAttachment {
    try self.as(name) { vault in
      try vault.attach(
        OpenVault.NewAttachment(
          .file(file), name: file.lastComponent?.string ?? "", type: "text/plain"),
        to: codeName)
    }
  }

  @discardableResult
  func attach(
    _ file: String, of size: Int, to codeName: String, by name: String, seed: UInt64 = 7
  ) throws -> NumberedAttachment {
    try attach(
      self.file(file, holding: Evidence.bytes(size, seed: seed)), to: codeName, by: name)
  }

  /// What an attachment holds, taken out into a file.
  func extract(_ text: String, of codeName: String, by name: String) throws -> Evidence {
    let folder = root.appending("out-" + UUID().uuidString)
    try FileManager.default.createDirectory(
      atPath: folder.string, withIntermediateDirectories: true)
    let path = try self.as(name) { try $0.extract(text, of: codeName, to: folder).path }
    return Evidence(Array(try Data(contentsOf: URL(fileURLWithPath: path.string))))
  }

  /// The pieces of a case that lie in the folder.
  func pieces(of codeName: String, seenBy name: String) throws -> [ObjectName: KnownPiece] {
    try self.as(name) { try $0.findCase(codeName, allowingPrefix: false).pieces }
  }

  func path(of object: ObjectName) -> String {
    "objects/\(object.hex.prefix(2))/\(object.hex)"
  }
}
