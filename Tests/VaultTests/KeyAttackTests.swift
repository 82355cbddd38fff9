import Casework
import Defences
import Sealing
import Sodium
import Statements
import Storage
import Sync
import SystemPackage
import Testing

@testable import Vault

/// Storage, or strangers, play with keys: what is granted is believed only when somebody entitled
/// has committed to it.
struct KeyAttackTests {
  private func box(_ names: [String], in committee: Committee) throws -> Set<BoxPublicKey> {
    Set(try names.map { try committee.person($0).identity.card.boxKey })
  }

  /// Entries of a case that a key opens in the folder.
  private func entries(
    under key: GrantedKey, in committee: Committee
  ) throws -> Set<String> {
    var texts: Set<String> = []
    for (path, bytes) in TestFolder.files(below: committee.shared)
    where path.hasPrefix("objects/") {
      let context = SealContext(
        kind: .pack, vault: try committee.vault, compartment: key.compartment, epoch: key.epoch)
      guard let plain = try? SealedObject(bytes).open(in: context, with: key.key),
        let pack = try? Pack(decoding: plain)
      else { continue }
      for record in pack.statements {
        guard let statement = try? Statement(decoding: record),
          case .entry(let entry) = statement.content
        else { continue }
        texts.insert(entry.text)
      }
    }
    return texts
  }

  private func committee() throws -> (Committee, CompartmentID) {
    let committee = try Committee(of: "Maya", "Lee", "Noor")
    let matter = try committee.openCase("home shelf", by: "Maya", admitting: ["Lee"])
    try committee.look("Lee")
    return (committee, matter)
  }

  @Test func `nothing is written under a key that storage hands out`() throws {
    for defences: Set<Defence> in [[], [.keyIsStated]] {
      try Defence.$missing.withValue(defences) {
        let (committee, matter) = try committee()
        let vault = try committee.vault
        let roster = CompartmentID(vault.bytes)
        let region = KeyRegion()
        let real = try committee.ring(of: "Lee").keys
        let keys = [matter, roster].map { compartment in
          // Of several keys that of the smallest epoch is taken, so storage tries until it is theirs.
          let smallest = real.values.filter { $0.compartment == compartment }.map(\.epoch).min()
          var key = EpochKey.random(in: region)
          while let smallest, key.epoch(of: compartment, in: vault) > smallest {
            key = EpochKey.random(in: region)
          }
          return GrantedKey(
            compartment: compartment, epoch: key.epoch(of: compartment, in: vault), key: key)
        }
        let grant = try Grant(of: keys, in: vault, to: box(["Maya", "Lee", "Noor"], in: committee))
        try Forger.plant(grant.bytes, in: .grants, of: committee.shared)
        try committee.write("For the two of us.", in: "home shelf", by: "Lee")
        let read = try entries(under: keys[0], in: committee)
        #expect(read.contains("For the two of us.") == !defences.isEmpty)
        guard defences.isEmpty else { return }
        try committee.as("Maya") { _ = try $0.recuse("Lee", from: "home shelf") }
        for key in keys { #expect(try entries(under: key, in: committee).isEmpty) }
        #expect(
          try committee.texts(of: "home shelf", seenBy: "Maya")
            == ["Somebody shouted.", "For the two of us."])
      }
    }
  }

  @Test func `an epoch stated by somebody outside is not written into`() throws {
    for defences: Set<Defence> in [[], [.authorIsEntitled]] {
      try Defence.$missing.withValue(defences) {
        let (committee, matter) = try committee()
        let vault = try committee.vault
        let forger = Forger(holder: try committee.person("Noor").identity, vault: vault)
        let (heads, act, epochs) = try committee.as("Lee") { vault in
          let matter = try vault.findCase("home shelf", allowingPrefix: false)
          return (matter.state.heads, vault.state.act, matter.state.epochs.map(\.id))
        }
        // Of several usable epochs the smallest is taken, so Noor tries until hers is.
        let region = KeyRegion()
        var key = EpochKey.random(in: region)
        while let smallest = epochs.min(), key.epoch(of: matter, in: vault) > smallest {
          key = EpochKey.random(in: region)
        }
        let granted = GrantedKey(
          compartment: matter, epoch: key.epoch(of: matter, in: vault), key: key)
        let stated = forger.statement(
          .epoch(
            EpochStatement(
              epoch: granted.epoch,
              readers: Set(try ["Maya", "Lee"].map { try committee.person($0).identity.member }),
              predecessors: Set(epochs))),
          in: matter, after: heads, on: act)
        let grant = try Grant(of: [granted], in: vault, to: box(["Maya", "Lee"], in: committee))
        try Forger.plant(grant.bytes, in: .grants, of: committee.shared)
        try Forger.plant(forger.pack([stated], of: matter, under: granted), of: committee.shared)
        try committee.write("Not for Noor.", in: "home shelf", by: "Lee")
        let read = try entries(under: granted, in: committee)
        #expect(read.contains("Not for Noor.") == !defences.isEmpty)
      }
    }
  }

  @Test func `an epoch stated by a reader who was recused since is not written into`() throws {
    for defences: Set<Defence> in [[], [.cut, .epochOpenness]] {
      try Defence.$missing.withValue(defences) {
        let committee = try Committee(of: "Maya", "Lee", "Noor")
        let matter = try committee.openCase(
          "home shelf", by: "Maya", admitting: ["Lee", "Noor"])
        let vault = try committee.vault
        let forger = Forger(holder: try committee.person("Noor").identity, vault: vault)
        let ring = try committee.ring(of: "Noor")
        let (heads, act, old) = try committee.as("Noor") { vault in
          let matter = try vault.findCase("home shelf", allowingPrefix: false)
          return (matter.state.heads, vault.state.act, try #require(matter.writable?.epoch))
        }
        try committee.as("Maya") { _ = try $0.recuse("Noor", from: "home shelf") }
        let epochs = try committee.as("Lee") { vault in
          try vault.findCase("home shelf", allowingPrefix: false).state.epochs.map(\.id)
        }
        let region = KeyRegion()
        var key = EpochKey.random(in: region)
        while let smallest = epochs.min(), key.epoch(of: matter, in: vault) > smallest {
          key = EpochKey.random(in: region)
        }
        let granted = GrantedKey(
          compartment: matter, epoch: key.epoch(of: matter, in: vault), key: key)
        let stated = forger.statement(
          .epoch(
            EpochStatement(
              epoch: granted.epoch,
              readers: Set(try ["Maya", "Lee"].map { try committee.person($0).identity.member }),
              predecessors: [old])),
          in: matter, after: heads, on: act)
        let grant = try Grant(of: [granted], in: vault, to: box(["Maya", "Lee"], in: committee))
        try Forger.plant(grant.bytes, in: .grants, of: committee.shared)
        // Dropped under the old key, which Noor had, and under the new one.
        try Forger.plant(
          forger.pack([stated], of: matter, under: try #require(ring.keys[old])),
          of: committee.shared)
        try Forger.plant(forger.pack([stated], of: matter, under: granted), of: committee.shared)
        try committee.write("Not for Noor.", in: "home shelf", by: "Lee")
        let read = try entries(under: granted, in: committee)
        #expect(read.contains("Not for Noor.") == !defences.isEmpty)
      }
    }
  }

  @Test func `a granted key that is not the committed one is refused with its grant`() throws {
    for defences: Set<Defence> in [[], [.grantCommitment]] {
      try Defence.$missing.withValue(defences) {
        let (committee, matter) = try committee()
        let vault = try committee.vault
        let real = try committee.ring(of: "Lee")
        let key = EpochKey.random(in: KeyRegion())
        let wrong = real.keys.values.filter { $0.compartment == matter }.map {
          GrantedKey(compartment: matter, epoch: $0.epoch, key: key)
        }
        // Grants are looked at by name, and the last one counts: this one is made the last.
        let last =
          TestFolder.files(below: committee.shared).keys
          .filter { $0.hasPrefix("grants/") }.map { String($0.suffix(64)) }.max() ?? ""
        var grant: Grant
        repeat {
          grant = try Grant(of: wrong, in: vault, to: box(["Lee"], in: committee))
        } while ObjectDigest.of(grant.bytes).lowercaseHex < last
        try Forger.plant(grant.bytes, in: .grants, of: committee.shared)
        let lee = try committee.anotherMachine(of: "Lee")
        _ = try OpenVault.join(
          committee.settings(lee), copying: nil, for: lee.identity, invitation: nil)
        let reads = try committee.run(lee) { (try? $0.showCase("home shelf")) != nil }
        #expect(reads == defences.isEmpty)
      }
    }
  }

  @Test func `a case cannot be founded a second time`() throws {
    // One statement is of one compartment, and one founds it: either alone is enough.
    for defences: Set<Defence> in [
      [], [.foundingOnce], [.statementBelongsHere], [.foundingOnce, .statementBelongsHere],
    ] {
      try Defence.$missing.withValue(defences) {
        let (committee, matter) = try committee()
        let vault = try committee.vault
        let ring = try committee.ring(of: "Lee")
        let forger = Forger(holder: try committee.person("Lee").identity, vault: vault)
        let key = try #require(ring.keys.values.first { $0.compartment == matter })
        let act = try committee.as("Lee") { $0.state.act }
        // A founding statement is a compartment of its own, whatever it is sealed into.
        let second = Statement(
          .founding(
            .matter(
              CaseFounding(
                codeName: try #require(CodeName(reading: "home shelf")),
                admitted: [try committee.person("Noor").identity.member], barred: []))),
          in: vault, nil, after: [], standingOn: act, at: 1,
          by: forger.holder)
        try Forger.plant(forger.pack([second], of: matter, under: key), of: committee.shared)
        let isFoundedAgain = defences.count == 2
        let readers = try committee.readers(of: "home shelf", seenBy: "Maya")
        #expect(readers == (isFoundedAgain ? ["Lee", "Maya", "Noor"] : ["Lee", "Maya"]))
        #expect(try committee.reads("home shelf", "Noor") == isFoundedAgain)
      }
    }
  }

  @Test func `an old grant played again gives nothing back`() throws {
    for defences: Set<Defence> in [[], [.epochOpenness]] {
      try Defence.$missing.withValue(defences) {
        let (committee, matter) = try committee()
        let before = TestFolder.files(below: committee.shared)
        try committee.as("Maya") { _ = try $0.recuse("Lee", from: "home shelf") }
        for (path, bytes) in before where path.hasPrefix("grants/") {
          TestFolder.remove(committee.shared.appending(path))
          try TestFolder.write(bytes, to: committee.shared.appending(path))
          try Forger.plant(
            bytes, as: String(path.suffix(64).reversed()), in: .grants, of: committee.shared)
        }
        try committee.look("Lee")
        try committee.write("Without Lee.", in: "home shelf", by: "Maya")
        // Lee's identity, and no key but those in the grants.
        let ring = KeyRing(of: try committee.person("Lee"), in: try committee.vault)
        ring.take(from: committee.shared)
        let read = ring.statements(of: matter, in: committee.shared).compactMap { statement in
          if case .entry(let entry) = statement.content { entry.text } else { nil }
        }
        #expect(read.contains("Without Lee.") == !defences.isEmpty)
        #expect(read.isEmpty == defences.isEmpty)
        #expect(try committee.reads("home shelf", "Lee") == false)
      }
    }
  }

  @Test func `superseded objects put back are taken out again, and pulled into no copy`() throws {
    let committee = try Committee(of: "Maya", "Lee", "Noor", copies: ["Noor"])
    let matter = try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
    try committee.sync("Noor")
    let ring = try committee.ring(of: "Lee")
    let before = TestFolder.files(below: committee.shared).filter { $0.key.hasPrefix("objects/") }
    try committee.as("Maya") { _ = try $0.recuse("Lee", from: "home shelf") }
    try committee.sync("Noor")
    #expect(ring.opens(in: committee.place(of: "Noor"))[matter] == nil)
    func putBack() throws {
      for (path, bytes) in before {
        try TestFolder.write(bytes, to: committee.shared.appending(path))
      }
    }
    try putBack()
    #expect(ring.opens(in: committee.shared)[matter] != nil)
    let report = try committee.sync("Noor")
    #expect(report.pulled == 0)
    #expect(report.removed > 0)
    #expect(ring.opens(in: committee.shared)[matter] == nil)
    #expect(ring.opens(in: committee.place(of: "Noor"))[matter] == nil)
    try putBack()
    try committee.look("Maya")
    #expect(ring.opens(in: committee.shared)[matter] == nil)
    // The control: without the memory of what was superseded, old objects come into the copy.
    try putBack()
    let careless = try Defence.$missing.withValue([.supersededStaysOut]) {
      try committee.sync("Noor")
    }
    #expect(careless.pulled > 0)
  }

  @Test func `a re-seal that does not carry everything is no reason to drop the old`() throws {
    for defences: Set<Defence> in [[], [.resealCarriesAll]] {
      try Defence.$missing.withValue(defences) {
        let committee = try Committee(of: "Maya", "Lee", "Noor", copies: ["Noor"])
        try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
        try committee.sync("Noor")
        // Written on the train, while Lee's re-seal knows nothing of it.
        try committee.write("From the train.", in: "home shelf", by: "Noor")
        try committee.as("Maya") { _ = try $0.recuse("Lee", from: "home shelf") }
        try committee.sync("Noor")
        let machine = try committee.anotherMachine(of: "Maya")
        _ = try OpenVault.join(
          committee.settings(machine), copying: nil, for: machine.identity, invitation: nil)
        let texts: Set<String> = try committee.run(machine) { vault in
          guard let record = try? vault.showCase("home shelf").record else { return [] }
          return Set((record.entries + record.late).map(\.entry.text))
        }
        #expect(texts.contains("From the train.") == defences.isEmpty)
      }
    }
  }
}
