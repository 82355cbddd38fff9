import Casework
import Defences
import Statements
import Sync
import SystemPackage
import Testing
import Vault

/// What must hold when copies meet, told from the mistakes that would lose a record.
struct SyncTests {
  @Test func `a recusal reaches the colleagues even when another copy was synced first`() throws {
    let committee = try Committee(of: "Maya", "Lee", copies: ["Lee"])
    _ = try committee.openCase("home shelf", by: "Maya", admitting: ["Lee"])
    try committee.sync("Lee")
    try committee.write("Written on the train.", in: "home shelf", by: "Lee")
    try committee.as("Lee") { _ = try $0.recuse(nil, from: "home shelf") }
    let stick = committee.root.appending("stick")
    try committee.as("Lee") { _ = try $0.sync(with: stick) }
    try committee.sync("Lee")
    #expect(try committee.readers(of: "home shelf", seenBy: "Maya") == ["Maya"])
    #expect(
      try committee.texts(of: "home shelf", seenBy: "Maya").contains("Written on the train."))
  }

  @Test func `who leaves from a working copy is out for everybody and loses no word`() throws {
    let committee = try Committee(of: "Maya", "Lee", copies: ["Lee"])
    _ = try committee.openCase("home shelf", by: "Maya", admitting: ["Lee"])
    try committee.sync("Lee")
    try committee.write("Written on the train.", in: "home shelf", by: "Lee")
    let person = try committee.person("Lee")
    let vault = try OpenVault(
      committee.settings(person, at: committee.place(of: "Lee")), for: person.identity)
    try vault.leave()
    try vault.close()
    try committee.as("Maya") { #expect($0.members.map(\.name) == ["Maya"]) }
    #expect(
      try committee.texts(of: "home shelf", seenBy: "Maya").contains("Written on the train."))
  }

  @Test func `a vault is no second copy of itself`() throws {
    let committee = try Committee(of: "Maya")
    try committee.as("Maya") { (vault: OpenVault) throws in
      #expect(throws: VaultError.remoteIsThisVault) { try vault.sync(with: committee.shared) }
      #expect(throws: VaultError.remoteIsThisVault) {
        try vault.sync(with: committee.shared.appending("inside"))
      }
      let status = try vault.status()
      #expect(status.lastSync == nil)
    }
    // The control: another folder is one.
    try committee.as("Maya") { vault in
      _ = try vault.sync(with: committee.root.appending("stick"))
      let status = try vault.status()
      #expect(status.lastSync != nil)
    }
  }

  @Test func `nothing is taken out of another copy while a file here is damaged`() throws {
    for defences: Set<Defence> in [[], [.wholeBeforeTakingOut]] {
      try Defence.$missing.withValue(defences) {
        let committee = try Committee(of: "Maya", "Lee", copies: ["Lee"])
        _ = try committee.openCase("home shelf", by: "Maya", admitting: ["Lee"])
        try committee.sync("Lee")
        for number in 1...14 {
          try committee.write("Entry \(number).", in: "home shelf", by: "Lee")
          try committee.sync("Lee")
        }
        let before = Set(TestFolder.files(below: committee.place(of: "Lee")).keys)
        try committee.write("The one that merges.", in: "home shelf", by: "Lee")
        try committee.write("And one more.", in: "home shelf", by: "Lee")
        // Whatever was written since lies here only; one byte of the largest of it rots.
        let fresh = TestFolder.files(below: committee.place(of: "Lee")).filter {
          !before.contains($0.key)
        }
        let merged = try #require(fresh.max { $0.value.count < $1.value.count })
        var bytes = merged.value
        bytes[bytes.count / 2] ^= 1
        try TestFolder.write(bytes, to: committee.place(of: "Lee").appending(merged.key))
        let report = try committee.sync("Lee")
        #expect(!report.damaged.isEmpty)
        #expect((report.removed == 0) == defences.isEmpty)
        guard defences.isEmpty else { return }
        let seen = try committee.texts(of: "home shelf", seenBy: "Maya")
        for number in 1...14 { #expect(seen.contains("Entry \(number).")) }
      }
    }
  }

  @Test func `of two persons who go by one name each has their own reports`() throws {
    let committee = try Committee(of: "Maya", "Lee")
    try committee.makeKeyHolder("Lee", by: "Maya")
    _ = try committee.openCase("home shelf", by: "Maya", admitting: ["Lee"])
    try committee.as("Maya") {
      _ = try $0.newPerson("blue fox", names: ["Sam Doe"], aliases: [])
    }
    try committee.as("Lee") {
      _ = try $0.newPerson("blue fox", names: ["Kim Roe"], aliases: [])
    }
    try committee.as("Lee") { _ = try $0.link("home shelf", to: "blue fox") }
    try committee.as("Maya") { vault in
      let persons = try vault.persons()
      #expect(Set(persons.map(\.shown)) == ["Blue Fox", "Blue Fox (2)"])
      let sam = try #require(persons.first { $0.entry.names == ["Sam Doe"] })
      let kim = try #require(persons.first { $0.entry.names == ["Kim Roe"] })
      #expect(sam.rows.isEmpty)
      #expect(kim.rows.count == 1)
      #expect(try vault.person(kim.shown).entry.names == ["Kim Roe"])
    }
  }
}
