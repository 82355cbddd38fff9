import Casework
import Defences
import Forging
import Sealing
import Statements
import Testing

/// Who reads a case: admitted, minus recused, minus removed.
@Suite struct EntitlementTests {
  let scene = Scene([("Bo", .member), ("Cy", .member), ("Di", .chair), ("Ob", .observer)])

  @Test func `a case opens readable by its opener and those let in with it`() {
    #expect(Matter(openedBy: "Bo", in: scene).readers == ["Bo"])
    #expect(Matter(openedBy: "Bo", with: ["Cy"], in: scene).readers == ["Bo", "Cy"])
  }

  @Test func `whoever a case is hidden from does not read it, admitted or not`() {
    let matter = Matter(openedBy: "Bo", with: ["Cy"], hiddenFrom: ["Cy"], in: scene)
    #expect(matter.readers == ["Bo"])
    #expect(matter.state.excluded == scene.ids(["Cy"]))
  }

  @Test func `nobody is let in who is not on the roster`() {
    let matter = Matter(openedBy: "Bo", in: scene)
    let admission = matter.admit(["Zed"], by: "Bo")
    #expect(matter.readers == ["Bo"])
    #expect(matter.standing(admission) == .void)
  }

  @Test func `a recusal takes its author out`() {
    let matter = Matter(openedBy: "Bo", with: ["Cy"], in: scene)
    matter.recuse("Cy")
    #expect(matter.readers == ["Bo"])
  }

  @Test func `a recusal beats an admission that does not stand above it`() {
    func readers() -> [String] {
      let matter = Matter(openedBy: "Di", with: ["Cy"], in: scene)
      let before = matter.state.heads
      matter.recuse("Cy", after: before)
      matter.admit(["Cy"], by: "Di", after: before)
      return matter.readers
    }
    #expect(readers() == ["Di"])
    // Control: the admission brings back whoever stepped out at the same time.
    Defence.$missing.withValue([.recusalBeatsAdmission]) {
      #expect(readers() == ["Cy", "Di"])
    }
  }

  @Test func `of two last readers who recuse themselves at once neither is out`() {
    func matter() -> (Matter, StatementID, StatementID) {
      let matter = Matter(openedBy: "Bo", with: ["Cy"], in: scene)
      let before = matter.state.heads
      let first = matter.recuse("Bo", after: before)
      let second = matter.recuse("Cy", after: before)
      return (matter, first, second)
    }
    let (both, first, second) = matter()
    #expect(both.readers == ["Bo", "Cy"])
    #expect(both.standing(first) == .void)
    #expect(both.standing(second) == .void)
    // Control: the case is lost to everybody.
    Defence.$missing.withValue([.lastReaderStays]) {
      #expect(matter().0.readers == [])
    }
  }

  @Test func `the last reader does not recuse themself`() {
    func readers() -> [String] {
      let matter = Matter(openedBy: "Bo", in: scene)
      matter.recuse("Bo")
      return matter.readers
    }
    #expect(readers() == ["Bo"])
    Defence.$missing.withValue([.lastReaderStays]) { #expect(readers() == []) }
  }

  @Test func `a void recusal of two at once leaves an earlier one in force`() {
    let matter = Matter(openedBy: "Bo", with: ["Cy", "Di"], in: scene)
    matter.recuse("Di")
    let before = matter.state.heads
    matter.recuse("Bo", after: before)
    matter.recuse("Cy", after: before)
    #expect(matter.readers == ["Bo", "Cy"])
  }

  @Test func `who left the committee reads nothing`() {
    let matter = Matter(openedBy: "Bo", with: ["Cy"], in: scene)
    scene.act(.remove(scene.id("Cy")), by: "Ada")
    #expect(matter.readers == ["Bo"])
    #expect(matter.state.excluded == [])
  }

  @Test func `an admission counts for one appointment only`() {
    let matter = Matter(openedBy: "Bo", with: ["Cy"], in: scene)
    scene.act(.remove(scene.id("Cy")), by: "Ada")
    scene.act(.appoint(scene["Cy"].card, .member), by: "Ada")
    #expect(matter.readers == ["Bo"])
    // Control: being appointed again opens everything one could read before.
    Defence.$missing.withValue([.appointmentBinding]) {
      #expect(matter.readers == ["Bo", "Cy"])
    }
    matter.admit(["Cy"], by: "Bo")
    #expect(matter.readers == ["Bo", "Cy"])
  }

  @Test func `nobody recused comes back by a chair's admission`() {
    let matter = Matter(openedBy: "Di", with: ["Cy"], in: scene)
    matter.recuse("Cy")
    let admission = matter.admit(["Cy"], by: "Di")
    #expect(matter.readers == ["Di"])
    #expect(matter.standing(admission) == .void)
    // Control: a chair's word is enough.
    Defence.$missing.withValue([.namedAgain]) { #expect(matter.readers == ["Cy", "Di"]) }
  }

  @Test func `an admission of two lets in the one who may be`() {
    let matter = Matter(openedBy: "Di", with: ["Cy"], in: scene)
    matter.recuse("Cy")
    matter.admit(["Bo", "Cy"], by: "Di")
    #expect(matter.readers == ["Bo", "Di"])
  }

  @Test func `a majority inside that names somebody recused lets them in again`() {
    let matter = Matter(openedBy: "Ada", with: ["Bo", "Cy", "Di"], in: scene)
    matter.recuse("Cy")
    let proposal = matter.propose(.admit(scene.ids(["Cy"])), by: "Bo")
    #expect(matter.readers == ["Ada", "Bo", "Di"])
    #expect(matter.state.waiting.map(\.needed) == [2])
    // Control: one who names them is enough.
    Defence.$missing.withValue([.majorityInside]) {
      #expect(matter.readers == ["Ada", "Bo", "Cy", "Di"])
    }
    matter.consent(to: proposal, by: "Di")
    #expect(matter.readers == ["Ada", "Bo", "Cy", "Di"])
    #expect(matter.state.waiting == [])
    // And they may step out again.
    matter.recuse("Cy")
    #expect(matter.readers == ["Ada", "Bo", "Di"])
  }

  @Test func `a majority that recuses somebody does not count their own consent`() {
    let matter = Matter(openedBy: "Bo", with: ["Cy", "Ada"], in: scene)
    let proposal = matter.propose(.recuse(scene.id("Ada")), by: "Bo")
    matter.consent(to: proposal, by: "Ada")
    #expect(matter.readers == ["Ada", "Bo", "Cy"])
    matter.consent(to: proposal, by: "Cy")
    #expect(matter.readers == ["Bo", "Cy"])
  }

  @Test func `somebody outside neither proposes nor consents`() {
    let matter = Matter(openedBy: "Bo", with: ["Cy"], in: scene)
    let proposal = matter.propose(.admit(scene.ids(["Di"])), by: "Bo")
    let consent = matter.consent(to: proposal, by: "Ada", after: [proposal])
    #expect(matter.standing(consent) == .outside)
    #expect(matter.standing(matter.propose(.admit(scene.ids(["Ada"])), by: "Ada")) == .outside)
    #expect(matter.readers == ["Bo", "Cy"])
  }

  @Test func `a consent to what was not proposed below it is void`() {
    let matter = Matter(openedBy: "Bo", with: ["Cy"], in: scene)
    let proposal = matter.propose(.admit(scene.ids(["Di"])), by: "Bo")
    #expect(matter.standing(matter.consent(to: proposal, by: "Cy", after: [matter.root])) == .void)
    #expect(matter.standing(matter.consent(to: matter.root, by: "Cy")) == .void)
    #expect(matter.readers == ["Bo", "Cy"])
  }

  @Test func `a second consent by the same member adds nothing`() {
    let matter = Matter(openedBy: "Bo", with: ["Cy", "Ada", "Di"], in: scene)
    matter.recuse("Ada")
    let proposal = matter.propose(.recuse(scene.id("Di")), by: "Bo")
    matter.consent(to: proposal, by: "Bo")
    #expect(matter.readers == ["Bo", "Cy", "Di"])
  }
}
