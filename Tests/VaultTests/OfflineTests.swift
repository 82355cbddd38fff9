import Casework
import Defences
import Sealing
import Statements
import SystemPackage
import Testing

@testable import Vault

/// Members with working copies act without knowing of each other, then sync in any order: all see
/// the same, and nobody's words are lost.
struct OfflineTests {
  /// What one member sees of a case once everything has been brought together.
  private struct View: Equatable, CustomStringConvertible {
    var readers: [String] = []
    var entries: Set<String> = []
    var late: Set<String> = []
    var description: String {
      "readers \(readers) entries \(entries.sorted()) late \(late.sorted())"
    }
    var words: Set<String> { entries.union(late) }
  }

  private func view(of codeName: String, by name: String, in committee: Committee) throws -> View? {
    try committee.as(name) { vault in
      guard let report = try? vault.showCase(codeName) else { return nil }
      return View(
        readers: report.readers, entries: Set(report.record.entries.map(\.entry.text)),
        late: Set(report.record.late.map(\.entry.text)))
    }
  }

  /// Runs `apart` once, then syncs in each of `orders` from there, and returns what each member sees.
  private func views(
    of codeName: String, for names: [String], in committee: Committee, orders: [[String]]
  ) throws -> [[String: View]] {
    let fork = try committee.snapshot()
    defer { TestFolder.remove(fork) }
    return try orders.map { order in
      try TestFolder.restore(committee.root, from: fork)
      // Three rounds: to hear, to answer, and to hear the answer.
      for _ in 0..<3 { for name in order { _ = try? committee.sync(name) } }
      return try names.reduce(into: [:]) { views, name in
        views[name] = try view(of: codeName, by: name, in: committee)
      }
    }
  }

  private let orders = [
    ["Maya", "Ada", "Lee"], ["Ada", "Maya", "Lee"], ["Lee", "Ada", "Maya"], ["Lee", "Maya", "Ada"],
  ]

  private func apart(secondChair: Bool) throws -> Committee {
    let committee = try Committee(of: "Maya")
    committee.giveCopy(to: "Ada")
    try committee.onboard("Ada", by: "Maya")
    committee.giveCopy(to: "Lee")
    try committee.onboard("Lee", by: "Maya")
    if secondChair { try committee.as("Maya") { _ = try $0.setRole(of: "Ada", to: .chair) } }
    try committee.openCase("home shelf", by: "Maya", admitting: ["Ada", "Lee"])
    // The founder too goes on in a copy of her own.
    committee.giveCopy(to: "Maya")
    let maya = try committee.person("Maya")
    _ = try OpenVault.join(
      committee.settings(maya, at: committee.place(of: "Maya")), copying: committee.shared,
      for: maya.identity, invitation: nil)
    for name in ["Maya", "Ada", "Lee"] { try committee.sync(name) }
    return committee
  }

  @Test func `two chairs who write and recuse each other offline`() throws {
    for defences: Set<Defence> in [[], [.mutualLoss]] {
      try Defence.$missing.withValue(defences) {
        let committee = try apart(secondChair: true)
        try committee.write("By Maya.", in: "home shelf", by: "Maya")
        try committee.write("By Ada.", in: "home shelf", by: "Ada")
        try committee.as("Maya") { _ = try $0.recuse("Ada", from: "home shelf") }
        try committee.as("Ada") { _ = try $0.recuse("Maya", from: "home shelf") }
        try committee.write("By Lee.", in: "home shelf", by: "Lee")
        let all = try views(
          of: "home shelf", for: ["Maya", "Ada", "Lee"], in: committee, orders: orders)
        for views in all {
          #expect((views["Lee"]?.readers == ["Lee"]) == defences.isEmpty)
          guard defences.isEmpty else { continue }
          #expect(
            views["Lee"]?.words == ["Somebody shouted.", "By Maya.", "By Ada.", "By Lee."])
          #expect(views["Lee"] == all[0]["Lee"])
        }
      }
    }
  }

  @Test func `the last two readers who recuse themselves at once both stay, and are told`() throws {
    for defences: Set<Defence> in [[], [.lastReaderStays]] {
      try Defence.$missing.withValue(defences) {
        let committee = try apart(secondChair: false)
        try committee.as("Maya") { _ = try $0.recuse("Lee", from: "home shelf") }
        for name in ["Maya", "Ada", "Maya"] { try committee.sync(name) }
        try committee.as("Maya") { _ = try $0.recuse(nil, from: "home shelf") }
        try committee.as("Ada") { _ = try $0.recuse(nil, from: "home shelf") }
        let all = try views(
          of: "home shelf", for: ["Maya", "Ada"], in: committee, orders: Array(orders.prefix(2)))
        for views in all {
          if defences.isEmpty {
            #expect(views["Maya"]?.readers == ["Ada", "Maya"])
            #expect(views["Ada"]?.readers == ["Ada", "Maya"])
            #expect(views["Ada"]?.entries == ["Somebody shouted."])
          } else {
            #expect(views["Maya"] == nil)
            #expect(views["Ada"] == nil)
          }
        }
      }
    }
  }

  @Test func `a recusal beats an admission at the same time`() throws {
    for defences: Set<Defence> in [[], [.recusalBeatsAdmission]] {
      try Defence.$missing.withValue(defences) {
        let committee = try apart(secondChair: true)
        try committee.onboard("Noor", by: "Maya", conflicts: ["home shelf"])
        try committee.openCase("quiet lane", by: "Maya", admitting: ["Ada"])
        for name in ["Maya", "Ada", "Lee", "Maya"] { try committee.sync(name) }
        try committee.as("Maya") { _ = try $0.recuse("Lee", from: "quiet lane") }
        try committee.as("Ada") { _ = try $0.admit(["Lee"], to: "quiet lane", namedAgain: false) }
        let all = try views(
          of: "quiet lane", for: ["Maya", "Ada", "Lee"], in: committee,
          orders: Array(orders.prefix(2)))
        for views in all {
          let expected = defences.isEmpty ? ["Ada", "Maya"] : ["Ada", "Lee", "Maya"]
          #expect(views["Maya"]?.readers == expected)
          #expect(views["Ada"]?.readers == expected)
          #expect((views["Lee"] == nil) == defences.isEmpty)
        }
      }
    }
  }

  @Test func `two re-seals at once and an admission to one of them leave nothing unread`() throws {
    let committee = try apart(secondChair: true)
    try committee.onboard("Noor", by: "Maya", conflicts: ["home shelf"])
    for name in ["Maya", "Ada", "Lee", "Maya"] { try committee.sync(name) }
    try committee.as("Maya") { _ = try $0.recuse("Lee", from: "home shelf") }
    try committee.as("Ada") { _ = try $0.recuse("Lee", from: "home shelf") }
    try committee.write("Under Ada's key.", in: "home shelf", by: "Ada")
    try committee.onboard("Oli", by: "Maya")
    let all = try views(
      of: "home shelf", for: ["Maya", "Ada", "Oli"], in: committee,
      orders: [["Maya", "Ada", "Oli"], ["Ada", "Maya", "Oli"]])
    for views in all {
      for name in ["Maya", "Ada", "Oli"] {
        #expect(views[name]?.readers == ["Ada", "Maya", "Oli"])
        #expect(views[name]?.entries == ["Somebody shouted.", "Under Ada's key."])
      }
    }
  }

  @Test func `chairs who remove members offline at once end with one roster`() throws {
    let committee = try apart(secondChair: true)
    try committee.onboard("Noor", by: "Maya")
    for name in ["Maya", "Ada", "Lee", "Maya"] { try committee.sync(name) }
    try committee.as("Maya") { _ = try $0.offboard("Lee") }
    try committee.as("Ada") { _ = try $0.offboard("Noor") }
    let fork = try committee.snapshot()
    defer { TestFolder.remove(fork) }
    var rosters: Set<[String]> = []
    for order in [["Maya", "Ada"], ["Ada", "Maya"]] {
      try TestFolder.restore(committee.root, from: fork)
      for _ in 0..<3 { for name in order { try committee.sync(name) } }
      for name in order {
        try committee.as(name) { rosters.insert($0.members.map(\.name).sorted()) }
      }
      let fresh = try committee.anotherMachine(of: "Maya")
      let joined = try OpenVault.join(
        committee.settings(fresh), copying: nil, for: fresh.identity, invitation: nil)
      rosters.insert(joined.vault.members.map(\.name).sorted())
    }
    #expect(rosters.count == 1)
    // One of the two removals stands; its author's other colleague sees that theirs does not.
    var told = 0
    for name in ["Maya", "Ada"] {
      told += try committee.as(name) { try $0.status().actsNotTaken.count }
    }
    #expect(told == 1)
  }

  @Test func `chairs who remove each other with a double signer end with one roster`() throws {
    for defences: Set<Defence> in [[], [.doubleStandingCountsForNone]] {
      try Defence.$missing.withValue(defences) {
        let committee = try Committee(of: "Maya", "Ada", "Lee", "Noor")
        try committee.as("Maya") {
          _ = try $0.setRole(of: "Ada", to: .chair)
          _ = try $0.setKeyHolder("Ada", to: true)
        }
        for name in ["Ada", "Lee", "Noor"] { try committee.look(name) }
        // Two folders that no longer hear of each other; Lee has a machine at each.
        let elsewhere = committee.root.appending("elsewhere")
        try TestFolder.copy(committee.shared, to: elsewhere)
        let second = try committee.anotherMachine(of: "Lee")
        _ = try OpenVault.join(
          committee.settings(second, at: elsewhere), copying: nil, for: second.identity,
          invitation: nil)
        try committee.as("Maya") { _ = try $0.offboard("Ada") }
        try committee.as("Lee") { vault in
          _ = try vault.endorse(try #require(vault.waitingActs.first).id.hex)
        }
        try committee.as("Ada", at: elsewhere) { _ = try $0.offboard("Maya") }
        try committee.run(second, at: elsewhere) { vault in
          _ = try vault.endorse(try #require(vault.waitingActs.first).id.hex)
        }
        try committee.as("Lee") { #expect(!$0.members.map(\.name).contains("Ada")) }
        try committee.run(second, at: elsewhere) {
          #expect(!$0.members.map(\.name).contains("Maya"))
        }
        let fork = try committee.snapshot()
        defer { TestFolder.remove(fork) }
        var fresh: Set<[String]> = []
        for first in [true, false] {
          try TestFolder.restore(committee.root, from: fork)
          if first {
            try committee.as("Lee") { _ = try $0.sync(with: elsewhere) }
          } else {
            try committee.run(second, at: elsewhere) { _ = try $0.sync(with: committee.shared) }
          }
          let third = Committee.Person(
            name: "Lee", identity: second.identity, memories: committee.root.appending("m-3"))
          let joined = try OpenVault.join(
            committee.settings(third), copying: nil, for: third.identity, invitation: nil)
          fresh.insert(joined.vault.members.map(\.name).sorted())
          // Control: nobody is told that Lee stood on both sides.
          let isNamed = joined.vault.roster.forks.first?.doubled.isEmpty == false
          #expect(isNamed == defences.isEmpty)
        }
        #expect(fresh.count == 1)
      }
    }
  }

  @Test func `a laptop restored from last month goes on without locking anybody out`() throws {
    let committee = try Committee(of: "Maya", "Lee", "Noor", copies: ["Lee"])
    try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
    try committee.sync("Lee")
    let month = try committee.snapshot()
    defer { TestFolder.remove(month) }
    try committee.write("Before the crash.", in: "home shelf", by: "Lee")
    try committee.sync("Lee")
    try committee.write("Meanwhile.", in: "home shelf", by: "Maya")
    try committee.as("Maya") { _ = try $0.recuse("Noor", from: "home shelf") }
    try committee.sync("Lee")
    for path in ["copy-Lee", "m-Lee"] {
      try TestFolder.restore(committee.root.appending(path), from: month.appending(path))
    }
    // The same parents as before, stated a second time.
    try committee.write("After the restore.", in: "home shelf", by: "Lee")
    try committee.sync("Lee")
    try committee.look("Maya")
    try committee.sync("Lee")
    let all: Set = ["Somebody shouted.", "Before the crash.", "Meanwhile.", "After the restore."]
    #expect(try committee.texts(of: "home shelf", seenBy: "Lee") == all)
    #expect(try committee.texts(of: "home shelf", seenBy: "Maya") == all)
    #expect(try committee.readers(of: "home shelf", seenBy: "Lee") == ["Lee", "Maya"])
    let ring = try committee.ring(of: "Noor")
    #expect(ring.opens(in: committee.shared)[try committee.as("Lee") { $0.caseNames[0].id }] == nil)
  }

  @Test func `a working copy restored while the memory is newer loses nobody's words elsewhere`()
    throws
  {
    let committee = try Committee(of: "Maya", "Lee", "Noor", copies: ["Noor"])
    try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
    try committee.sync("Noor")
    let earlier = try committee.snapshot()
    defer { TestFolder.remove(earlier) }
    try committee.write("By Maya.", in: "home shelf", by: "Maya")
    // Noor takes it up, and re-seals it in her copy, which then goes back in time.
    try committee.sync("Noor")
    try committee.as("Maya") { _ = try $0.recuse("Lee", from: "home shelf") }
    let remote = try committee.snapshot()
    defer { TestFolder.remove(remote) }
    try committee.sync("Noor")
    try TestFolder.restore(
      committee.place(of: "Noor"), from: earlier.appending("copy-Noor"))
    try TestFolder.restore(committee.shared, from: remote.appending("vault"))
    try committee.sync("Noor")
    try committee.sync("Noor")
    let machine = try committee.anotherMachine(of: "Maya")
    _ = try OpenVault.join(
      committee.settings(machine), copying: nil, for: machine.identity, invitation: nil)
    let texts = try committee.run(machine) {
      Set(try $0.showCase("home shelf").record.entries.map(\.entry.text))
    }
    #expect(texts == ["Somebody shouted.", "By Maya."])
  }
}
