import Casework
import Defences
import Forging
import Sealing
import Statements
import Testing

/// A reader writes only into an epoch whose every reader is entitled now.
@Suite struct EpochTests {
  let scene = Scene([("Bo", .member), ("Cy", .member), ("Di", .chair)])

  @Test func `an epoch for exactly those entitled is open and usable`() throws {
    let matter = Matter(openedBy: "Ada", with: ["Bo"], in: scene)
    #expect(matter.state.usableEpoch == nil)
    let start = matter.start(by: "Ada")
    let epoch = try #require(matter.state.usableEpoch)
    #expect(epoch.by == start)
    #expect(epoch.potential == scene.ids(["Ada", "Bo"]))
  }

  @Test func `a recusal closes the epoch, and an appointment elsewhere does not`() {
    func isOpen() -> Bool {
      let matter = Matter(openedBy: "Ada", with: ["Bo"], in: scene)
      matter.start(by: "Ada")
      matter.recuse("Bo")
      return matter.state.usableEpoch != nil
    }
    #expect(!isOpen())
    // Control: what is written next, the one who stepped out reads.
    Defence.$missing.withValue([.epochOpenness]) { #expect(isOpen()) }
    let matter = Matter(openedBy: "Ada", with: ["Bo"], in: scene)
    matter.start(by: "Ada")
    scene.act(.appoint(scene["Eli"].card, .member), by: "Ada")
    #expect(matter.state.usableEpoch != nil)
  }

  @Test func `removal from the committee closes the epoch`() {
    let matter = Matter(openedBy: "Ada", with: ["Bo"], in: scene)
    matter.start(by: "Ada")
    scene.act(.remove(scene.id("Bo")), by: "Ada")
    #expect(matter.state.usableEpoch == nil)
    #expect(matter.state.epochs.map(\.isOpen) == [false])
  }

  @Test func `whoever lets somebody in hands them the key, so the epoch stays usable`() {
    let matter = Matter(openedBy: "Ada", with: ["Bo"], in: scene)
    matter.start(by: "Ada")
    matter.admit(["Cy"], by: "Ada")
    #expect(matter.state.usableEpoch?.potential == scene.ids(["Ada", "Bo", "Cy"]))
  }

  @Test func `an epoch whose key somebody entitled does not have is open and not usable`() {
    let matter = Matter(openedBy: "Ada", with: ["Bo", "Cy"], in: scene)
    matter.start(by: "Ada", for: ["Ada", "Bo"])
    #expect(matter.state.epochs.map(\.isOpen) == [true])
    #expect(matter.state.usableEpoch == nil)
    // Control: what is written next, a reader cannot read.
    Defence.$missing.withValue([.everyReaderIsGivenTheKey]) {
      #expect(matter.state.usableEpoch?.potential.contains(scene.id("Cy")) == true)
    }
  }

  @Test func `an admission beside an epoch may have handed out its key`() {
    let matter = Matter(openedBy: "Ada", with: ["Bo"], in: scene)
    let before = matter.state.heads
    matter.start(by: "Bo", after: before)
    matter.admit(["Cy"], by: "Ada", after: before)
    // Cy is entitled, may have the key, and has not certainly been given it.
    #expect(matter.state.epochs.map(\.isOpen) == [true])
    #expect(matter.state.epochs.map(\.isUsable) == [false])
    // Once Cy steps out the key may be in wrong hands.
    let recusal = matter.recuse("Cy")
    #expect(matter.standing(recusal) == .counts)
    #expect(matter.readers == ["Ada", "Bo"])
    #expect(matter.state.epochs.first?.potential == scene.ids(["Ada", "Bo", "Cy"]))
    #expect(matter.state.epochs.map(\.isOpen) == [false])
  }

  @Test func `an epoch that names a stranger as reader is never open`() {
    let matter = Matter(openedBy: "Ada", with: ["Bo"], in: scene)
    matter.start(by: "Bo", for: ["Ada", "Bo", "Zed"])
    #expect(matter.state.epochs.map(\.isOpen) == [false])
  }

  @Test func `of several usable epochs the smallest id is used`() {
    let matter = Matter(openedBy: "Ada", with: ["Bo"], in: scene)
    let before = matter.state.heads
    matter.start(by: "Ada", after: before, number: 9)
    matter.start(by: "Bo", after: before, number: 3)
    #expect(matter.state.epochs.map(\.isUsable) == [true, true])
    #expect(matter.state.usableEpoch?.id == EpochID(Bytes.filled(3)))
  }

  @Test func `an epoch stated by somebody who is no reader is none`() {
    let matter = Matter(openedBy: "Bo", with: ["Cy"], in: scene)
    for name in ["Ada", "Zed"] {
      #expect(matter.standing(matter.start(by: name, for: ["Bo", "Cy"])) == .outside)
    }
    #expect(matter.state.epochs == [])
    Defence.$missing.withValue([.authorIsEntitled]) {
      #expect(matter.state.epochs.count == 1)
    }
  }

  @Test func `an epoch of somebody removed is none`() {
    let matter = Matter(openedBy: "Bo", with: ["Di"], in: scene)
    matter.start(by: "Bo")
    let before = matter.state.heads
    let then = scene.head
    scene.act(.remove(scene.id("Di")), by: "Ada", endorsedBy: ["Bo", "Cy"])
    matter.start(by: "Bo")
    matter.start(by: "Di", for: ["Bo"], after: before, standingOn: then, number: 0)
    #expect(matter.state.usableEpoch?.id == EpochID(Bytes.filled(2)))
  }

  @Test func `the sheet's epoch closes when one of its readers goes, and opens to nobody new`() {
    let sheet = Matter(.sheet, by: "Ada", in: scene)
    sheet.start(by: "Ada")
    #expect(sheet.state.usableEpoch != nil)
    scene.act(.appoint(scene["Eli"].card, .member), by: "Ada")
    #expect(sheet.state.usableEpoch == nil)
    sheet.admit(["Eli"], by: "Ada")
    #expect(sheet.state.usableEpoch != nil)
    scene.act(.remove(scene.id("Bo")), by: "Ada")
    #expect(sheet.state.epochs.map(\.isOpen) == [false])
  }
}
