import Casework
import Defences
import Forging
import Sealing
import Statements
import Testing

/// Governing and widening take a chair inside, or more than half of the voters inside.
@Suite struct AuthorityTests {
  let scene = Scene([
    ("Bo", .member), ("Cy", .member), ("Di", .chair), ("Ob", .observer), ("Av", .adviser),
  ])

  @Test func `a chair inside lets in and takes out`() {
    let matter = Matter(openedBy: "Bo", with: ["Ada"], in: scene)
    matter.admit(["Cy"], by: "Ada")
    #expect(matter.readers == ["Ada", "Bo", "Cy"])
    matter.recuse("Cy", by: "Ada")
    #expect(matter.readers == ["Ada", "Bo"])
  }

  @Test func `a chair outside lets nobody in and takes nobody out`() {
    func matter() -> (Matter, [StatementID]) {
      let matter = Matter(openedBy: "Bo", with: ["Cy"], in: scene)
      return (
        matter,
        [
          matter.admit(["Ada"], by: "Ada"), matter.recuse("Cy", by: "Ada"), matter.write(by: "Ada"),
          matter.start(by: "Ada", for: ["Ada", "Bo"]),
        ]
      )
    }
    let (shut, tried) = matter()
    #expect(shut.readers == ["Bo", "Cy"])
    #expect(tried.map(shut.standing) == [.outside, .outside, .outside, .outside])
    #expect(shut.state.epochs == [])
    // Control: what a chair who is outside says counts, and without the second check they let
    // themself in.
    Defence.$missing.withValue([.authorIsEntitled]) {
      let (open, tried) = matter()
      #expect(open.readers == ["Bo", "Cy"])
      #expect(open.standing(tried[2]) == .counts)
      #expect(open.standing(tried[3]) == .counts)
    }
    Defence.$missing.withValue([.authorIsEntitled, .authority]) {
      #expect(matter().0.readers.contains("Ada"))
    }
  }

  @Test func `a recused chair governs nothing any more`() {
    let matter = Matter(openedBy: "Ada", with: ["Di", "Bo"], in: scene)
    let before = matter.state.heads
    matter.recuse("Ada")
    let tried = [
      matter.admit(["Ada"], by: "Ada"), matter.recuse("Di", by: "Ada"),
      matter.propose(.admit(scene.ids(["Ada"])), by: "Ada"), matter.start(by: "Ada"),
    ]
    #expect(matter.readers == ["Bo", "Di"])
    #expect(tried.allSatisfy { matter.standing($0) == .late })
    // Nor with parents from before; what they governed there is theirs no more than what came after.
    matter.start(by: "Di")
    let dated = matter.recuse("Di", by: "Ada", after: before)
    #expect(matter.standing(dated) == .late)
    #expect(matter.readers == ["Bo", "Di"])
    // Control: dated back, the recusal of the other chair counts.
    Defence.$missing.withValue([.cut]) { #expect(matter.readers == ["Bo"]) }
  }

  @Test func `a plain member does not let in while a chair is inside`() {
    func readers() -> [String] {
      let matter = Matter(openedBy: "Bo", with: ["Ada"], in: scene)
      matter.admit(["Cy"], by: "Bo")
      return matter.readers
    }
    #expect(readers() == ["Ada", "Bo"])
    Defence.$missing.withValue([.authority]) { #expect(readers() == ["Ada", "Bo", "Cy"]) }
  }

  @Test func `while no chair is inside the opener lets in, and nobody else does`() {
    let matter = Matter(openedBy: "Bo", with: ["Cy"], in: scene)
    #expect(matter.standing(matter.admit(["Di"], by: "Cy")) == .void)
    matter.admit(["Di"], by: "Bo")
    #expect(matter.readers == ["Bo", "Cy", "Di"])
    #expect(matter.standing(matter.admit(["Ada"], by: "Bo")) == .void)
  }

  @Test func `an opener takes nobody out alone`() {
    func readers() -> [String] {
      let matter = Matter(openedBy: "Bo", with: ["Cy", "Av"], in: scene)
      matter.recuse("Cy", by: "Bo")
      return matter.readers
    }
    // Of two voters the one who is not the target is more than half of the rest.
    #expect(readers() == ["Av", "Bo"])
    let matter = Matter(openedBy: "Bo", with: ["Cy", "Ada"], in: scene)
    #expect(matter.standing(matter.recuse("Cy", by: "Bo")) == .void)
    Defence.$missing.withValue([.authority]) { #expect(matter.readers == ["Ada", "Bo"]) }
  }

  @Test func `an opener who is no voter any more lets nobody in`() {
    let matter = Matter(openedBy: "Bo", with: ["Cy", "Av"], in: scene)
    scene.act(.role(scene.id("Bo"), .observer), by: "Ada")
    #expect(matter.standing(matter.admit(["Ob"], by: "Bo")) == .void)
    #expect(matter.readers == ["Av", "Bo", "Cy"])
  }

  @Test func `somebody who opens no cases lets nobody into one`() {
    let matter = Matter(openedBy: "Ob", in: scene)
    #expect(matter.standing(matter.admit(["Bo"], by: "Ob")) == .void)
    #expect(matter.readers == ["Ob"])
  }

  @Test(arguments: ["Ob", "Av"])
  func `who does not vote does not govern`(name: String) {
    let matter = Matter(openedBy: "Bo", with: ["Cy", "Di", name], in: scene)
    let tried = [
      matter.admit(["Ada"], by: name), matter.recuse("Cy", by: name),
      matter.propose(.admit(scene.ids(["Ada"])), by: name),
    ]
    #expect(tried.allSatisfy { matter.standing($0) == .void })
    let proposal = matter.propose(.recuse(scene.id("Cy")), by: "Bo")
    #expect(matter.standing(matter.consent(to: proposal, by: name)) == .void)
    #expect(matter.readers == ["Bo", "Cy", "Di", name].sorted())
  }

  @Test func `an observer reads and writes nothing, and may step out`() {
    let matter = Matter(openedBy: "Bo", with: ["Ob"], in: scene)
    #expect(matter.standing(matter.write(by: "Ob")) == .outside)
    let contact = matter.say(.contact(scene.id("Ob")), by: "Ob")
    #expect(matter.standing(contact) == .outside)
    // Control: what an observer says counts.
    Defence.$missing.withValue([.roleWrites]) { #expect(matter.standing(contact) == .counts) }
    matter.recuse("Ob")
    #expect(matter.readers == ["Bo"])
  }

  @Test func `an adviser writes entries`() {
    let matter = Matter(openedBy: "Bo", with: ["Av"], in: scene)
    #expect(matter.standing(matter.write(by: "Av")) == .counts)
  }

  @Test func `in a person's entry key holders stand in the chair's place`() {
    scene.act(.keyHolder(scene.id("Bo"), true), by: "Ada")
    scene.act(.keyHolder(scene.id("Cy"), true), by: "Ada")
    let entry = Matter(entryBy: "Bo", in: scene)
    #expect(entry.readers == ["Bo"])
    entry.admit(["Cy"], by: "Bo")
    #expect(entry.readers == ["Bo", "Cy"])
    #expect(entry.standing(entry.admit(["Di"], by: "Bo")) == .void)
    #expect(entry.standing(entry.admit(["Di"], by: "Di")) == .outside)
    entry.recuse("Cy", by: "Bo")
    #expect(entry.readers == ["Bo"])
  }

  @Test func `whoever is no key holder any more reads no entry`() {
    scene.act(.keyHolder(scene.id("Bo"), true), by: "Ada")
    let entry = Matter(entryBy: "Ada", with: ["Bo"], in: scene)
    #expect(entry.readers == ["Ada", "Bo"])
    scene.act(.keyHolder(scene.id("Bo"), false), by: "Ada")
    #expect(entry.readers == ["Ada"])
  }

  @Test func `a statement of the roster governs no case`() {
    let matter = Matter(openedBy: "Bo", with: ["Ada"], in: scene)
    let appoint = scene.makeAct(
      .appoint(scene["Zed"].card, .chair), after: scene.head, endorsedBy: [])
    matter.say(.act(appoint), by: "Ada")
    #expect(scene.chain.head.members.count == 6)
    #expect(matter.readers == ["Ada", "Bo"])
  }
}
