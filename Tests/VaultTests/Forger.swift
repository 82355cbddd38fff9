import FoundationEssentials
import Sealing
import Statements
import Storage
import SystemPackage

@testable import Vault

/// Writes what no client of ours would write: statements of any content and any parents, sealed with
/// whatever keys somebody holds, dropped straight into a folder.
struct Forger {
  let holder: any KeyHolder
  let vault: VaultID
  var time: Int64 = 1_780_000_000

  func statement(
    _ content: StatementContent, in compartment: CompartmentID, after parents: [StatementID],
    on roster: StatementID
  ) -> Statement {
    Statement(
      content, in: vault, compartment, after: parents, standingOn: roster, at: time, by: holder)
  }

  /// Seals statements as a pack of one compartment.
  func pack(
    _ statements: [Statement], of compartment: CompartmentID, under key: GrantedKey
  ) -> [UInt8] {
    SealedObject(
      sealing: Pack(statements: statements.map(\.record)).encoded(),
      in: SealContext(
        kind: .pack, vault: vault, compartment: compartment, epoch: key.epoch),
      with: key.key
    ).bytes
  }

  /// Drops an object under the name its bytes have, or under another.
  @discardableResult
  static func plant(
    _ bytes: [UInt8], as name: String? = nil, in area: Area = .objects, of folder: FilePath
  ) throws -> String {
    let name = name ?? ObjectDigest.of(bytes).lowercaseHex
    let shard = folder.appending(area.rawValue).appending(String(name.prefix(2)))
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: shard.string), withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: shard.appending(name).string))
    return "\(area.rawValue)/\(name.prefix(2))/\(name)"
  }
}

extension TestFolder {
  static func write(_ bytes: [UInt8], to path: FilePath) throws {
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: path.removingLastComponent().string),
      withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: path.string))
  }

  /// Makes `path` what it was when `earlier` was copied from it.
  static func restore(_ path: FilePath, from earlier: FilePath) throws {
    remove(path)
    try copy(earlier, to: path)
  }
}
