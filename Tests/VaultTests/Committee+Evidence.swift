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
enum Evidence {
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

  /// What an attachment holds, taken out into a file.
  func extract(_ text: String, of codeName: String, by name: String) throws -> [UInt8] {
    let folder = root.appending("out-" + UUID().uuidString)
    try FileManager.default.createDirectory(
      atPath: folder.string, withIntermediateDirectories: true)
    let path = try self.as(name) { try $0.extract(text, of: codeName, to: folder).path }
    return Array(try Data(contentsOf: URL(fileURLWithPath: path.string)))
  }

  /// The pieces of a case that lie in the folder.
  func pieces(of codeName: String, seenBy name: String) throws -> [ObjectName: KnownPiece] {
    try self.as(name) { try $0.findCase(codeName, allowingPrefix: false).pieces }
  }

  func path(of object: ObjectName) -> String {
    "objects/\(object.hex.prefix(2))/\(object.hex)"
  }
}
