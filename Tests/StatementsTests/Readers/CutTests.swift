import Casework
import Defences
import Forging
import Sealing
import Statements
import Testing

/// What somebody stated before they lost a compartment counts; what turns up afterwards is late.
@Suite struct CutTests {
  let scene = Scene([("Bo", .member), ("Cy", .member), ("Di", .chair)])

  @Test func `what lies below the epoch that leaves its author out counts`() {
    let matter = Matter(openedBy: "Ada", with: ["Bo", "Cy"], in: scene)
    matter.start(by: "Ada")
    let entry = matter.write(by: "Bo")
    matter.recuse("Bo")
    matter.start(by: "Ada")
    #expect(matter.standing(entry) == .counts)
  }

  @Test func `what was stated with old parents after the loss is late`() {
    func matter() -> (Matter, StatementID) {
      let matter = Matter(openedBy: "Ada", with: ["Bo", "Cy"], in: scene)
      matter.start(by: "Ada")
      let before = matter.state.heads
      matter.recuse("Bo")
      matter.start(by: "Ada")
      return (matter, matter.write(by: "Bo", after: before))
    }
    let (matter1, dated) = matter()
    #expect(matter1.standing(dated) == .late)
    #expect(!matter1.state.heads.contains(dated))
    // Control: the entry counts as if it had been there in time.
    Defence.$missing.withValue([.cut]) {
      let (open, dated) = matter()
      #expect(open.standing(dated) == .counts)
    }
  }

  @Test func `old parents void nothing: what others built upon in time still counts`() {
    let matter = Matter(openedBy: "Ada", with: ["Bo", "Cy"], in: scene)
    matter.start(by: "Ada")
    let before = matter.state.heads
    let early = matter.write(by: "Bo")
    let answer = matter.write(by: "Cy")
    // The recusal, and the epoch that leaves Bo out, choose parents from before all of it.
    let recusal = matter.recuse("Bo", by: "Ada", after: before)
    matter.start(by: "Ada", for: ["Ada", "Cy"], after: [recusal])
    #expect(matter.standing(early) == .counts)
    #expect(matter.standing(answer) == .counts)
    // Nobody built upon this one.
    let late = matter.write(by: "Bo", after: [early])
    #expect(matter.standing(late) == .late)
    // Control: whoever takes somebody out chooses how much of theirs counts.
    Defence.$missing.withValue([.builtUponStays]) { #expect(matter.standing(early) == .late) }
  }

  @Test func `a late recusal takes nobody out, and a late admission lets nobody in`() {
    let matter = Matter(openedBy: "Ada", with: ["Di", "Bo"], in: scene)
    matter.start(by: "Ada")
    let before = matter.state.heads
    matter.recuse("Di")
    matter.start(by: "Ada")
    matter.recuse("Bo", by: "Di", after: before)
    matter.admit(["Cy"], by: "Di", after: before)
    #expect(matter.readers == ["Ada", "Bo"])
    Defence.$missing.withValue([.cut]) { #expect(matter.readers == ["Ada", "Cy"]) }
  }

  @Test func `what somebody removed from the committee says afterwards is late`() {
    let matter = Matter(openedBy: "Ada", with: ["Bo", "Cy"], in: scene)
    matter.start(by: "Ada")
    let before = matter.state.heads
    let then = scene.head
    let early = matter.write(by: "Bo", after: before)
    matter.write(by: "Cy", after: [early])
    scene.act(.remove(scene.id("Bo")), by: "Ada")
    matter.start(by: "Ada")
    #expect(matter.standing(early) == .counts)
    let dated = matter.write(by: "Bo", after: before, standingOn: then)
    #expect(matter.standing(dated) == .late)
    let honest = matter.write(by: "Bo")
    #expect(matter.standing(honest) == .late)
  }

  @Test func `on the sheet a member's rows stay when they go`() throws {
    let sheet = Matter(.sheet, by: "Ada", in: scene)
    sheet.start(by: "Ada")
    scene.act(.appoint(scene["Eli"].card, .member), by: "Ada")
    sheet.admit(["Eli"], by: "Ada")
    let before = sheet.state.heads
    let row = sheet.write(by: "Eli")
    #expect(sheet.standing(row) == .counts)
    let then = scene.head
    scene.act(.remove(scene.id("Eli")), by: "Ada")
    sheet.start(by: "Ada")
    #expect(sheet.standing(row) == .counts)
    let dated = sheet.write(by: "Eli", after: before, standingOn: then)
    #expect(sheet.standing(dated) == .late)
  }

  @Test func `an epoch begun beside an admission cuts nothing off`() {
    let matter = Matter(openedBy: "Ada", with: ["Bo"], in: scene)
    let before = matter.state.heads
    matter.start(by: "Bo", after: before)
    matter.admit(["Cy"], by: "Ada", after: before)
    let entry = matter.write(by: "Cy")
    let recusal = matter.recuse("Cy")
    #expect(matter.standing(entry) == .counts)
    #expect(matter.standing(recusal) == .counts)
    #expect(matter.readers == ["Ada", "Bo"])
    matter.start(by: "Ada")
    #expect(matter.standing(entry) == .counts)
    #expect(matter.standing(matter.write(by: "Cy", after: [entry])) == .late)
  }

  @Test func `who was appointed again is cut off by their removal`() {
    let matter = Matter(openedBy: "Ada", with: ["Bo", "Cy"], in: scene)
    matter.start(by: "Ada")
    let before = matter.state.heads
    let then = scene.head
    scene.act(.remove(scene.id("Bo")), by: "Ada")
    matter.start(by: "Ada")
    scene.act(.appoint(scene["Bo"].card, .member), by: "Ada")
    let dated = matter.write(by: "Bo", after: before, standingOn: then)
    #expect(matter.standing(dated) == .late)
    matter.admit(["Bo"], by: "Ada")
    #expect(matter.standing(matter.write(by: "Bo")) == .counts)
  }

  @Test func `two members who recuse each other are both out, in every order of arrival`() {
    let matter = Matter(openedBy: "Ada", with: ["Di", "Bo"], in: scene)
    let before = matter.state.heads
    let first = matter.recuse("Ada", by: "Di", after: before)
    let second = matter.recuse("Di", by: "Ada", after: before)
    #expect(matter.readers == ["Bo"])
    matter.start(by: "Bo")
    #expect(matter.standing(first) == .counts)
    #expect(matter.standing(second) == .counts)
    #expect(scene.names(matter.state(of: matter.statements.reversed()).entitled) == ["Bo"])
  }

  @Test func `nor does it matter that each of them started an epoch without the other`() {
    let matter = Matter(openedBy: "Ada", with: ["Di", "Bo"], in: scene)
    let before = matter.state.heads
    let first = matter.recuse("Ada", by: "Di", after: before)
    matter.start(by: "Di", for: ["Bo", "Di"], after: [first])
    let second = matter.recuse("Di", by: "Ada", after: before)
    matter.start(by: "Ada", for: ["Ada", "Bo"], after: [second])
    #expect(matter.readers == ["Bo"])
    // Control: each epoch makes the other's recusal late, and both are in again.
    Defence.$missing.withValue([.mutualLoss]) { #expect(matter.readers == ["Ada", "Bo", "Di"]) }
    matter.write(by: "Bo", after: before)
    #expect(matter.readers == ["Bo"])
    matter.start(by: "Bo")
    #expect(matter.readers == ["Bo"])
    #expect(matter.standing(first) == .counts)
    #expect(matter.standing(second) == .counts)
    // From now on nothing more of theirs is in time.
    #expect(matter.standing(matter.write(by: "Di", after: before)) == .late)
    #expect(matter.standing(matter.write(by: "Ada", after: before)) == .late)
  }

  @Test func `who was removed from the committee dates back no recusal of the last reader`() {
    let matter = Matter(openedBy: "Di", with: ["Ada"], in: scene)
    matter.start(by: "Di")
    let before = matter.state.heads
    let then = scene.head
    scene.act(.remove(scene.id("Ada")), by: "Di", endorsedBy: ["Bo", "Cy"])
    #expect(scene.names(scene.chain.head.chairs) == ["Di"])
    matter.start(by: "Di")
    let dated = matter.recuse("Di", by: "Ada", after: before, standingOn: then)
    #expect(matter.standing(dated) == .late)
    #expect(matter.readers == ["Di"])
  }

  @Test func `three who take one another out in a circle are all out`() {
    scene.act(.role(scene.id("Bo"), .chair), by: "Ada")
    let matter = Matter(openedBy: "Ada", with: ["Bo", "Di", "Cy"], in: scene)
    let before = matter.state.heads
    for (name, target) in [("Ada", "Bo"), ("Bo", "Di"), ("Di", "Ada")] {
      let recusal = matter.recuse(target, by: name, after: before)
      let rest = ["Ada", "Bo", "Cy", "Di"].filter { $0 != target }
      matter.start(by: name, for: rest, after: [recusal])
    }
    #expect(matter.readers == ["Cy"])
    matter.start(by: "Cy")
    #expect(matter.readers == ["Cy"])
  }

  @Test func `a recusal in answer is late once somebody built upon the one it answers`() {
    let matter = Matter(openedBy: "Ada", with: ["Di", "Bo"], in: scene)
    let before = matter.state.heads
    let first = matter.recuse("Di", by: "Ada", after: before)
    matter.start(by: "Ada", for: ["Ada", "Bo"], after: [first])
    matter.write(by: "Bo")
    let answer = matter.recuse("Ada", by: "Di", after: before)
    #expect(matter.standing(answer) == .late)
    #expect(matter.readers == ["Ada", "Bo"])
    // And stays so, whatever is stated beside it.
    matter.start(by: "Di", for: ["Bo", "Di"], after: [answer])
    #expect(matter.readers == ["Ada", "Bo"])
  }

  @Test func `a recusal in answer, dated back, comes too late`() {
    let matter = Matter(openedBy: "Ada", with: ["Di", "Bo"], in: scene)
    let before = matter.state.heads
    matter.recuse("Di", by: "Ada", after: before)
    matter.start(by: "Bo")
    let answer = matter.recuse("Ada", by: "Di", after: before)
    #expect(matter.standing(answer) == .late)
    #expect(matter.readers == ["Ada", "Bo"])
  }

  @Test func `who came back has nothing late that was not before`() {
    let matter = Matter(openedBy: "Ada", with: ["Bo"], in: scene)
    matter.start(by: "Ada")
    let early = matter.write(by: "Bo")
    matter.recuse("Bo")
    matter.start(by: "Ada")
    let proposal = matter.propose(.admit(scene.ids(["Bo"])), by: "Ada")
    #expect(matter.standing(proposal) == .counts)
    #expect(matter.readers == ["Ada", "Bo"])
    #expect(matter.standing(early) == .counts)
    #expect(matter.standing(matter.write(by: "Bo")) == .counts)
  }
}
