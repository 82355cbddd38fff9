import Casework
import Defences
import Forging
import Sealing
import Sodium
import Statements
import Testing

/// Which acts are valid where they stand.
@Suite struct RosterActTests {
  private func refusal(
    of change: (Scene) -> RosterChange, by name: String, endorsedBy endorsers: [String] = [],
    in scene: Scene
  ) -> RosterRefusal? {
    let before = scene.head
    let act = scene.act(change(scene), by: name, endorsedBy: endorsers)
    let chain = scene.chain
    #expect(chain.path.contains(act) == (chain.refused[act] == nil))
    scene.head = chain.path.contains(act) ? act : before
    return chain.refused[act]
  }

  @Test func `a chair appoints, changes roles and removes plain members alone`() {
    let scene = Scene([("Bo", .member)])
    #expect(refusal(of: { .appoint($0["Cy"].card, .candidate) }, by: "Ada", in: scene) == nil)
    #expect(refusal(of: { .role($0.id("Cy"), .member) }, by: "Ada", in: scene) == nil)
    #expect(refusal(of: { .keyHolder($0.id("Cy"), true) }, by: "Ada", in: scene) == nil)
    #expect(refusal(of: { .remove($0.id("Cy")) }, by: "Ada", in: scene) == nil)
    #expect(scene.names(scene.chain.head.all) == ["Ada", "Bo"])
  }

  @Test(arguments: ["Ob", "Can", "Av", "Sta", "Zed"])
  func `who does not vote does not act on others`(name: String) {
    let people: [(String, Role)] = [
      ("Bo", .member), ("Ob", .observer), ("Can", .candidate), ("Av", .adviser), ("Sta", .standIn),
    ]
    let scene = Scene(people)
    #expect(
      refusal(of: { .remove($0.id("Bo")) }, by: name, endorsedBy: ["Ada"], in: scene)
        == .authorIsNoVoter)
    #expect(refusal(of: { .role($0.id(name), .chair) }, by: name, in: scene) == .authorIsNoVoter)
    // Control: anybody's act is an act, also that of somebody who was never let in.
    Defence.$missing.withValue([.votersAct]) {
      #expect(
        refusal(of: { .remove($0.id("Bo")) }, by: name, endorsedBy: ["Ada"], in: Scene(people))
          == nil)
    }
  }

  @Test func `a member appoints with a majority only`() {
    let scene = Scene([("Bo", .member), ("Cy", .member), ("Di", .member)])
    func attempt(_ endorsers: [String]) -> RosterRefusal? {
      refusal(of: { .appoint($0["Eli"].card, .chair) }, by: "Bo", endorsedBy: endorsers, in: scene)
    }
    #expect(attempt(["Cy"]) == .needsMajority(of: 4, needed: 3, has: 2))
    // Control: one member makes anybody chair.
    Defence.$missing.withValue([.rosterAuthority]) {
      let other = Scene([("Bo", .member)])
      other.act(.appoint(other["Eli"].card, .chair), by: "Bo")
      #expect(other.names(other.chain.head.chairs) == ["Ada", "Eli"])
    }
    #expect(attempt(["Cy", "Di"]) == nil)
  }

  @Test func `endorsements of people who do not vote, or of oneself, are not counted`() {
    let scene = Scene([("Bo", .member), ("Cy", .member), ("Ob", .observer)])
    func attempt() -> RosterRefusal? {
      refusal(
        of: { .appoint($0["Eli"].card, .chair) }, by: "Bo", endorsedBy: ["Bo", "Ob", "Zed", "Eli"],
        in: scene)
    }
    #expect(attempt() == .needsMajority(of: 3, needed: 2, has: 1))
    // Control: a majority of people who do not vote.
    Defence.$missing.withValue([.onlyVotersCount]) { #expect(attempt() == nil) }
  }

  @Test func `a chair falls by a majority of at least two, the target not counted`() {
    let scene = Scene([("Bo", .member), ("Cy", .member), ("Di", .chair)])
    for change: (Scene) -> RosterChange in [
      { .remove($0.id("Di")) }, { .role($0.id("Di"), .member) },
      { .rekey($0.id("Di"), $0["Dia"].card) },
    ] {
      #expect(
        refusal(of: change, by: "Ada", in: scene) == .needsMajority(of: 3, needed: 2, has: 1))
    }
    #expect(
      refusal(of: { .remove($0.id("Di")) }, by: "Bo", endorsedBy: ["Di"], in: scene)
        == .needsMajority(of: 3, needed: 2, has: 1))
    // Control: one chair takes down another alone.
    Defence.$missing.withValue([.rosterAuthority]) {
      let other = Scene([("Bo", .member), ("Cy", .member), ("Di", .chair)])
      #expect(refusal(of: { .remove($0.id("Di")) }, by: "Ada", in: other) == nil)
    }
    #expect(refusal(of: { .remove($0.id("Di")) }, by: "Bo", endorsedBy: ["Cy"], in: scene) == nil)
  }

  @Test func `in a committee of two nobody removes the chair`() {
    let scene = Scene([("Bo", .member)])
    #expect(
      refusal(of: { .remove($0.id("Ada")) }, by: "Bo", in: scene)
        == .needsMajority(of: 1, needed: 2, has: 1))
    #expect(
      scene.chain.head.endorsementsNeeded(for: .remove(scene.id("Ada")), by: scene.id("Bo")) == nil)
    #expect(refusal(of: { .remove($0.id("Bo")) }, by: "Ada", in: scene) == nil)
  }

  @Test func `of two chairs neither removes the other`() {
    let scene = Scene([("Bo", .chair)])
    for (author, target) in [("Ada", "Bo"), ("Bo", "Ada")] {
      #expect(
        refusal(of: { .remove($0.id(target)) }, by: author, in: scene)
          == .needsMajority(of: 1, needed: 2, has: 1))
    }
    // Control: the first to do it is the only chair.
    Defence.$missing.withValue([.rosterAuthority]) {
      let other = Scene([("Bo", .chair)])
      #expect(refusal(of: { .remove($0.id("Ada")) }, by: "Bo", in: other) == nil)
      #expect(other.names(other.chain.head.chairs) == ["Bo"])
    }
  }

  @Test func `in a committee of three two remove the chair once there is another`() {
    let scene = Scene([("Bo", .member), ("Cy", .member)])
    #expect(
      refusal(of: { .remove($0.id("Ada")) }, by: "Bo", endorsedBy: ["Cy"], in: scene) == .lastChair)
    #expect(
      refusal(of: { .role($0.id("Bo"), .chair) }, by: "Bo", endorsedBy: ["Cy"], in: scene) == nil)
    #expect(refusal(of: { .remove($0.id("Ada")) }, by: "Bo", endorsedBy: ["Cy"], in: scene) == nil)
    #expect(scene.names(scene.chain.head.chairs) == ["Bo"])
  }

  @Test(arguments: [0, 1, 2])
  func `the last chair neither leaves nor steps down`(way: Int) {
    func attempt() -> (RosterRefusal?, Scene) {
      let scene = Scene([("Bo", .member), ("Cy", .member)])
      let signature = scene["Ada"].sign(
        RosterAct.departed(scene.id("Ada"), after: scene.head, in: scene.vault), for: .departure)
      let changes: [RosterChange] = [
        .remove(scene.id("Ada")), .role(scene.id("Ada"), .member),
        .depart(scene.id("Ada"), signature: signature),
      ]
      return (refusal(of: { _ in changes[way] }, by: "Ada", in: scene), scene)
    }
    #expect(attempt().0 == .lastChair)
    // Control: a committee without a chair.
    Defence.$missing.withValue([.lastChairStays]) {
      let (refused, scene) = attempt()
      #expect(refused == nil)
      #expect(scene.chain.head.chairs == [])
    }
  }

  @Test func `anybody may take themself out, and a voter's client may write it down`() {
    let scene = Scene([("Bo", .member), ("Ob", .observer)])
    func departure(_ name: String) -> RosterChange {
      .depart(
        scene.id(name),
        signature: scene[name].sign(
          RosterAct.departed(scene.id(name), after: scene.head, in: scene.vault), for: .departure))
    }
    let observer = departure("Ob")
    #expect(refusal(of: { _ in observer }, by: "Ob", in: scene) == nil)
    let member = departure("Bo")
    #expect(refusal(of: { _ in member }, by: "Ada", in: scene) == nil)
    #expect(scene.statements.allSatisfy { $0.isAuthentic })
  }

  @Test func `a departure is good only with the leaver's own signature, for this place`() throws {
    let scene = Scene([("Bo", .member)])
    let earlier = scene["Bo"].sign(
      RosterAct.departed(scene.id("Bo"), after: scene.founding.id, in: scene.vault), for: .departure
    )
    let forged = scene["Ada"].sign(
      RosterAct.departed(scene.id("Bo"), after: scene.head, in: scene.vault), for: .departure)
    let elsewhere = scene["Bo"].sign(
      RosterAct.departed(scene.id("Bo"), after: scene.head, in: VaultID(Bytes.filled(9))),
      for: .departure)
    for signature in [earlier, forged, elsewhere] {
      let act = scene.makeAct(
        .depart(scene.id("Bo"), signature: signature), after: scene.head, endorsedBy: [])
      let statement = scene.onRoster(.act(act), by: "Ada")
      #expect(!statement.isAuthentic)
      // Control: anybody is made to leave.
      Defence.$missing.withValue([.departureSignature]) { #expect(statement.isAuthentic) }
    }
  }

  @Test func `an endorsement is good for one change after one act in one vault`() {
    func acts() -> [Statement] {
      let scene = Scene([("Bo", .member), ("Cy", .member), ("Di", .chair)])
      let removal = RosterChange.remove(scene.id("Di"))
      let good = scene.makeAct(removal, after: scene.head, endorsedBy: ["Cy"])
      let earlier = scene.makeAct(removal, after: scene.founding.id, endorsedBy: ["Cy"])
      let other = scene.makeAct(.remove(scene.id("Ada")), after: scene.head, endorsedBy: ["Cy"])
      let elsewhere = [
        scene.id("Cy"): scene["Cy"].sign(
          RosterAct.endorsed(removal, after: scene.head, in: VaultID(Bytes.filled(9))),
          for: .endorsement)
      ]
      let bySomebodyElse = [
        scene.id("Cy"): scene["Bo"].sign(
          RosterAct.endorsed(removal, after: scene.head, in: scene.vault), for: .endorsement)
      ]
      #expect(scene.onRoster(.act(good), by: "Bo").isAuthentic)
      return [earlier.endorsements, other.endorsements, elsewhere, bySomebodyElse].map {
        scene.onRoster(
          .act(RosterAct(before: good.before, change: removal, endorsements: $0)), by: "Bo")
      }
    }
    #expect(acts().map(\.isAuthentic) == [false, false, false, false])
    // Control: a chair falls by an endorsement nobody gave.
    Defence.$missing.withValue([.endorsementSignature]) {
      #expect(acts().map(\.isAuthentic) == [true, true, true, true])
    }
  }

  @Test func `a card that was changed appoints nobody`() throws {
    func isAuthentic() throws -> Bool {
      let scene = Scene()
      let changed = try Card(
        decoding: ForgedCard {
          let good = ForgedCard()
          $0.boxKey = Hand("Eve").card.boxKey.bytes
          $0.signature = good.signer.sign(good.signedPart, under: "conclave/1/card")
        }.bytes)
      let act = scene.makeAct(.appoint(changed, .chair), after: scene.head, endorsedBy: [])
      return scene.onRoster(.act(act), by: "Ada").isAuthentic
    }
    let checked = try isAuthentic()
    #expect(!checked)
    let unchecked = try Defence.$missing.withValue([.cardSignature]) { try isAuthentic() }
    #expect(unchecked)
  }

  @Test func `votes and titles are a chair's to give, and a majority's, and change no authority`() {
    let scene = Scene([("Bo", .member), ("Cy", .member), ("Av", .adviser)])
    #expect(refusal(of: { .voting($0.id("Bo"), false) }, by: "Ada", in: scene) == nil)
    #expect(scene.chain.head.member(scene.id("Bo"))?.votesOnMotions == false)
    // Who governs goes by the role.
    #expect(scene.chain.head.voters.contains(scene.id("Bo")))
    #expect(refusal(of: { .voting($0.id("Bo"), false) }, by: "Ada", in: scene) == .nothingToChange)
    #expect(refusal(of: { .voting($0.id("Av"), false) }, by: "Ada", in: scene) == .nothingToChange)
    #expect(refusal(of: { .titles($0.id("Cy"), [.responder]) }, by: "Ada", in: scene) == nil)
    #expect(scene.chain.head.member(scene.id("Cy"))?.titles == [.responder])
    #expect(
      refusal(of: { .titles($0.id("Bo"), [.boardLiaison]) }, by: "Bo", in: scene)
        == .needsMajority(of: 3, needed: 2, has: 1))
    #expect(
      refusal(
        of: { .titles($0.id("Bo"), [.boardLiaison]) }, by: "Bo", endorsedBy: ["Cy"], in: scene)
        == nil)
    // Anyone may give up their own vote, and nobody takes it back alone.
    #expect(refusal(of: { .voting($0.id("Cy"), false) }, by: "Cy", in: scene) == nil)
    #expect(
      refusal(of: { .voting($0.id("Cy"), true) }, by: "Cy", in: scene)
        == .needsMajority(of: 3, needed: 2, has: 1))
    // A new card keeps both.
    let card = Hand("Cy again").card
    #expect(refusal(of: { .rekey($0.id("Cy"), card) }, by: "Ada", in: scene) == nil)
    #expect(scene.chain.head.member(card.member)?.hasVote == false)
    #expect(scene.chain.head.member(card.member)?.titles == [.responder])
  }

  @Test func `nobody is enrolled twice, nor somebody else's box key`() throws {
    let scene = Scene([("Bo", .member)])
    #expect(
      refusal(of: { .appoint($0["Bo"].card, .chair) }, by: "Ada", in: scene)
        == .alreadyEnrolled(scene.id("Bo")))
    let stolen = try Card(
      name: "Eve", address: "", boxKey: scene["Bo"].card.boxKey, signedBy: scene["Eve"].signingKey)
    #expect(
      refusal(of: { _ in .appoint(stolen, .member) }, by: "Ada", in: scene) == .boxKeyEnrolled)
    #expect(
      refusal(of: { .rekey($0.id("Bo"), $0["Ada"].card) }, by: "Ada", in: scene)
        == .alreadyEnrolled(scene.id("Ada")))
    // Control: whatever is granted to Bo is granted to Eve, and who opened it cannot be told.
    Defence.$missing.withValue([.enrolledOnce]) {
      #expect(refusal(of: { _ in .appoint(stolen, .member) }, by: "Ada", in: scene) == nil)
      #expect(scene.names(scene.chain.head.all) == ["Ada", "Bo", "Eve"])
    }
  }

  @Test func `acts on people who are not there change nothing`() {
    let scene = Scene([("Bo", .member)])
    let changes: [(Scene) -> RosterChange] = [
      { .remove($0.id("Zed")) }, { .role($0.id("Zed"), .member) },
      { .keyHolder($0.id("Zed"), true) }, { .rekey($0.id("Zed"), $0["Eve"].card) },
    ]
    for change in changes {
      #expect(refusal(of: change, by: "Ada", in: scene) == .notAMember(scene.id("Zed")))
    }
    #expect(refusal(of: { .role($0.id("Bo"), .member) }, by: "Ada", in: scene) == .nothingToChange)
    #expect(
      refusal(of: { .keyHolder($0.id("Bo"), false) }, by: "Ada", in: scene) == .nothingToChange)
    #expect(
      refusal(of: { .role($0.id("Bo"), .candidate) }, by: "Ada", in: scene)
        == .roleNotGiven(.candidate))
  }

  @Test func `a new key takes the old one's place, and its role`() {
    let scene = Scene([("Bo", .member), ("Cy", .member)])
    #expect(refusal(of: { .keyHolder($0.id("Bo"), true) }, by: "Ada", in: scene) == nil)
    #expect(refusal(of: { .rekey($0.id("Bo"), $0["Bob"].card) }, by: "Ada", in: scene) == nil)
    let head = scene.chain.head
    #expect(head.member(scene.id("Bo")) == nil)
    #expect(head.member(scene.id("Bob"))?.role == .member)
    #expect(head.member(scene.id("Bob"))?.isKeyHolder == true)
  }

  @Test func `whoever votes no more holds the person identity key no more`() {
    let scene = Scene([("Bo", .member)])
    #expect(refusal(of: { .keyHolder($0.id("Bo"), true) }, by: "Ada", in: scene) == nil)
    #expect(refusal(of: { .role($0.id("Bo"), .observer) }, by: "Bo", in: scene) == nil)
    #expect(scene.chain.head.keyHolders == scene.ids(["Ada"]))
  }

  @Test func `an act after one that is not valid is not valid`() {
    let scene = Scene([("Bo", .member)])
    let stray = scene.act(.appoint(scene["Eve"].card, .chair), by: "Bo")
    let child = scene.act(.remove(scene.id("Ada")), by: "Eve", after: stray)
    let chain = scene.chain
    #expect(!chain.path.contains(child))
    #expect(chain.states[child] == nil)
    // Control: with the first act the second is valid, and the chair is gone.
    Defence.$missing.withValue([.rosterAuthority]) { #expect(scene.chain.path.contains(child)) }
  }

  @Test func `a roster that its founder's card does not found is none`() {
    let scene = Scene()
    let input = RosterChain.Input(
      id: scene.founding.id, author: scene.id("Eve"), content: scene.founding.content)
    #expect(RosterChain(founding: input, statements: []) == nil)
    // Control: somebody founds a committee in another's name.
    Defence.$missing.withValue([.founderIsOnTheCard]) {
      let chain = RosterChain(founding: input, statements: [])
      #expect(chain?.head.chairs == scene.ids(["Ada"]))
    }
    let sheet = RosterChain.Input(
      id: scene.founding.id, author: scene.id("Ada"), content: .founding(.sheet))
    #expect(RosterChain(founding: sheet, statements: []) == nil)
  }
}
