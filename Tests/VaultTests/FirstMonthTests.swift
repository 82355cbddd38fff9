import Casework
import Statements
import Testing
import Vault

struct FirstMonthTests {
  @Test func `a case opens to its opener, is shown to whoever is let in, and to nobody else`()
    throws
  {
    let committee = try Committee()
    try committee.found(by: "Maya")
    for name in ["Lee", "Noor"] { try committee.onboard(name, by: "Maya") }
    var new = OpenVault.NewCase()
    new.codeName = CodeName(reading: "home shelf")
    new.report = "Somebody shouted."
    new.admitted = ["Lee"]
    try committee.as("Maya") { _ = try $0.openCase(new) }
    try committee.as("Lee") {
      let report = try $0.showCase("home")
      #expect(report.record.entries.map(\.entry.text) == ["Somebody shouted."])
      #expect(try $0.add(Entry(kind: .discussion, text: "We met."), to: "home shelf") == 2)
    }
    try committee.as("Noor") { vault in
      #expect(throws: VaultError.caseNotOpen("home shelf")) { try vault.showCase("home shelf") }
      #expect(vault.sheetRecord().sorted.map(\.codeName.text) == ["home shelf"])
    }
    try committee.as("Lee") { _ = try $0.recuse(nil, from: "home shelf") }
    try committee.as("Lee") { vault in
      #expect(throws: VaultError.caseNotOpen("home shelf")) { try vault.showCase("home shelf") }
    }
    try committee.as("Maya") {
      let report = try $0.showCase("home shelf")
      #expect(report.record.entries.count == 2)
      #expect(report.readers == ["Maya"])
    }
    try committee.as("Maya") {
      let gone = try $0.offboard("Lee")
      #expect(gone.certificate?.lines.count == 2)
    }
    #expect(throws: VaultError.rosterUnreadable) { try committee.as("Lee") { _ in } }
    try committee.as("Noor") { #expect($0.members.map(\.name) == ["Maya", "Noor"]) }
  }
}
