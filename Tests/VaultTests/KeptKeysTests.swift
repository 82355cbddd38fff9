import Casework
import Defences
import Sealing
import Statements
import SystemPackage
import Testing

@testable import Vault

/// Somebody taken out keeps their machine, their identity and every key they ever held.
///
/// After the re-seal none of it opens anything in the vault that they lost; before, it all does.
struct KeptKeysTests {
  /// Everything `name` ever held, tried on the vault before and after `taking out`.
  private func expectLoss(
    of lost: [CompartmentID], by name: String, in committee: Committee,
    stillReading kept: Set<CompartmentID>?, after takingOut: () throws -> Void
  ) throws {
    let before = try committee.snapshot()
    defer { TestFolder.remove(before) }
    let ring = try committee.ring(of: name)
    // Control: where a key is good in whosever hands it is, nothing is sealed anew.
    try Defence.$missing.withValue([.epochOpenness]) { try takingOut() }
    let unchecked = ring.opens(in: committee.shared)
    for compartment in lost { #expect(unchecked[compartment, default: 0] > 0) }
    try TestFolder.restore(committee.root, from: before)
    try takingOut()
    ring.take(from: committee.shared)
    // On the vault as it was, the same keys open everything that was lost.
    let opened = ring.opens(in: before.appending("vault"))
    for compartment in lost { #expect(opened[compartment, default: 0] > 0) }
    let now = ring.opens(in: committee.shared)
    for compartment in lost { #expect(now[compartment] == nil) }
    if let kept { #expect(Set(now.keys) == kept) }
  }

  private func committee() throws -> (Committee, matter: CompartmentID, entry: CompartmentID) {
    let committee = try Committee(of: "Maya", "Lee", "Noor")
    let matter = try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
    try committee.write("We met.", in: "home shelf", by: "Lee")
    try committee.makeKeyHolder("Lee", by: "Maya")
    let entry = try committee.person("blue fox", named: "Sam Doe", in: "home shelf", by: "Maya")
    #expect(try committee.as("Lee") { try $0.person("blue fox").entry.names } == ["Sam Doe"])
    return (committee, matter, entry)
  }

  @Test func `after a self-recusal and another reader's next command the kept keys open nothing`()
    throws
  {
    let (committee, matter, entry) = try committee()
    try expectLoss(of: [matter, entry], by: "Lee", in: committee, stillReading: nil) {
      try committee.as("Lee") { _ = try $0.recuse(nil, from: "home shelf") }
      try committee.look("Maya")
    }
    #expect(try committee.texts(of: "home shelf", seenBy: "Noor").contains("We met."))
  }

  @Test func `until another reader's command the old key still opens, and access says so`() throws {
    let committee = try Committee(of: "Maya", "Lee", "Oli")
    // Whoever only reads seals nothing anew.
    try committee.as("Maya") { _ = try $0.setRole(of: "Oli", to: .observer) }
    let matter = try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Oli"])
    let ring = try committee.ring(of: "Lee")
    func standing() throws -> OpenVault.Standing? {
      try committee.as("Oli") { vault in
        try vault.access(to: "home shelf").standings.first { $0.name == "Lee" }?.standing
      }
    }
    #expect(try standing() == .reads)
    try committee.as("Lee") { _ = try $0.recuse(nil, from: "home shelf") }
    #expect(ring.opens(in: committee.shared)[matter] != nil)
    #expect(try standing() == .notYetResealed)
    #expect(try committee.reads("home shelf", "Lee") == false)
    // The control: after it nothing opens, and access says that too.
    try committee.look("Maya")
    #expect(ring.opens(in: committee.shared)[matter] == nil)
    #expect(try standing() == .recused)
  }

  @Test func `recused by a chair, the kept keys open nothing`() throws {
    let (committee, matter, _) = try committee()
    try expectLoss(of: [matter], by: "Noor", in: committee, stillReading: nil) {
      try committee.as("Maya") { _ = try $0.recuse("Noor", from: "home shelf") }
    }
  }

  @Test func `a recusal is carried over to the person's entry`() throws {
    let (committee, matter, entry) = try committee()
    try expectLoss(of: [matter, entry], by: "Lee", in: committee, stillReading: nil) {
      try committee.as("Maya") {
        let recused = try $0.recuse("Lee", from: "home shelf")
        #expect(recused.persons.map(\.text) == ["Blue Fox"])
      }
    }
    try committee.as("Lee") { vault in
      #expect(throws: VaultError.self) { try vault.person("blue fox") }
    }
    #expect(try committee.as("Lee") { try $0.persons().count } == 0)
  }

  @Test func `a chair outside the case leaves the carrying over to a key holder inside`() throws {
    let committee = try Committee(of: "Maya", "Lee", "Noor", "Ada")
    try committee.makeKeyHolder("Lee", by: "Maya")
    try committee.makeKeyHolder("Noor", by: "Maya")
    let matter = try committee.openCase("home shelf", by: "Lee", admitting: ["Noor", "Ada"])
    let entry = try committee.person("blue fox", named: "Sam Doe", in: "home shelf", by: "Lee")
    try committee.look("Noor")
    try expectLoss(of: [matter, entry], by: "Noor", in: committee, stillReading: nil) {
      try committee.as("Noor") { _ = try $0.recuse(nil, from: "home shelf") }
      try committee.look("Lee")
    }
  }

  @Test func `after the loss of the key-holder flag the kept keys open no entry`() throws {
    let (committee, matter, entry) = try committee()
    try expectLoss(of: [entry], by: "Lee", in: committee, stillReading: nil) {
      try committee.as("Maya") { _ = try $0.setKeyHolder("Lee", to: false) }
    }
    #expect(try committee.ring(of: "Lee").opens(in: committee.shared)[matter] != nil)
    try committee.as("Lee") { vault in
      #expect(throws: VaultError.needsKeyHolder) { try vault.persons() }
    }
  }

  @Test func `after offboarding the kept keys open nothing at all`() throws {
    let (committee, matter, entry) = try committee()
    try expectLoss(of: [matter, entry], by: "Lee", in: committee, stillReading: []) {
      try committee.as("Maya") {
        let gone = try $0.offboard("Lee")
        #expect(gone.certificate?.lines.count == 4)
        #expect(gone.certificate?.lines.allSatisfy(\.isResealed) == true)
      }
    }
    #expect(throws: VaultError.self) { try committee.look("Lee") }
    #expect(try committee.texts(of: "home shelf", seenBy: "Maya").contains("We met."))
    #expect(try committee.texts(of: "home shelf", seenBy: "Noor").contains("We met."))
  }

  @Test func `what the offboarding chair cannot read its own readers' clients re-seal`() throws {
    let committee = try Committee(of: "Maya", "Lee", "Noor")
    let matter = try committee.openCase("quiet lane", by: "Noor", admitting: ["Lee"])
    try committee.look("Lee")
    try expectLoss(of: [matter], by: "Lee", in: committee, stillReading: []) {
      let ring = try committee.ring(of: "Lee")
      #expect(try committee.as("Maya") { try $0.offboard("Lee").unreadCount } > 0)
      #expect(ring.opens(in: committee.shared)[matter] != nil)
      try committee.look("Noor")
    }
  }

  @Test func `after leaving and the others' next commands the kept keys open nothing at all`()
    throws
  {
    let (committee, matter, entry) = try committee()
    try expectLoss(of: [matter, entry], by: "Lee", in: committee, stillReading: []) {
      try committee.as("Lee") { try $0.leave() }
      try committee.look("Noor")
      try committee.look("Maya")
    }
    #expect(throws: VaultError.self) { try committee.look("Lee") }
    try committee.as("Maya") { #expect($0.members.map(\.name) == ["Maya", "Noor"]) }
  }

  @Test func `a reader with a working copy who is recused and syncs later brings nothing back`()
    throws
  {
    let committee = try Committee(of: "Maya", "Lee", "Noor", copies: ["Lee"])
    let matter = try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
    try committee.sync("Lee")
    try committee.write("From the train.", in: "home shelf", by: "Lee")
    try expectLoss(of: [matter], by: "Lee", in: committee, stillReading: nil) {
      try committee.as("Maya") { _ = try $0.recuse("Lee", from: "home shelf") }
      try committee.sync("Lee")
      try committee.look("Maya")
    }
    #expect(try committee.texts(of: "home shelf", seenBy: "Noor") == ["Somebody shouted."])
    // Nobody's words are lost: what was written before the recusal was known came late.
    #expect(try committee.lateTexts(of: "home shelf", seenBy: "Noor") == ["From the train."])
    // However often the copy is synced again.
    let ring = try committee.ring(of: "Lee")
    try committee.sync("Lee")
    try committee.look("Noor")
    #expect(ring.opens(in: committee.shared)[matter] == nil)
  }

  @Test func `an offboarded member's working copy is no way back in`() throws {
    let committee = try Committee(of: "Maya", "Lee", "Noor", copies: ["Lee"])
    let matter = try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
    try committee.sync("Lee")
    try committee.write("From the train.", in: "home shelf", by: "Lee")
    try expectLoss(of: [matter], by: "Lee", in: committee, stillReading: []) {
      try committee.as("Maya") { _ = try $0.offboard("Lee") }
      _ = try? committee.sync("Lee")
      try committee.look("Noor")
      try committee.look("Maya")
    }
    #expect(try committee.texts(of: "home shelf", seenBy: "Maya") == ["Somebody shouted."])
    try committee.as("Maya") { #expect($0.members.map(\.name) == ["Maya", "Noor"]) }
  }

  @Test func `somebody recused comes back only by a majority that names them again`() throws {
    for defences: Set<Defence> in [[], [.majorityInside]] {
      try Defence.$missing.withValue(defences) {
        let (committee, matter, _) = try committee()
        try committee.as("Lee") { _ = try $0.recuse(nil, from: "home shelf") }
        try committee.look("Maya")
        let ring = try committee.ring(of: "Lee")
        try committee.as("Maya") { vault in
          #expect(throws: VaultError.self) {
            try vault.admit(["Lee"], to: "home shelf", namedAgain: false)
          }
          let proposed = try vault.admit(["Lee"], to: "home shelf", namedAgain: true)
          let isWaiting = if case .waiting = proposed.outcome { true } else { false }
          #expect(isWaiting == defences.isEmpty)
        }
        ring.take(from: committee.shared)
        #expect((ring.opens(in: committee.shared)[matter] == nil) == defences.isEmpty)
        guard defences.isEmpty else { return }
        try committee.as("Noor") { vault in
          let waiting = try #require(vault.waitingActs.first)
          _ = try vault.endorse(waiting.id.hex)
        }
        #expect(try committee.texts(of: "home shelf", seenBy: "Lee").contains("We met."))
      }
    }
  }
}
