import Casework
import FoundationEssentials
import Statements
import Storage
import SystemPackage
import Testing

@testable import Vault

/// What the vault did not take is refused, and does not happen later.
struct RefusedWriteTests {
  private enum Command: CaseIterable {
    /// One object.
    case write
    /// Objects and grants of several compartments, by way of the outbox.
    case open
  }

  /// Something else lies where the vault's objects lie, while `body` runs.
  private func withoutObjects(in committee: Committee, _ body: () throws -> Void) throws {
    let objects = committee.shared.appending("objects")
    let aside = committee.root.appending("aside")
    try FileManager.default.moveItem(atPath: objects.string, toPath: aside.string)
    try FileManager.default.createSymbolicLink(
      atPath: objects.string, withDestinationPath: aside.string)
    try body()
    TestFolder.remove(objects)
    try FileManager.default.moveItem(atPath: aside.string, toPath: objects.string)
  }

  @Test(arguments: Command.allCases, [false, true])
  private func `a write that fails in the middle is refused and does not happen later`(
    _ command: Command, isClosedAllTheSame: Bool
  ) throws {
    let committee = try Committee(of: "Maya", "Lee")
    try committee.openCase("home shelf", by: "Maya", admitting: ["Lee"])
    let maya = try committee.person("Maya")
    let before = TestFolder.files(below: committee.shared)
    do {
      let vault = try OpenVault(committee.settings(maya), for: maya.identity)
      #expect(!vault.hasUnwritten)
      try withoutObjects(in: committee) {
        #expect(throws: VaultError.storage(.notAFolder, .vault)) {
          switch command {
          case .write:
            _ = try vault.add(Entry(kind: .discussion, text: "Refused."), to: "home shelf")
          case .open:
            var new = OpenVault.NewCase()
            new.codeName = CodeName(reading: "calm river")
            new.report = "Refused."
            new.admitted = ["Lee"]
            _ = try vault.openCase(new)
          }
        }
      }
      #expect(vault.hasUnwritten)
      // The control: a command that ends as if nothing had been refused remembers what was.
      if isClosedAllTheSame { try vault.close() }
    }
    #expect(TestFolder.files(below: committee.shared) == before)
    try committee.look("Maya")
    switch command {
    case .write:
      let texts = try committee.texts(of: "home shelf", seenBy: "Lee")
      #expect(texts.contains("Refused.") == isClosedAllTheSame)
    case .open: #expect(try committee.reads("calm river", "Lee") == isClosedAllTheSame)
    }
    try committee.write("Afterwards.", in: "home shelf", by: "Maya")
    #expect(try committee.texts(of: "home shelf", seenBy: "Lee").contains("Afterwards."))
  }
}
