import Casework
import Sealing
import Sodium
import Statements
import SystemPackage
import Testing

@testable import Vault

/// What must stay cheap: public-key operations, counted for each command.
struct OperationCountTests {
  private func count(_ body: () throws -> Void) rethrows -> PublicKeyOperations {
    let count = PublicKeyOperationCount()
    try PublicKeyOperationCount.$current.withValue(count, operation: body)
    return count.operations
  }

  private func isNothing(_ operations: PublicKeyOperations) -> Bool {
    operations.agreements == 0 && operations.boxKeysMade == 0 && operations.signatures == 0
      && operations.verifications == 0 && operations.signingKeysMade == 0
  }

  /// Cases open to Maya and Lee, and everybody's client up to date.
  private func committee(cases: Int) throws -> Committee {
    let committee = try Committee(of: "Maya", "Lee", "Noor")
    try committee.as("Maya") { vault in
      for _ in 0..<cases {
        var new = OpenVault.NewCase()
        new.admitted = ["Lee"]
        new.report = "Somebody shouted."
        _ = try vault.openCase(new)
      }
    }
    for name in ["Maya", "Lee", "Noor", "Maya"] { try committee.look(name) }
    return committee
  }

  @Test func `opening again, listing and reading cost no public-key operation`() throws {
    let committee = try committee(cases: 5)
    for name in ["Maya", "Lee"] {
      let operations = try count {
        try committee.as(name) { vault in
          let lines = vault.caseLines
          #expect(lines.count == 5)
          _ = vault.sheetRecord()
          let record = try vault.showCase(lines[0].shown).record
          #expect(record.entries.count == 1)
        }
      }
      #expect(isNothing(operations), "\(name): \(operations)")
    }
  }

  @Test func `somebody else's entry costs one verification and a grant one agreement`() throws {
    let committee = try committee(cases: 1)
    let name = try committee.as("Lee") { $0.caseNames[0].shown }
    try committee.write("One.", in: name, by: "Lee")
    try committee.look("Maya")
    try committee.write("Two.", in: name, by: "Lee")
    let operations = try count { _ = try committee.texts(of: name, seenBy: "Maya") }
    #expect(try committee.texts(of: name, seenBy: "Maya").count == 3)
    #expect(operations.verifications == 1)
    #expect(operations.agreements == 0)
    #expect(operations.signatures == 0)
  }

  @Test func `a new case costs one agreement for each reader and four signatures`() throws {
    let committee = try committee(cases: 3)
    var new = OpenVault.NewCase()
    new.codeName = CodeName(reading: "home shelf")
    new.report = "Somebody shouted."
    new.admitted = ["Lee", "Noor"]
    let operations = try count { try committee.as("Maya") { _ = try $0.openCase(new) } }
    #expect(operations.agreements == 3)
    #expect(operations.boxKeysMade == 1)
    // Founding, epoch, report and the sheet's row.
    #expect(operations.signatures == 4)
    #expect(operations.verifications == 0)
  }

  @Test func `onboarding costs one grant, however many cases there are`() throws {
    var found: [PublicKeyOperations] = []
    for cases in [1, 6] {
      let committee = try committee(cases: cases)
      let card = try committee.person("Ada").identity.card
      let before = TestFolder.files(below: committee.shared).keys.count { $0.hasPrefix("grants/") }
      let operations = try count {
        try committee.as("Maya") {
          _ = try $0.onboard([card], as: .member, conflicts: [], only: nil)
        }
      }
      let after = TestFolder.files(below: committee.shared).keys.count { $0.hasPrefix("grants/") }
      #expect(after - before == 1)
      #expect(operations.agreements == 1)
      #expect(operations.boxKeysMade == 1)
      // The act, two admissions, one for each case, and the invitation.
      #expect(operations.signatures <= 5 + cases, "\(operations)")
      found.append(operations)
    }
    #expect(found[0].agreements == found[1].agreements)
    #expect(found[1].signatures - found[0].signatures == 5)
  }

  @Test func `the first open on a new machine costs one agreement a grant, one check a statement`()
    throws
  {
    let committee = try committee(cases: 4)
    let files = TestFolder.files(below: committee.shared)
    let grants = files.keys.count { $0.hasPrefix("grants/") }
    let ring = try committee.ring(of: "Lee")
    var statements: Set<StatementID> = []
    for compartment in Set(ring.keys.values.map(\.compartment)) {
      statements.formUnion(ring.statements(of: compartment, in: committee.shared).map(\.id))
    }
    let machine = try committee.anotherMachine(of: "Lee")
    let operations = try count {
      _ = try OpenVault.join(
        committee.settings(machine), copying: nil, for: machine.identity, invitation: nil)
    }
    #expect(operations.agreements == grants)
    #expect(operations.signatures == 0)
    // Besides the authors', the signatures on the three cards in the roster.
    #expect(operations.verifications == statements.count + 3)
    #expect(isNothing(try count { try committee.run(machine) { _ in } }))
  }

  @Test func `offboarding costs one grant for each set of readers, not for each case`() throws {
    var found: [PublicKeyOperations] = []
    for cases in [2, 6] {
      let committee = try committee(cases: cases)
      let before = TestFolder.files(below: committee.shared).keys
        .filter { $0.hasPrefix("grants/") }
      let operations = try count { try committee.as("Maya") { _ = try $0.offboard("Lee") } }
      let after = TestFolder.files(below: committee.shared).keys
        .filter { $0.hasPrefix("grants/") }
      // Roster, first with the removal; sheet, which the same two read; and the cases, Maya's alone.
      let added = Set(after).subtracting(before).count
      #expect(added <= 3, "\(added)")
      #expect(operations.agreements <= 2 + 2 + 1)
      #expect(operations.boxKeysMade == added)
      #expect(operations.verifications == 0)
      found.append(operations)
    }
    #expect(found[0].agreements == found[1].agreements)
    // An epoch and a re-seal for each case more.
    #expect(found[1].signatures - found[0].signatures == 2 * 4)
  }
}
