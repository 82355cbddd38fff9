import Casework
import Defences
import Forging
import Sealing
import Statements
import Storage
import SystemPackage
import Testing

@testable import Vault

/// A command is killed between any two of its steps; the next command finishes it or forgets it, and
/// nothing is lost.
///
/// The steps are taken apart from outside: a command runs to its end, and the states on its way are
/// put together again from what it left: files added to the vault one after another, files taken
/// out, the outbox, and the machine's memory before and after.
struct CrashTests {
  private struct Act {
    let name: String
    let body: (OpenVault) throws -> Void
  }

  private func acts(_ committee: Committee) throws -> [Act] {
    let ada = try committee.person("Ada").identity.card
    return [
      Act(name: "write") {
        _ = try $0.add(Entry(kind: .discussion, text: "New."), to: "home shelf")
      },
      Act(name: "open") { vault in
        var new = OpenVault.NewCase()
        new.codeName = CodeName(reading: "calm river")
        new.admitted = ["Lee"]
        new.report = "Another."
        _ = try vault.openCase(new)
      },
      Act(name: "onboard") {
        _ = try $0.onboard([ada], as: .member, conflicts: [], only: nil)
      },
      Act(name: "admit") { _ = try $0.admit(["Oli"], to: "home shelf", namedAgain: false) },
      Act(name: "recuse") { _ = try $0.recuse("Noor", from: "home shelf") },
      Act(name: "offboard") { _ = try $0.offboard("Noor") },
      Act(name: "link") { vault in
        _ = try vault.newPerson("blue fox", names: ["Sam Doe"], aliases: [])
        _ = try vault.link("home shelf", to: "blue fox")
      },
    ]
  }

  /// What Lee, who reads the case, sees: everything a command could have half done.
  private func view(_ committee: Committee) throws -> String {
    try committee.as("Lee") { vault in
      let report = try vault.showCase("home shelf")
      let cases = vault.caseNames.map(\.shown).sorted()
      let rows = vault.sheetRecord().sorted.map {
        "\($0.codeName.text) \($0.id.person?.text ?? "-")"
      }
      return "\(vault.members.map(\.name)) \(report.readers) \(cases) \(rows)"
        + " \(report.record.entries.map(\.entry.text).sorted())"
    }
  }

  @Test func `whatever a killed command left, the next ones finish it or forget it`() throws {
    // Control: `what a killed command had decided to write is written by the next`.
    let committee = try Committee(of: "Maya", "Lee", "Noor", "Oli")
    try committee.openCase("home shelf", by: "Maya", admitting: ["Lee", "Noor"])
    try committee.write("Noor's word.", in: "home shelf", by: "Noor")
    for name in ["Lee", "Noor", "Maya"] { try committee.look(name) }
    let before = try committee.snapshot()
    defer { TestFolder.remove(before) }
    let old = try view(committee)
    let oldFiles = TestFolder.files(below: before.appending("vault"))
    var generator = SeededGenerator(seed: 11)

    for act in try acts(committee) {
      try TestFolder.restore(committee.root, from: before)
      try committee.as("Maya") { try act.body($0) }
      let memory = try TestFolder.filesByAge(below: committee.root.appending("m-Maya"))
      let after = try committee.snapshot()
      defer { TestFolder.remove(after) }
      let new = try view(committee)
      let newFiles = TestFolder.files(below: after.appending("vault"))
      let added = newFiles.keys.filter { oldFiles[$0] == nil }.sorted()
      let removed = oldFiles.keys.filter { newFiles[$0] == nil }.sorted()

      // What is written together is first written into the outbox, unless old objects go with it.
      var outbox = ByteWriter()
      for path in added {
        outbox.write(path.hasPrefix("grants/") ? Area.grants.rawValue : Area.objects.rawValue)
        outbox.write(newFiles[path] ?? [])
      }
      let isTogether = removed.isEmpty && added.count > 1
      let grantsFirst =
        added.filter { $0.hasPrefix("grants/") } + added.filter { !$0.hasPrefix("grants/") }

      for step in 0..<6 {
        try TestFolder.restore(committee.root, from: before)
        let shared = committee.shared
        func put(_ paths: some Sequence<String>) throws {
          for path in paths {
            try TestFolder.write(newFiles[path] ?? [], to: shared.appending(path))
          }
        }
        let state: String
        switch step {
        case 0:
          if isTogether {
            try committee.as("Maya") { open in
              try open.copy.memory.remember(
                outbox.bytes, as: "outbox/" + open.copy.objects.place)
            }
          }
          try put(grantsFirst.prefix(Int.random(in: 0...added.count, using: &generator)))
          state = "some objects"
        case 1:
          try put(added)
          state = "all objects"
        case 2:
          try put(added)
          for path in removed.prefix(removed.count / 2) {
            TestFolder.remove(shared.appending(path))
          }
          state = "half taken out"
        case 3:
          try TestFolder.restore(shared, from: after.appending("vault"))
          state = "vault done, nothing remembered"
        case 4:
          // The memory's files are written one after another.
          try TestFolder.restore(shared, from: after.appending("vault"))
          for (path, bytes) in memory.prefix(Int.random(in: 0...memory.count, using: &generator)) {
            try TestFolder.write(bytes, to: committee.root.appending("m-Maya").appending(path))
          }
          state = "half remembered"
        default:
          // Everything is remembered and the vault has nothing of it: storage went back.
          try TestFolder.restore(
            committee.root.appending("m-Maya"), from: after.appending("m-Maya"))
          state = "storage went back"
        }
        let told = "\(act.name), \(state)"
        try committee.look("Maya")
        for name in ["Noor", "Lee", "Maya"] { _ = try? committee.look(name) }
        let found = try view(committee)
        // Killed between the two halves of a command of two acts, the first may stand alone.
        let isWhole = found == old || found == new
        #expect(isWhole || act.name == "link" || act.name == "offboard", "\(told): \(found)")
        let texts = try committee.texts(of: "home shelf", seenBy: "Lee")
        #expect(texts.isSuperset(of: ["Somebody shouted.", "Noor's word."]), "\(told)")
        // And everybody goes on.
        try committee.write("Afterwards.", in: "home shelf", by: "Lee")
        #expect(
          try committee.texts(of: "home shelf", seenBy: "Maya").contains("Afterwards."), "\(told)")
        #expect(try committee.as("Maya") { try $0.verify().isSound }, "\(told)")
      }
    }
  }

  @Test func `what a killed command had decided to write is written by the next`() throws {
    for defences: Set<Defence> in [[], [.outboxIsFinished]] {
      try Defence.$missing.withValue(defences) {
        let committee = try Committee(of: "Maya", "Lee")
        try committee.openCase("home shelf", by: "Maya", admitting: ["Lee"])
        let before = try committee.snapshot()
        defer { TestFolder.remove(before) }
        try committee.openCase("quiet lane", by: "Maya", admitting: ["Lee"])
        let vault = TestFolder.files(below: committee.shared)
        let old = TestFolder.files(below: before.appending("vault"))
        // The outbox as the command wrote it: areas and bytes, sealed under the memory's key.
        var writer = ByteWriter()
        for (path, bytes) in vault where old[path] == nil {
          writer.write(path.hasPrefix("grants/") ? Area.grants.rawValue : Area.objects.rawValue)
          writer.write(bytes)
        }
        try TestFolder.restore(committee.root, from: before)
        try committee.as("Maya") { open in
          try open.copy.memory.remember(writer.bytes, as: "outbox/" + open.copy.objects.place)
        }
        #expect(try committee.reads("quiet lane", "Lee") == false)
        try committee.look("Maya")
        #expect(try committee.reads("quiet lane", "Lee") == defences.isEmpty)
        guard defences.isEmpty else { return }
        #expect(try committee.texts(of: "quiet lane", seenBy: "Lee") == ["Somebody shouted."])
        // Half an outbox is none: its command never took effect.
        try TestFolder.restore(committee.root, from: before)
        try committee.as("Maya") { open in
          try open.copy.memory.remember(
            Array(writer.bytes.dropLast(100)), as: "outbox/" + open.copy.objects.place)
        }
        try committee.look("Maya")
        #expect(try committee.reads("quiet lane", "Lee") == false)
        #expect(try committee.reads("quiet lane", "Maya") == false)
      }
    }
  }
}
