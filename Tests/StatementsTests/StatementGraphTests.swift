import Casework
import Defences
import Forging
import Sealing
import Statements
import Testing

/// The one order of a compartment's statements.
@Suite struct StatementGraphTests {
  /// A case with entries on parents drawn at random.
  private func matter(_ seed: UInt64) -> Matter {
    var generator = SeededGenerator(seed: seed)
    let scene = Scene([("Bo", .member), ("Cy", .member)], seed: seed)
    let matter = Matter(openedBy: "Ada", with: ["Bo", "Cy"], in: scene)
    var ids = [matter.root]
    for _ in 0..<20 {
      let parents = Set((0..<3).compactMap { _ in ids.randomElement(using: &generator) })
      ids.append(
        matter.write(
          by: ["Ada", "Bo", "Cy"].randomElement(using: &generator) ?? "Ada",
          after: parents.sorted()))
    }
    return matter
  }

  @Test func `every order of arrival gives one order, parents first`() {
    for seed in UInt64(0)..<100 {
      let matter = matter(seed)
      let order = StatementGraph(matter.statements).statements.map(\.id)
      #expect(order.count == 21)
      var generator = SeededGenerator(seed: seed + 1000)
      for _ in 0..<5 {
        let shuffled = matter.statements.shuffled(using: &generator)
        #expect(StatementGraph(shuffled + shuffled.prefix(3)).statements.map(\.id) == order)
      }
      let places = Dictionary(uniqueKeysWithValues: zip(order, 0...))
      for statement in matter.statements {
        for parent in statement.parents {
          #expect(places[parent, default: .max] < places[statement.id, default: -1])
        }
      }
    }
  }

  @Test func `a parent that is not there is named, and what stands on it stays`() throws {
    let matter = matter(7)
    let gone = matter.statements[3]
    let graph = StatementGraph(matter.statements.filter { $0.id != gone.id })
    #expect(graph.missing == [gone.id])
    #expect(graph.statements.count == 20)
  }

  @Test func `a founding statement founds one compartment and no second one`() {
    func standing() -> CompartmentState.Standing? {
      let scene = Scene([("Bo", .member)])
      let sheet = Matter(.sheet, by: "Ada", in: scene)
      sheet.start(by: "Ada")
      let second = Scene.state(
        .founding(.sheet), in: scene.vault, nil, after: [], standingOn: scene.head,
        by: scene["Bo"], salt: scene.nextSalt())
      return sheet.state(of: sheet.statements + [second]).standing(of: second.id)
    }
    #expect(standing() == .outside)
    // Control: it counts in a compartment it does not found.
    Defence.$missing.withValue([.foundingOnce]) { #expect(standing() == .counts) }
  }

  @Test func `a case without its founding is none`() {
    let matter = matter(1)
    #expect(
      CompartmentState(
        of: matter.id, statements: matter.statements.dropFirst(), roster: matter.scene.chain) == nil
    )
  }

  @Test func `seeded quarrels inside a case end alike in every order of arrival`() {
    for seed in UInt64(0)..<150 {
      var generator = SeededGenerator(seed: seed)
      let people = ["Ada", "Bo", "Cy", "Di"]
      let scene = Scene([("Bo", .member), ("Cy", .chair), ("Di", .member)], seed: seed)
      let matter = Matter(openedBy: "Bo", with: ["Ada", "Cy"], in: scene)
      func anybody() -> String { people.randomElement(using: &generator) ?? "Ada" }
      var proposals: [StatementID] = []
      for _ in 0..<14 {
        let parents = Array(
          matter.statements.suffix(5).map(\.id).shuffled(using: &generator).prefix(2))
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: matter.recuse(anybody(), by: anybody(), after: parents)
        case 1: matter.admit([anybody()], by: anybody(), after: parents)
        case 2:
          matter.start(
            by: anybody(), for: people.filter { _ in Bool.random(using: &generator) },
            after: parents)
        case 3:
          proposals.append(
            matter.propose(.admit(scene.ids([anybody()])), by: anybody(), after: parents))
        case 4:
          if let last = proposals.last {
            matter.consent(to: last, by: anybody(), after: parents + [last])
          }
        default: matter.write(by: anybody(), after: parents)
        }
      }
      let expected = matter.state
      for _ in 0..<4 {
        let state = matter.state(of: matter.statements.shuffled(using: &generator))
        #expect(state.entitled == expected.entitled, "seed \(seed)")
        #expect(state.standings == expected.standings, "seed \(seed)")
        #expect(state.epochs == expected.epochs, "seed \(seed)")
        #expect(state.waiting == expected.waiting, "seed \(seed)")
      }
      #expect(!expected.entitled.isEmpty, "seed \(seed)")
      // Nobody who may hold the key of a usable epoch is not entitled.
      for epoch in expected.epochs where epoch.isUsable {
        #expect(epoch.potential == expected.entitled, "seed \(seed)")
      }
    }
  }
}
