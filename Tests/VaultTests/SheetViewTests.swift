import Casework
import Forging
import Sealing
import Statements
import Testing

@testable import Vault

/// A command about one case reads that case's rows and not the sheet, and sees the same.
struct SheetViewTests {
  private func open(_ vault: OpenVault, count: Int, by prefix: String = "") throws {
    for _ in 0..<count {
      var new = OpenVault.NewCase()
      new.isOpenToAll = true
      _ = try vault.openCase(new)
    }
  }

  /// The rows as the statements of the sheet themselves give them.
  private func reference(_ vault: OpenVault) -> [String] {
    var record = SheetRecord()
    if let sheet = vault.sheet { record.add(sheet.state) }
    return describe(record)
  }

  private func describe(_ record: SheetRecord) -> [String] {
    record.sorted.map { row in
      let values = row.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      return "\(row.codeName.text)|\(row.id.person?.text ?? "")|\(row.opened)|\(values)"
    }
  }

  private func isSheetRead(_ vault: OpenVault) -> Bool {
    vault.ids(of: .sheet).contains { vault.compartments[$0] != nil }
  }

  @Test func `a command about one case does not read the sheet`() throws {
    let committee = try Committee(of: "Maya", "Lee")
    try committee.as("Maya") { try open($0, count: 40) }
    try committee.look("Maya")
    let name = try committee.as("Maya") { vault in
      let name = vault.caseNames[3].shown
      _ = try vault.showCase(name)
      #expect(!isSheetRead(vault))
      return name
    }
    try committee.as("Maya") { vault in
      _ = try vault.setRow(of: name, person: nil, to: [.actions: .text("ask the venue")])
      try open(vault, count: 1)
      #expect(!isSheetRead(vault))
      let rows = try vault.showCase(name).rows
      #expect(rows.map { $0.values["actions"] } == [["ask the venue"]])
      #expect(!isSheetRead(vault))
    }
    try committee.as("Maya") { vault in
      let person = try vault.newPerson(nil, names: ["Sam"], aliases: [])
      _ = try vault.link(name, to: person.shown)
      #expect(!isSheetRead(vault))
    }
    // The other member's machine takes all of it in as if the sheet had been read for it.
    try committee.as("Lee") { vault in
      #expect(isSheetRead(vault))
      #expect(describe(vault.sheetRecord()) == reference(vault))
      #expect(vault.sheetRecord().rows.count == 41)
      let rows = try vault.showCase(name).rows
      #expect(rows.map { $0.id.person != nil } == [true])
    }
  }

  @Test func `what is folded is what the statements say, whoever wrote them in whatever order`()
    throws
  {
    let committee = try Committee(of: "Maya", "Lee")
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<30 {
      let name = Bool.random(using: &generator) ? "Maya" : "Lee"
      let draw = Int.random(in: 0..<10, using: &generator)
      try committee.as(name) { vault in
        if draw < 3 || vault.caseNames.isEmpty { return try open(vault, count: 1) }
        let matter = vault.caseNames.randomElement(using: &generator)?.shown ?? ""
        _ = try vault.setRow(
          of: matter, person: nil,
          to: draw < 5 ? [.actions: nil] : [.actions: .text("draw \(draw)")])
      }
      try committee.as(name) { vault in
        let folded = describe(vault.sheetRecord())
        #expect(!isSheetRead(vault))
        #expect(folded == reference(vault))
      }
    }
  }

  @Test func `a fold of which a part is lost is not believed`() throws {
    let committee = try Committee(of: "Maya", "Lee")
    try committee.as("Maya") { try open($0, count: 40) }
    try committee.look("Maya")
    try committee.as("Maya") { vault in
      for shard in 0..<2 {
        try vault.copy.memory.forget("sheet/rows/\(shard)/" + vault.copy.objects.place)
      }
    }
    try committee.as("Maya") { vault in
      #expect(vault.sheetRecord().rows.count == 40)
      #expect(isSheetRead(vault))
    }
  }

  @Test func `rows written without the sheet are merged before they are many`() throws {
    let committee = try Committee(of: "Maya", "Lee")
    try committee.look("Maya")
    for _ in 0..<36 { try committee.as("Maya") { try open($0, count: 1) } }
    try committee.as("Maya") { vault in
      let sheet = try #require(vault.sheet)
      #expect(sheet.contents.count < 24)
      #expect(vault.sheetRecord().rows.count == 36)
    }
  }

  @Test func `a row stated before the sheet is read after all is in it`() throws {
    let committee = try Committee(of: "Maya", "Lee")
    try committee.as("Maya") { try open($0, count: 3) }
    try committee.look("Maya")
    try committee.as("Maya") { vault in
      let matter = try vault.findCase(vault.caseNames[0].shown, allowingPrefix: false)
      try vault.write(
        ["actions": ["both"]], person: nil, of: matter, CaseRecord(matter.state))
      #expect(!isSheetRead(vault))
      #expect(vault.sheet?.pending.count == 1)
      try vault.commit()
    }
    try committee.as("Lee") { vault in
      #expect(vault.sheetRecord().sorted.contains { $0.values["actions"] == ["both"] })
    }
  }

  @Test func `a command that was killed before the fold was whole leaves none behind`() throws {
    let committee = try Committee(of: "Maya", "Lee")
    try committee.as("Maya") { try open($0, count: 3) }
    try committee.look("Maya")
    try committee.as("Maya") { vault in
      var view = try #require(
        vault.sheet.flatMap {
          SheetView($0, at: vault.state.act, place: vault.copy.objects.place, in: vault.copy.memory)
        })
      #expect(throws: VaultError.interrupted) {
        try view.save { () throws(VaultError) in throw .interrupted }
      }
      let sheet = try #require(vault.ids(of: .sheet).first)
      #expect(
        SheetView(
          of: sheet, at: vault.state.act, place: vault.copy.objects.place,
          recalledFrom: vault.copy.memory) == nil)
    }
  }
}
