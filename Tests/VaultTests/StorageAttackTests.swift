import Casework
import Defences
import Forging
import FoundationEssentials
import Sealing
import Statements
import Storage
import SystemPackage
import Testing

@testable import Vault

/// Storage plays with objects: nothing wrong is shown, nothing crashes, everything else still opens,
/// and whoever wrote what was lost brings it back.
struct StorageAttackTests {
  /// A case with one entry by Lee, which lies in an object of its own, and another case beside it.
  private func history() throws -> (Committee, object: String, another: String) {
    let committee = try Committee(of: "Maya", "Lee", "Noor")
    try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
    let first = Set(TestFolder.files(below: committee.shared).keys)
    try committee.openCase("quiet lane", by: "Noor", report: "Another thing.")
    let before = Set(TestFolder.files(below: committee.shared).keys)
    let another = try #require(
      before.subtracting(first).filter { $0.hasPrefix("objects/") }.min())
    try committee.write("We met.", in: "home shelf", by: "Lee")
    let added = Set(TestFolder.files(below: committee.shared).keys).subtracting(before)
      .filter { $0.hasPrefix("objects/") }
    // Lee's client also says which roster act it follows; only the case's pack is looked for.
    let matter = try committee.as("Lee") { $0.caseNames[0].id }
    let ring = try committee.ring(of: "Lee")
    let object = try #require(
      added.first { path in
        guard let bytes = TestFolder.files(below: committee.shared)[path],
          let sealed = try? SealedObject(bytes)
        else { return false }
        return ring.keys.values.contains { key in
          key.compartment == matter
            && (try? sealed.open(
              in: SealContext(
                kind: .pack, vault: ring.vault, compartment: matter, epoch: key.epoch),
              with: key.key)) != nil
        }
      })
    return (committee, object, another)
  }

  @Test
  func `a tampered object shows nothing wrong, blocks nothing, and its author brings it back`()
    throws
  {
    // Control: `one broken object costs a newcomer one entry until its author's next command`.
    let (committee, object, another) = try history()
    let newcomer = try committee.anotherMachine(of: "Noor")
    let before = try committee.snapshot()
    defer { TestFolder.remove(before) }
    for tampering in Tampering.allCases {
      try TestFolder.restore(committee.root, from: before)
      try tampering.apply(to: object, and: another, in: committee.shared)
      // Somebody who sees it for the first time, and somebody who read it before.
      _ = try OpenVault.join(
        committee.settings(newcomer), copying: nil, for: newcomer.identity, invitation: nil)
      for person in [newcomer, try committee.person("Noor")] {
        try committee.run(person) { vault in
          let texts = Set(try vault.showCase("home shelf").record.entries.map(\.entry.text))
          #expect(texts.isSubset(of: ["Somebody shouted.", "We met."]), "\(tampering)")
          // Swapping takes another object along, which is not theirs to bring back.
          #expect(
            texts.contains("Somebody shouted.") || tampering == .swappedWithAnother, "\(tampering)")
          #expect(texts.contains("We met.") || !tampering.leavesIt, "\(tampering)")
          if tampering != .swappedWithAnother {
            let other = try vault.showCase("quiet lane").record.entries.map(\.entry.text)
            #expect(other == ["Another thing."], "\(tampering)")
          }
        }
      }
      for name in ["Lee", "Maya", "Noor"] { _ = try committee.as(name) { try $0.repair() } }
      let texts = try committee.run(newcomer) {
        Set(try $0.showCase("home shelf").record.entries.map(\.entry.text))
      }
      #expect(texts == ["Somebody shouted.", "We met."], "\(tampering)")
    }
  }

  @Test func `one broken object costs a newcomer one entry until its author's next command`()
    throws
  {
    for missing: Defence? in [nil, .brokenIsLeftOut, .lostIsBroughtBack] {
      try Defence.$missing.withValue(Set([missing].compactMap(\.self))) {
        let (committee, object, another) = try history()
        try Tampering.flippedMiddle.apply(to: object, and: another, in: committee.shared)
        let newcomer = try committee.anotherMachine(of: "Noor")
        _ = try OpenVault.join(
          committee.settings(newcomer), copying: nil, for: newcomer.identity, invitation: nil)
        func texts() throws -> Set<String>? {
          try committee.run(newcomer) { vault in
            (try? vault.showCase("home shelf")).map { Set($0.record.entries.map(\.entry.text)) }
          }
        }
        // Control: nothing of the case opens any more.
        #expect(try texts() == (missing == .brokenIsLeftOut ? nil : ["Somebody shouted."]))
        guard missing != .brokenIsLeftOut else { return }
        _ = try committee.as("Lee") { try $0.repair() }
        // Control: what was lost stays lost.
        let mended: Set = ["Somebody shouted.", "We met."]
        #expect(try texts() == (missing == .lostIsBroughtBack ? ["Somebody shouted."] : mended))
      }
    }
  }

  @Test func `without the check of names a renamed object is taken for what it says it is`() throws
  {
    let (committee, object, _) = try history()
    try Tampering.renamed.apply(to: object, and: object, in: committee.shared)
    #expect(try committee.as("Noor") { try $0.verify().damaged.isEmpty } == false)
    let newcomer = try committee.anotherMachine(of: "Noor")
    _ = try OpenVault.join(
      committee.settings(newcomer), copying: nil, for: newcomer.identity, invitation: nil)
    #expect(try committee.run(newcomer) { try $0.showCase("home").record.entries.count } == 1)
    try Defence.$missing.withValue([.objectName]) {
      var careless = try committee.anotherMachine(of: "Noor")
      careless = Committee.Person(
        name: careless.name, identity: careless.identity,
        memories: committee.root.appending("memory-careless"))
      _ = try OpenVault.join(
        committee.settings(careless), copying: nil, for: careless.identity, invitation: nil)
      #expect(try committee.run(careless) { try $0.showCase("home").record.entries.count } == 2)
    }
  }

  @Test func `an object or a grant that arrives in halves opens once it is whole`() throws {
    for defences: Set<Defence> in [[], [.brokenIsLookedAtAgain]] {
      try Defence.$missing.withValue(defences) {
        let (committee, object, _) = try history()
        let newcomer = try committee.anotherMachine(of: "Noor")
        let whole = TestFolder.files(below: committee.shared)
        let half = Array(try #require(whole[object]).prefix(2000))
        try TestFolder.write(half, to: committee.shared.appending(object))
        let grants = whole.keys.filter { $0.hasPrefix("grants/") }
        for grant in grants {
          try TestFolder.write(
            Array(try #require(whole[grant]).prefix(3000)), to: committee.shared.appending(grant))
        }
        // Nothing at all opens yet.
        #expect(throws: VaultError.rosterUnreadable) {
          try OpenVault.join(
            committee.settings(newcomer), copying: nil, for: newcomer.identity, invitation: nil)
        }
        for grant in grants {
          try TestFolder.write(try #require(whole[grant]), to: committee.shared.appending(grant))
        }
        _ = try OpenVault.join(
          committee.settings(newcomer), copying: nil, for: newcomer.identity, invitation: nil)
        #expect(try committee.run(newcomer) { try $0.showCase("home").record.entries.count } == 1)
        try TestFolder.write(try #require(whole[object]), to: committee.shared.appending(object))
        let count = try committee.run(newcomer) { try $0.showCase("home").record.entries.count }
        #expect(count == (defences.isEmpty ? 2 : 1))
        // A grant to somebody who has been here for long.
        try committee.openCase("calm river", by: "Maya", admitting: ["Lee"])
        let later = TestFolder.files(below: committee.shared).filter {
          $0.key.hasPrefix("grants/") && whole[$0.key] == nil
        }
        for (path, bytes) in later {
          try TestFolder.write(Array(bytes.prefix(3000)), to: committee.shared.appending(path))
        }
        #expect(try committee.reads("calm river", "Lee") == false)
        for (path, bytes) in later {
          try TestFolder.write(bytes, to: committee.shared.appending(path))
        }
        #expect(try committee.reads("calm river", "Lee") == defences.isEmpty)
      }
    }
  }

  @Test func `garbage, links, folders and conflict copies are passed over and named`() throws {
    for defences: Set<Defence> in [[], [.strangeIsPassedOver]] {
      try Defence.$missing.withValue(defences) {
        let (committee, object, _) = try history()
        let shared = committee.shared
        let bytes = try #require(TestFolder.files(below: shared)[object])
        let shard = String(object.dropLast(64))
        try TestFolder.write(bytes, to: shared.appending(object + " (conflicted copy)"))
        try TestFolder.write(bytes, to: shared.appending(object + ".sync-conflict-20260101"))
        try TestFolder.write(Array("x".utf8), to: shared.appending(shard + "notes.txt"))
        try TestFolder.write([], to: shared.appending(shard + String(repeating: "a", count: 63)))
        try FileManager.default.createSymbolicLink(
          atPath: shared.appending(
            shard + String(object.suffix(64).prefix(2))
              + String(repeating: "c", count: 62)
          ).string, withDestinationPath: "/etc/passwd")
        try FileManager.default.createDirectory(
          atPath: shared.appending(
            shard + String(object.suffix(64).prefix(2))
              + String(repeating: "d", count: 62)
          ).string, withIntermediateDirectories: true)
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<100 {
          let junk = (0..<Int.random(in: 0..<5000, using: &generator)).map { _ in
            UInt8.random(in: 0...255, using: &generator)
          }
          try Forger.plant(junk, of: shared)
          try Forger.plant(junk, in: .grants, of: shared)
        }
        guard defences.isEmpty else {
          #expect(throws: VaultError.self) { try committee.look("Noor") }
          return
        }
        try committee.write("All the same.", in: "home shelf", by: "Noor")
        #expect(
          try committee.texts(of: "home shelf", seenBy: "Lee")
            == ["Somebody shouted.", "We met.", "All the same."])
        try committee.as("Maya") { vault in
          let found = try vault.verify()
          #expect(found.damaged.isEmpty)
          #expect(found.lostCount == 0)
          #expect(found.strangeCount >= 4)
          _ = try vault.recuse("Lee", from: "home shelf")
        }
        #expect(try committee.readers(of: "home shelf", seenBy: "Noor") == ["Maya", "Noor"])
      }
    }
  }

  @Test func `what this machine wrote and nobody has read yet is written again`() throws {
    for defences: Set<Defence> in [[], [.lostIsBroughtBack]] {
      try Defence.$missing.withValue(defences) {
        let committee = try Committee(of: "Maya", "Lee")
        let before = try committee.snapshot()
        defer { TestFolder.remove(before) }
        try committee.openCase("home shelf", by: "Maya", admitting: ["Lee"])
        try TestFolder.restore(committee.shared, from: before.appending("vault"))
        try committee.look("Maya")
        #expect(try committee.reads("home shelf", "Lee") == defences.isEmpty)
      }
    }
  }

  @Test func `a folder rolled back to before somebody's removal lets them in nowhere`() throws {
    let committee = try Committee(of: "Maya", "Lee", "Noor", "Oli")
    try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor", "Oli"])
    try committee.write("We met.", in: "home shelf", by: "Noor")
    for name in ["Lee", "Oli"] { try committee.look(name) }
    let before = try committee.snapshot()
    defer { TestFolder.remove(before) }
    let ring = try committee.ring(of: "Oli")
    try committee.as("Maya") { _ = try $0.offboard("Oli") }
    try committee.look("Lee")
    try committee.write("Without Oli.", in: "home shelf", by: "Lee")
    try TestFolder.restore(committee.shared, from: before.appending("vault"))

    // Lee saw the removal: Lee's client merges what the folder says and follows none of it.
    _ = try? committee.write("Still without Oli.", in: "home shelf", by: "Lee")
    _ = try? committee.openCase("quiet lane", by: "Lee", admitting: ["Noor"])
    let theirs = ring.take(from: committee.shared)
    let read = theirs.keys.values.map(\.compartment).reduce(into: Set<String>()) { texts, matter in
      for statement in theirs.statements(of: matter, in: committee.shared) {
        if case .entry(let entry) = statement.content { texts.insert(entry.text) }
      }
    }
    #expect(read.isDisjoint(with: ["Without Oli.", "Still without Oli."]))
    try? committee.as("Lee") { vault in
      #expect(vault.members.map(\.name) == ["Maya", "Lee", "Noor"])
    }

    // The control: a machine that remembers nothing has no way to know better.
    let forgetful = try committee.anotherMachine(of: "Noor")
    TestFolder.remove(committee.shared)
    try TestFolder.copy(before.appending("vault"), to: committee.shared)
    let joined = try OpenVault.join(
      committee.settings(forgetful), copying: nil, for: forgetful.identity, invitation: nil)
    #expect(joined.vault.members.map(\.name).contains("Oli"))
  }

  @Test func `a case rolled back to before a recusal stays closed to the recused`() throws {
    for defences: Set<Defence> in [[], [.lostIsBroughtBack]] {
      try Defence.$missing.withValue(defences) {
        let committee = try Committee(of: "Maya", "Lee", "Noor", "Oli")
        let matter = try committee.openCase(
          "home shelf", by: "Maya", admitting: ["Lee", "Noor", "Oli"])
        for name in ["Lee", "Oli"] { try committee.look(name) }
        let before = try committee.snapshot()
        defer { TestFolder.remove(before) }
        let ring = try committee.ring(of: "Oli")
        // An entry between, so that the recusal stands on something the folder no longer has.
        try committee.write("Between.", in: "home shelf", by: "Noor")
        try committee.as("Maya") { _ = try $0.recuse("Oli", from: "home shelf") }
        #expect(try committee.readers(of: "home shelf", seenBy: "Lee") == ["Lee", "Maya", "Noor"])
        try TestFolder.restore(committee.shared, from: before.appending("vault"))
        _ = try? committee.write("Not for Oli.", in: "home shelf", by: "Lee")
        ring.take(from: committee.shared)
        let read = ring.statements(of: matter, in: committee.shared).compactMap { statement in
          if case .entry(let entry) = statement.content { entry.text } else { nil }
        }
        #expect(read.contains("Not for Oli.") == !defences.isEmpty)
        guard defences.isEmpty else { return }
        // Everybody's next commands bring everything together again.
        for name in ["Maya", "Noor", "Lee", "Maya"] { try committee.look(name) }
        #expect(try committee.readers(of: "home shelf", seenBy: "Lee") == ["Lee", "Maya", "Noor"])
        #expect(try committee.texts(of: "home shelf", seenBy: "Maya").contains("Between."))
        #expect(ring.take(from: committee.shared).opens(in: committee.shared)[matter] == nil)
      }
    }
  }

  @Test func `a machine without memory is told of a case rolled back by what others built upon`()
    throws
  {
    for defences: Set<Defence> in [[], [.missingIsNamed]] {
      try Defence.$missing.withValue(defences) {
        let committee = try Committee(of: "Maya", "Lee", "Noor", "Oli")
        let matter = try committee.openCase(
          "home shelf", by: "Maya", admitting: ["Lee", "Noor", "Oli"])
        let old = TestFolder.files(below: committee.shared)
        let ring = try committee.ring(of: "Oli")
        try committee.as("Maya") { _ = try $0.recuse("Oli", from: "home shelf") }
        let recused = TestFolder.files(below: committee.shared)
        try committee.write("Since then.", in: "home shelf", by: "Noor")
        // Storage withholds the recusal, and gives back what the re-seal took out.
        for (path, bytes) in old {
          try TestFolder.write(bytes, to: committee.shared.appending(path))
        }
        for path in recused.keys where path.hasPrefix("objects/") && old[path] == nil {
          TestFolder.remove(committee.shared.appending(path))
        }
        let lee = try committee.anotherMachine(of: "Lee")
        func isTold() throws -> Bool {
          let joined = try OpenVault.join(
            committee.settings(lee), copying: nil, for: lee.identity, invitation: nil)
          return joined.vault.notices.contains {
            if case .statementsMissing(_, in: "home shelf") = $0 { true } else { false }
          }
        }
        #expect(try isTold() == defences.isEmpty)
        let isSound = try committee.run(lee) { try $0.verify().isSound }
        #expect(isSound == !defences.isEmpty)
        guard defences.isEmpty else { return }
        // Whoever writes all the same writes under a key that is no good; not for long.
        try committee.run(lee) {
          _ = try $0.add(Entry(kind: .discussion, text: "Written all the same."), to: "home shelf")
        }
        #expect(ring.opens(in: committee.shared)[matter] != nil)
        try committee.look("Maya")
        #expect(ring.take(from: committee.shared).opens(in: committee.shared)[matter] == nil)
        #expect(
          try committee.texts(of: "home shelf", seenBy: "Noor")
            == ["Somebody shouted.", "Since then.", "Written all the same."])
      }
    }
  }

  @Test func `an old roster is refused to a newcomer whose invitation is newer`() throws {
    let committee = try Committee(of: "Maya", "Lee")
    let ada = try committee.person("Ada")
    try committee.as("Maya") {
      _ = try $0.onboard([ada.identity.card], as: .member, conflicts: [], only: nil)
    }
    let before = try committee.snapshot()
    defer { TestFolder.remove(before) }
    try committee.as("Maya") { _ = try $0.offboard("Lee") }
    let invitation = try committee.as("Maya") { $0.invitation() }
    func settings(_ name: String) -> OpenVault.Settings {
      OpenVault.Settings(
        vault: before.appending("vault"), memories: committee.root.appending(name))
    }
    #expect(throws: VaultError.rosterOlderThanInvitation) {
      try OpenVault.join(
        settings("memory-a"), copying: nil, for: ada.identity, invitation: invitation)
    }
    try Defence.$missing.withValue([.invitationRoster]) {
      let joined = try OpenVault.join(
        settings("memory-b"), copying: nil, for: ada.identity, invitation: invitation)
      #expect(joined.vault.members.map(\.name).contains("Lee"))
    }
  }

  @Test func `another vault of the same people does not take this one's place`() throws {
    let committee = try Committee(of: "Maya", "Lee")
    let maya = try committee.person("Maya")
    let other = committee.root.appending("other")
    _ = try OpenVault.create(
      committee.settings(maya, at: other), for: maya.identity, policy: .django)
    // Control: `without binding to the vault another vault's grants and packs open here`.
    // The whole folder changed for another, and the other's files thrown among ours.
    let ours = try committee.snapshot()
    defer { TestFolder.remove(ours) }
    try TestFolder.restore(committee.shared, from: other)
    #expect(throws: VaultError.self) { try committee.look("Lee") }
    try TestFolder.restore(committee.shared, from: ours.appending("vault"))
    for (path, bytes) in TestFolder.files(below: other) where path != "conclave" {
      try TestFolder.write(bytes, to: committee.shared.appending(path))
    }
    let count = TestFolder.files(below: other).keys.count { $0.hasPrefix("objects/") }
    try committee.as("Maya") { vault in
      #expect(vault.copy.objects.unopened.count == count)
      #expect(vault.sheetRecord().rows.isEmpty)
      #expect(vault.members.count == 2)
    }
  }

  @Test func `without binding to the vault another vault's grants and packs open here`() throws {
    try Defence.$missing.withValue([.contextBinding, .grantCommitment]) {
      let committee = try Committee(of: "Maya")
      let maya = try committee.person("Maya")
      let other = committee.root.appending("other")
      _ = try OpenVault.create(
        committee.settings(maya, at: other), for: maya.identity, policy: .django)
      for (path, bytes) in TestFolder.files(below: other) where path != "conclave" {
        try TestFolder.write(bytes, to: committee.shared.appending(path))
      }
      try committee.as("Maya") { #expect($0.copy.objects.unopened.isEmpty) }
    }
  }

  @Test func `a vault that was never joined on this machine is not opened`() throws {
    let committee = try Committee(of: "Maya", "Lee")
    let stranger = try committee.anotherMachine(of: "Lee")
    #expect(throws: VaultError.notJoined(try committee.vault)) {
      try committee.run(stranger) { _ in }
    }
    try Defence.$missing.withValue([.vaultIsJoined]) { try committee.run(stranger) { _ in } }
  }
}
