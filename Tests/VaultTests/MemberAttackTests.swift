import Casework
import Defences
import Sealing
import Sodium
import Statements
import Storage
import SystemPackage
import Testing

@testable import Vault

/// Members, and people who were members, state what no client would.
struct MemberAttackTests {
  /// What a forger needs to know of a case: where its statements stand and the key to write with.
  private struct Ground {
    let matter: CompartmentID
    let heads: [StatementID]
    let roster: StatementID
    let key: GrantedKey
    let entries: [StatementID]
  }

  private func ground(_ codeName: String, of name: String, in committee: Committee) throws -> Ground
  {
    let ring = try committee.ring(of: name)
    return try committee.as(name) { vault in
      let matter = try vault.findCase(codeName, allowingPrefix: false)
      let epoch = try #require(matter.writable?.epoch)
      return Ground(
        matter: matter.id, heads: matter.state.heads, roster: vault.state.act,
        key: try #require(ring.keys[epoch]),
        entries: CaseRecord(matter.state).entries.map(\.id))
    }
  }

  private func forger(_ name: String, in committee: Committee) throws -> Forger {
    Forger(holder: try committee.person(name).identity, vault: try committee.vault)
  }

  private func note(_ text: String) -> StatementContent {
    .entry(Entry(kind: .discussion, text: text))
  }

  private func missing(_ defences: Set<Defence>, _ body: () throws -> Void) rethrows {
    try Defence.$missing.withValue(defences, operation: body)
  }

  @Test func `a colleague's statement sealed into another case shows nothing there`() throws {
    for defences: Set<Defence> in [[], [.statementBelongsHere, .authorIsEntitled]] {
      try missing(defences) {
        let committee = try Committee(of: "Maya", "Lee", "Noor")
        try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
        try committee.openCase("quiet lane", by: "Maya", admitting: ["Lee", "Noor"])
        try committee.write("Said of another.", in: "home shelf", by: "Noor")
        let from = try ground("home shelf", of: "Lee", in: committee)
        let to = try ground("quiet lane", of: "Lee", in: committee)
        let stolen = try #require(
          try committee.ring(of: "Lee").statements(of: from.matter, in: committee.shared)
            .first { $0.id == from.entries.last })
        let forger = try forger("Lee", in: committee)
        try Forger.plant(forger.pack([stolen], of: to.matter, under: to.key), of: committee.shared)
        let texts = try committee.texts(of: "quiet lane", seenBy: "Maya")
        #expect(texts.contains("Said of another.") == !defences.isEmpty)
        #expect(texts.contains("Somebody shouted."))
      }
    }
  }

  @Test func `a statement forged in a colleague's name is not believed`() throws {
    for defences: Set<Defence> in [[], [.statementSignature]] {
      try missing(defences) {
        let committee = try Committee(of: "Maya", "Lee", "Noor")
        try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
        let ground = try ground("home shelf", of: "Lee", in: committee)
        let impostor = Impostor(
          card: try committee.person("Noor").identity.card,
          signer: try committee.person("Lee").identity)
        let forger = Forger(holder: impostor, vault: try committee.vault)
        let forged = forger.statement(
          note("Noor says so."), in: ground.matter, after: ground.heads, on: ground.roster)
        try Forger.plant(
          forger.pack([forged], of: ground.matter, under: ground.key), of: committee.shared)
        let texts = try committee.texts(of: "home shelf", seenBy: "Maya")
        #expect(texts.contains("Noor says so.") == !defences.isEmpty)
        if defences.isEmpty {
          let damaged = try committee.as("Maya") { try $0.verify().damaged.map(\.reason) }
          #expect(damaged == [.badStatement])
        }
      }
    }
  }

  @Test func `what an observer, or somebody outside, states in a case is no entry`() throws {
    for defences: Set<Defence> in [[], [.authorIsEntitled], [.roleWrites]] {
      try Defence.$missing.withValue(defences) {
        let committee = try Committee(of: "Maya", "Lee", "Noor", "Oli")
        try committee.as("Maya") { _ = try $0.setRole(of: "Oli", to: .observer) }
        try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Oli"])
        let ground = try ground("home shelf", of: "Lee", in: committee)
        for name in ["Noor", "Oli", "Lee"] {
          // Lee handed the key on.
          let forger = try forger(name, in: committee)
          let stated = forger.statement(
            note("By \(name)."), in: ground.matter, after: ground.heads, on: ground.roster)
          try Forger.plant(
            forger.pack([stated], of: ground.matter, under: ground.key), of: committee.shared)
        }
        var expected: Set = ["Somebody shouted.", "By Lee."]
        if defences.contains(.authorIsEntitled) { expected.insert("By Noor.") }
        if defences.contains(.roleWrites) { expected.insert("By Oli.") }
        #expect(try committee.texts(of: "home shelf", seenBy: "Maya") == expected)
        try committee.as("Oli") { vault in
          #expect(throws: VaultError.roleMayNotWrite(.observer)) {
            try vault.add(Entry(kind: .discussion, text: "By Oli."), to: "home shelf")
          }
        }
      }
    }
  }

  @Test func `what somebody removed dates back is late, whatever parents it names`() throws {
    for defences: Set<Defence> in [[], [.cut]] {
      try missing(defences) {
        let committee = try Committee(of: "Maya", "Lee", "Noor")
        try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
        try committee.write("In time.", in: "home shelf", by: "Lee")
        let ground = try ground("home shelf", of: "Lee", in: committee)
        try committee.as("Maya") { _ = try $0.offboard("Lee") }
        var forger = try forger("Lee", in: committee)
        forger.time = 1_000_000
        let stated = [ground.heads, [StatementID(ground.matter.bytes)]].map {
          forger.statement(note("Dated back."), in: ground.matter, after: $0, on: ground.roster)
        }
        try Forger.plant(
          forger.pack(stated, of: ground.matter, under: ground.key), of: committee.shared)
        let texts = try committee.texts(of: "home shelf", seenBy: "Maya")
        #expect(texts.contains("In time."))
        #expect(texts.contains("Dated back.") == !defences.isEmpty)
        let late = try committee.lateTexts(of: "home shelf", seenBy: "Noor")
        #expect(late.contains("Dated back.") == defences.isEmpty)
      }
    }
  }

  @Test func `a removal that chooses old parents voids nothing that somebody built upon`() throws {
    for defences: Set<Defence> in [[], [.builtUponStays]] {
      try Defence.$missing.withValue(defences) {
        let committee = try Committee(of: "Maya", "Lee", "Noor")
        try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
        try committee.write("First.", in: "home shelf", by: "Lee")
        try committee.write("Built upon it.", in: "home shelf", by: "Noor")
        try committee.write("Last.", in: "home shelf", by: "Lee")
        let ground = try ground("home shelf", of: "Maya", in: committee)
        let forger = try forger("Maya", in: committee)
        let root = StatementID(ground.matter.bytes)
        let recusal = forger.statement(
          .recusal(try committee.person("Lee").identity.member), in: ground.matter, after: [root],
          on: ground.roster)
        let region = KeyRegion()
        let key = EpochKey.random(in: region)
        let vault = try committee.vault
        let members: Set<MemberID> = [
          try committee.person("Maya").identity.member,
          try committee.person("Noor").identity.member,
        ]
        let epoch = key.epoch(of: ground.matter, in: vault)
        let stated = forger.statement(
          .epoch(EpochStatement(epoch: epoch, readers: members, predecessors: [])),
          in: ground.matter,
          after: [recusal.id], on: ground.roster)
        let granted = GrantedKey(compartment: ground.matter, epoch: epoch, key: key)
        let cards = try ["Maya", "Noor"].map { try committee.person($0).identity.card.boxKey }
        try Forger.plant(
          try Grant(of: [granted], in: vault, to: Set(cards)).bytes, in: .grants,
          of: committee.shared)
        try Forger.plant(
          forger.pack([recusal, stated], of: ground.matter, under: granted), of: committee.shared)
        // Noor's entry confirms what lay below it; what nobody had built upon is late, and is kept.
        let kept: Set = ["Somebody shouted.", "First.", "Built upon it."]
        let voided: Set = ["Somebody shouted.", "Built upon it."]
        #expect(
          try committee.texts(of: "home shelf", seenBy: "Noor")
            == (defences.isEmpty ? kept : voided))
        #expect(
          try committee.lateTexts(of: "home shelf", seenBy: "Noor")
            == (defences.isEmpty ? ["Last."] : ["First.", "Last."]))
        #expect(try committee.readers(of: "home shelf", seenBy: "Noor") == ["Maya", "Noor"])
      }
    }
  }

  @Test func `a recused chair readmits nobody and themself least of all`() throws {
    for defences: Set<Defence> in [[], [.cut, .recusalBeatsAdmission]] {
      try missing(defences) {
        let committee = try Committee(of: "Maya", "Lee", "Noor")
        try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
        let ground = try ground("home shelf", of: "Maya", in: committee)
        try committee.as("Maya") { _ = try $0.recuse(nil, from: "home shelf") }
        try committee.look("Lee")
        let forger = try forger("Maya", in: committee)
        // From before the recusal was known, as if it had happened at the same time.
        let admission = forger.statement(
          .admission([forger.holder.member]), in: ground.matter, after: ground.heads,
          on: ground.roster)
        try Forger.plant(
          forger.pack([admission], of: ground.matter, under: ground.key), of: committee.shared)
        let readers = try committee.readers(of: "home shelf", seenBy: "Lee")
        #expect(readers.contains("Maya") == !defences.isEmpty)
        try committee.write("Without Maya.", in: "home shelf", by: "Lee")
        let read = try committee.ring(of: "Maya").statements(
          of: ground.matter, in: committee.shared
        ).compactMap { if case .entry(let entry) = $0.content { entry.text } else { nil } }
        if defences.isEmpty { #expect(read == []) }
      }
    }
  }

  @Test func `a recused chair does not come back by dating back the other's recusal`() throws {
    for defences: Set<Defence> in [[], [.mutualLoss]] {
      for lastWord in [false, true] {
        try missing(defences) {
          let committee = try Committee(of: "Maya", "Ada", "Lee")
          try committee.as("Maya") { _ = try $0.setRole(of: "Ada", to: .chair) }
          try committee.openCase("home shelf", by: "Maya", admitting: ["Ada", "Lee"])
          let ground = try ground("home shelf", of: "Ada", in: committee)
          try committee.as("Maya") { _ = try $0.recuse("Ada", from: "home shelf") }
          if lastWord { try committee.write("Built upon it.", in: "home shelf", by: "Lee") }
          let forger = try forger("Ada", in: committee)
          let recusal = forger.statement(
            .recusal(try committee.person("Maya").identity.member), in: ground.matter,
            after: ground.heads, on: ground.roster)
          let key = EpochKey.random(in: KeyRegion())
          let vault = try committee.vault
          let granted = GrantedKey(
            compartment: ground.matter, epoch: key.epoch(of: ground.matter, in: vault), key: key)
          let stated = forger.statement(
            .epoch(
              EpochStatement(
                epoch: granted.epoch,
                readers: Set(
                  try ["Ada", "Lee"].map { try committee.person($0).identity.member }),
                predecessors: [ground.key.epoch])),
            in: ground.matter, after: [recusal.id], on: ground.roster)
          let cards = try ["Ada", "Lee"].map { try committee.person($0).identity.card.boxKey }
          try Forger.plant(
            try Grant(of: [granted], in: vault, to: Set(cards)).bytes, in: .grants,
            of: committee.shared)
          try Forger.plant(
            forger.pack([recusal, stated], of: ground.matter, under: ground.key),
            of: committee.shared)
          let readers = try committee.readers(of: "home shelf", seenBy: "Lee")
          #expect(readers.contains("Ada") == (!defences.isEmpty && !lastWord))
          // Whoever built upon the recusal has said whose came first.
          if defences.isEmpty { #expect(readers == (lastWord ? ["Lee", "Maya"] : ["Lee"])) }
        }
      }
    }
  }

  @Test func `a plain member takes nobody out of a case and lets nobody in`() throws {
    for defences: Set<Defence> in [[], [.authority]] {
      try missing(defences) {
        let committee = try Committee(of: "Maya", "Lee", "Noor", "Oli")
        try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
        let ground = try ground("home shelf", of: "Lee", in: committee)
        let forger = try forger("Lee", in: committee)
        let recusal = forger.statement(
          .recusal(try committee.person("Noor").identity.member), in: ground.matter,
          after: ground.heads, on: ground.roster)
        let admission = forger.statement(
          .admission([try committee.person("Oli").identity.member]), in: ground.matter,
          after: [recusal.id], on: ground.roster)
        try Forger.plant(
          forger.pack([recusal, admission], of: ground.matter, under: ground.key),
          of: committee.shared)
        let readers = try committee.readers(of: "home shelf", seenBy: "Maya")
        #expect(
          readers == (defences.isEmpty ? ["Lee", "Maya", "Noor"] : ["Lee", "Maya", "Oli"]))
      }
    }
  }

  @Test func `a plain member's act on the roster is none`() throws {
    for defences: Set<Defence> in [[], [.rosterAuthority]] {
      try missing(defences) {
        let committee = try Committee(of: "Maya", "Lee", "Noor")
        let ring = try committee.ring(of: "Lee")
        let forger = try forger("Lee", in: committee)
        let (heads, act, key) = try committee.as("Lee") { vault in
          let roster = vault.rosterCompartment
          let epoch = try #require(roster.writable?.epoch)
          return (roster.state.heads, vault.state.act, try #require(ring.keys[epoch]))
        }
        let removal = forger.statement(
          .act(
            RosterAct(
              before: act, change: .remove(try committee.person("Noor").identity.member))),
          in: CompartmentID(try committee.vault.bytes), after: heads, on: act)
        try Forger.plant(
          forger.pack([removal], of: key.compartment, under: key), of: committee.shared)
        try committee.as("Maya") { vault in
          #expect(vault.members.map(\.name).contains("Noor") == defences.isEmpty)
        }
      }
    }
  }

  @Test func `a removed chair who goes on as if nothing had happened changes nothing`() throws {
    for defences: Set<Defence> in [[], [.mostVotersDecide, .majorityIsHeld]] {
      try Defence.$missing.withValue(defences) {
        let committee = try Committee(of: "Maya", "Ada", "Lee", "Noor")
        try committee.as("Maya") { _ = try $0.setRole(of: "Ada", to: .chair) }
        for name in ["Ada", "Lee", "Noor"] { try committee.look(name) }
        let ring = try committee.ring(of: "Ada")
        let (heads, act, key) = try committee.as("Ada") { vault in
          let roster = vault.rosterCompartment
          let epoch = try #require(roster.writable?.epoch)
          return (roster.state.heads, vault.state.act, try #require(ring.keys[epoch]))
        }
        try committee.as("Maya") { _ = try $0.offboard("Ada") }
        for name in ["Lee", "Noor"] {
          try committee.as(name) { vault in
            guard let waiting = vault.waitingActs.first else { return }
            _ = try vault.endorse(waiting.id.hex)
          }
        }
        for name in ["Maya", "Lee", "Noor"] { try committee.look(name) }
        // Ada forks the roster where she stood and lets somebody in.
        let forger = try forger("Ada", in: committee)
        let puppet = try committee.person("Puppet")
        let removal = try committee.as("Maya") { $0.state.act }
        // Among equals the smallest id is taken, so Ada tries until it is hers.
        var appointment: Statement
        repeat {
          appointment = forger.statement(
            .act(RosterAct(before: act, change: .appoint(puppet.identity.card, .member))),
            in: key.compartment, after: heads, on: act)
        } while appointment.id > removal
        try Forger.plant(
          forger.pack([appointment], of: key.compartment, under: key), of: committee.shared)
        for name in ["Maya", "Lee", "Noor"] {
          try committee.as(name) { vault in
            let names = vault.members.map(\.name).sorted()
            #expect((names == ["Lee", "Maya", "Noor"]) == defences.isEmpty)
            #expect(names.contains("Puppet") == !defences.isEmpty)
          }
        }
        guard defences.isEmpty else { return }
        #expect(throws: VaultError.self) { try committee.look("Ada") }
      }
    }
  }

  @Test func `a re-seal that drops a statement loses it for nobody`() throws {
    for defences: Set<Defence> in [[], [.lostIsBroughtBack]] {
      try Defence.$missing.withValue(defences) {
        let committee = try Committee(of: "Maya", "Lee", "Noor")
        try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
        try committee.write("Not to be lost.", in: "home shelf", by: "Noor")
        for name in ["Maya", "Lee"] { _ = try committee.texts(of: "home shelf", seenBy: name) }
        let ground = try ground("home shelf", of: "Lee", in: committee)
        let forger = try forger("Lee", in: committee)
        let vault = try committee.vault
        let all = try committee.ring(of: "Lee").statements(of: ground.matter, in: committee.shared)
        let key = EpochKey.random(in: KeyRegion())
        let epoch = key.epoch(of: ground.matter, in: vault)
        let names = ["Maya", "Lee", "Noor"]
        let stated = forger.statement(
          .epoch(
            EpochStatement(
              epoch: epoch,
              readers: Set(try names.map { try committee.person($0).identity.member }),
              predecessors: [ground.key.epoch])),
          in: ground.matter, after: all.filter { $0.id != ground.entries.last }.map(\.id),
          on: ground.roster)
        let reseal = forger.statement(
          .reseal(Reseal(from: [ground.key.epoch], to: epoch, extra: [])), in: ground.matter,
          after: [stated.id], on: ground.roster)
        let granted = GrantedKey(compartment: ground.matter, epoch: epoch, key: key)
        for (path, bytes) in TestFolder.files(below: committee.shared)
        where path.hasPrefix("objects/") {
          let context = SealContext(
            kind: .pack, vault: vault, compartment: ground.matter, epoch: ground.key.epoch)
          if (try? SealedObject(bytes).open(in: context, with: ground.key.key)) != nil {
            TestFolder.remove(committee.shared.appending(path))
          }
        }
        try Forger.plant(
          try Grant(
            of: [granted], in: vault,
            to: Set(try names.map { try committee.person($0).identity.card.boxKey })
          ).bytes, in: .grants, of: committee.shared)
        try Forger.plant(
          forger.pack(
            all.filter { $0.id != ground.entries.last } + [stated, reseal], of: ground.matter,
            under: granted), of: committee.shared)
        try committee.as("Maya") { vault in
          _ = try vault.showCase("home shelf")
          #expect(
            vault.notices.contains {
              switch $0 {
              case .statementsLost(_, in: "home shelf"), .broughtBack(_, in: "home shelf"): true
              default: false
              }
            })
        }
        try committee.look("Noor")
        let texts = try committee.texts(of: "home shelf", seenBy: "Maya")
        #expect(texts.contains("Not to be lost.") == defences.isEmpty)
      }
    }
  }

  @Test func `a re-seal that leaves a reader out is made good by the next other reader`() throws {
    for defences: Set<Defence> in [[], [.everyReaderIsGivenTheKey]] {
      try Defence.$missing.withValue(defences) {
        let committee = try Committee(of: "Maya", "Lee", "Noor")
        try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
        try committee.write("Said by Noor.", in: "home shelf", by: "Noor")
        let ground = try ground("home shelf", of: "Lee", in: committee)
        let forger = try forger("Lee", in: committee)
        let vault = try committee.vault
        let all = try committee.ring(of: "Lee").statements(of: ground.matter, in: committee.shared)
        let key = EpochKey.random(in: KeyRegion())
        let epoch = key.epoch(of: ground.matter, in: vault)
        let names = ["Maya", "Lee"]
        let stated = forger.statement(
          .epoch(
            EpochStatement(
              epoch: epoch,
              readers: Set(try names.map { try committee.person($0).identity.member }),
              predecessors: [ground.key.epoch])),
          in: ground.matter, after: ground.heads, on: ground.roster)
        let granted = GrantedKey(compartment: ground.matter, epoch: epoch, key: key)
        for (path, bytes) in TestFolder.files(below: committee.shared)
        where path.hasPrefix("objects/") {
          let context = SealContext(
            kind: .pack, vault: vault, compartment: ground.matter, epoch: ground.key.epoch)
          if (try? SealedObject(bytes).open(in: context, with: ground.key.key)) != nil {
            TestFolder.remove(committee.shared.appending(path))
          }
        }
        try Forger.plant(
          try Grant(
            of: [granted], in: vault,
            to: Set(try names.map { try committee.person($0).identity.card.boxKey })
          ).bytes, in: .grants, of: committee.shared)
        try Forger.plant(
          forger.pack(all + [stated], of: ground.matter, under: granted), of: committee.shared)
        try committee.look("Noor")
        try committee.write("For all three.", in: "home shelf", by: "Maya")
        let texts = (try? committee.texts(of: "home shelf", seenBy: "Noor")) ?? []
        #expect(texts.contains("For all three.") == defences.isEmpty)
        guard defences.isEmpty else { return }
        #expect(texts == ["Somebody shouted.", "Said by Noor.", "For all three."])
        #expect(try committee.write("And more.", in: "home shelf", by: "Noor") == 4)
      }
    }
  }
}
