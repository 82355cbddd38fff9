import Casework
import Sealing
import Statements
import SystemPackage

import Testing
@testable import Vault

/// Ready-made histories.
extension Committee {
  /// A committee of `names`, the first of whom founds the vault and onboards the others.
  convenience init(of names: String..., copies: Set<String> = []) throws {
    try self.init()
    try found(by: names[0])
    for name in names.dropFirst() {
      if copies.contains(name) { giveCopy(to: name) }
      try onboard(name, by: names[0])
    }
  }

  @discardableResult
  func openCase(
    _ codeName: String, by opener: String, admitting others: [String] = [],
    hiddenFrom hidden: [String] = [], report: String = "Somebody shouted."
  ) throws -> CompartmentID {
    var new = OpenVault.NewCase()
    new.codeName = CodeName(reading: codeName)
    new.report = report
    new.admitted = others
    new.hiddenFrom = hidden
    return try self.as(opener) { vault in
      let opened = try vault.openCase(new)
      return try #require(vault.caseNames.first { $0.codeName == opened.codeName }).id
    }
  }

  @discardableResult
  func write(_ text: String, in codeName: String, by name: String) throws -> Int {
    try self.as(name) { try $0.add(Entry(kind: .discussion, text: text), to: codeName) }
  }

  func texts(of codeName: String, seenBy name: String) throws -> Set<String> {
    try self.as(name) { Set(try $0.showCase(codeName).record.entries.map(\.entry.text)) }
  }

  func lateTexts(of codeName: String, seenBy name: String) throws -> Set<String> {
    try self.as(name) { Set(try $0.showCase(codeName).record.late.map(\.entry.text)) }
  }

  func readers(of codeName: String, seenBy name: String) throws -> [String] {
    try self.as(name) { try $0.showCase(codeName).readers }
  }

  /// A command that changes nothing.
  func look(_ name: String) throws { try self.as(name) { _ in } }

  func reads(_ codeName: String, _ name: String) throws -> Bool {
    try self.as(name) { vault in
      do throws(VaultError) {
        _ = try vault.showCase(codeName)
        return true
      } catch .caseNotOpen {
        return false
      }
    }
  }

  var vault: VaultID { get throws { try OpenVault.vaultID(at: shared) } }

  /// What `name` may have kept up to now: all keys in their grants and in their memory.
  func ring(of name: String) throws -> KeyRing {
    let ring = KeyRing(of: try person(name), in: try vault)
    ring.take(from: shared)
    try self.as(name) { ring.take(from: $0) }
    return ring
  }

  @discardableResult
  func person(
    _ codeName: String, named name: String, in caseName: String, by holder: String
  ) throws -> CompartmentID {
    try self.as(holder) { vault in
      _ = try vault.newPerson(codeName, names: [name], aliases: [])
      _ = try vault.link(caseName, to: codeName)
      let entry = vault.ids(of: .person).first {
        vault.copy.index.entries[$0]?.label == PersonCodeName(reading: codeName)?.text
      }
      return try #require(entry)
    }
  }

  func makeKeyHolder(_ name: String, by chair: String) throws {
    try self.as(chair) { _ = try $0.setKeyHolder(name, to: true) }
  }
}

extension OpenVault {
  /// A person with names and nothing else.
  func newPerson(
    _ codeName: String?, names: [String], aliases: [String]
  ) throws(VaultError) -> PersonReport {
    try newPerson(codeName, PersonChange(added: PersonNames(names: names, aliases: aliases)))
  }
}
