import Casework
import Sealing
import Statements
import SystemPackage
import Testing

@testable import Vault

/// Acts that wait for several.
struct MajorityTests {
  @Test(arguments: [true, false])
  func `a conflict stands from the day it is named, also while the appointment waits`(
    _ isNamed: Bool
  ) throws {
    let committee = try Committee(of: "Maya", "Lee", "Noor")
    try committee.openCase("home shelf", by: "Lee")
    let ada = try committee.person("Ada")
    let onboarded = try committee.as("Lee") {
      try $0.onboard(
        [ada.identity.card], as: .member, conflicts: isNamed ? ["home shelf"] : [], only: nil)
    }
    guard case .waiting(_, needed: 1) = try #require(onboarded.first).outcome else {
      Issue.record("one of three voters appoints nobody")
      return
    }
    #expect(onboarded[0].conflicts == (isNamed ? ["home shelf"] : []))
    try committee.as("Noor") { vault in
      _ = try vault.endorse(try #require(vault.waitingActs.first).id.hex)
    }
    _ = try OpenVault.join(
      committee.settings(ada), copying: nil, for: ada.identity,
      invitation: try committee.as("Noor") { $0.invitation() })
    // Control: whose conflict nobody named is let in like anybody else.
    try committee.as("Lee") { vault in
      do throws(VaultError) {
        _ = try vault.admit(["Ada"], to: "home shelf", namedAgain: false)
        #expect(!isNamed)
      } catch {
        #expect(isNamed, "\(error)")
      }
    }
    #expect(try committee.reads("home shelf", "Ada") == !isNamed)
  }

  @Test func `an endorsement in a case says how many more it takes`() throws {
    let committee = try Committee(of: "Maya", "Lee", "Noor", "Oli", "Pia", "Quin")
    try committee.openCase("home shelf", by: "Lee", admitting: ["Noor", "Oli", "Pia", "Quin"])
    // Of five voters inside the one it is about is not counted: it takes three of four.
    let proposed = try committee.as("Noor") { try $0.recuse("Oli", from: "home shelf").outcome }
    guard case .waiting(let id, let needed) = proposed else {
      Issue.record("one of four is no majority")
      return
    }
    #expect(needed == 2)
    #expect(try committee.as("Lee") { try $0.endorse(id.hex) } == .waiting(id, needed: 1))
    #expect(try committee.readers(of: "home shelf", seenBy: "Lee").contains("Oli"))
    #expect(try committee.as("Pia") { try $0.endorse(id.hex) } == .done(id))
    #expect(
      try committee.readers(of: "home shelf", seenBy: "Lee") == ["Lee", "Noor", "Pia", "Quin"])
    try committee.as("Quin") { vault in
      #expect(throws: VaultError.nothingWaits(id.hex)) { try vault.endorse(id.hex) }
    }
  }
}
