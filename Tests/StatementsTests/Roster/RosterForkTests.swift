import Casework
import Defences
import Forging
import Sealing
import Statements
import Testing

/// Which branch is the roster.
@Suite struct RosterForkTests {
  let scene = Scene([("Bo", .member), ("Cy", .member), ("Di", .chair), ("Eli", .member)])

  private var headNames: [String] { scene.names(scene.chain.head.all) }

  @Test func `the branch that more voters follow is the roster`() {
    let fork = scene.head
    let first = scene.act(.remove(scene.id("Bo")), by: "Ada", after: fork)
    let second = scene.act(.remove(scene.id("Cy")), by: "Di", after: fork)
    scene.follow(second, by: "Eli")
    #expect(scene.chain.path.last == second)
    // Control: whoever tries until the id of their act is the smallest has their way.
    func headOfTheSmallest() -> StatementID? {
      Defence.$missing.withValue([.mostVotersDecide]) { scene.chain.path.last }
    }
    #expect(headOfTheSmallest() == min(first, second))
    scene.follow(first, by: "Bo")
    scene.follow(first, by: "Cy")
    #expect(scene.chain.path.last == first)
    #expect(headOfTheSmallest() == min(first, second))
    #expect(scene.chain.forks.map(\.leftOut) == [[second]])
    #expect(scene.chain.leftOut == [second])
  }

  @Test func `among equals the smallest id is the roster`() {
    let fork = scene.head
    let ids = ["Bo", "Cy", "Eli"].map { scene.act(.remove(scene.id($0)), by: "Ada", after: fork) }
    #expect(scene.chain.path.last == ids.min())
    #expect(scene.chain(of: scene.inputs.reversed()).path.last == ids.min())
    // Control: storage chooses by what it shows first.
    Defence.$missing.withValue([.smallestBreaksTies]) {
      #expect(scene.chain.path.last == ids.first)
      #expect(scene.chain(of: scene.inputs.reversed()).path.last == ids.last)
    }
  }

  @Test func `who stands on two branches counts for neither, and is named`() throws {
    func chain() -> (chain: RosterChain, first: StatementID) {
      let scene = Scene([("Bo", .member), ("Cy", .member), ("Di", .chair), ("Eli", .member)])
      let fork = scene.head
      let first = scene.act(.remove(scene.id("Bo")), by: "Ada", after: fork)
      scene.follow(first, by: "Eli")
      let second = scene.act(.remove(scene.id("Eli")), by: "Di", after: fork)
      let third = scene.act(
        .role(scene.id("Bo"), .chair), by: "Bo", after: fork, endorsedBy: ["Cy", "Di"])
      for name in ["Bo", "Cy"] {
        scene.follow(second, by: name)
        scene.follow(third, by: name)
      }
      return (scene.chain, first)
    }
    let (chain1, first) = chain()
    #expect(chain1.path.last == first)
    #expect(try #require(chain1.forks.last).doubled == scene.ids(["Bo", "Cy", "Di"]))
    // Control: two who follow everything but one branch decide against it.
    Defence.$missing.withValue([.doubleStandingCountsForNone]) {
      let (open, first) = chain()
      #expect(open.path.last != first)
    }
  }

  @Test func `a former majority that dates back counts for nothing`() {
    func heads() -> Set<[String]> {
      (UInt64(1)...10).reduce(into: []) { heads, seed in
        let scene = Scene([("Bo", .member), ("Cy", .member), ("Di", .chair)], seed: seed)
        let old = scene.head
        // Everybody builds on what follows: Bo and Cy as well.
        let next = scene.act(.appoint(scene["Eli"].card, .member), by: "Ada")
        for name in ["Bo", "Cy", "Di"] { scene.follow(next, by: name) }
        scene.act(.remove(scene.id("Bo")), by: "Ada")
        scene.act(.remove(scene.id("Cy")), by: "Ada")
        // Bo and Cy, out now, remove the chair in the past, when they were a majority of three.
        let dated = scene.act(.remove(scene.id("Ada")), by: "Bo", after: old, endorsedBy: ["Cy"])
        for name in ["Bo", "Cy"] { scene.follow(dated, by: name) }
        #expect(scene.chain.states[dated] != nil)
        heads.insert(scene.names(scene.chain.head.all))
      }
    }
    #expect(heads() == [["Ada", "Di", "Eli"]])
    // Control: without the count of voters a small id is enough.
    Defence.$missing.withValue([.mostVotersDecide]) {
      #expect(heads() == [["Ada", "Di", "Eli"], ["Bo", "Cy", "Di"]])
    }
  }

  @Test func `nor with an accomplice who never wrote since, where a majority was seen`() {
    func heads() -> Set<[String]> {
      (UInt64(1)...10).reduce(into: []) { heads, seed in
        let scene = Scene([("Bo", .member), ("Cy", .member), ("Di", .chair)], seed: seed)
        let old = scene.head
        let next = scene.act(.appoint(scene["Eli"].card, .member), by: "Ada")
        for name in ["Bo", "Cy"] { scene.follow(next, by: name) }
        let held = scene.chain.majorities
        scene.act(.remove(scene.id("Bo")), by: "Ada")
        let dated = scene.act(
          .remove(scene.id("Ada")), by: "Bo", after: old, endorsedBy: ["Cy", "Di"])
        for name in ["Bo", "Cy", "Di"] { scene.follow(dated, by: name) }
        heads.insert(scene.names(scene.chain(of: scene.inputs, held: held).head.all))
      }
    }
    #expect(heads() == [["Ada", "Cy", "Di", "Eli"]])
    // Control: one against one, so that the smaller id decides.
    Defence.$missing.withValue([.majorityIsHeld]) {
      #expect(heads() == [["Ada", "Cy", "Di", "Eli"], ["Bo", "Cy", "Di"]])
    }
  }

  @Test func `a branch on which a majority was seen is not left`() {
    func heads() -> (before: StatementID?, after: StatementID?, first: StatementID) {
      let scene = Scene([("Bo", .member), ("Cy", .member), ("Di", .chair), ("Eli", .member)])
      let fork = scene.head
      let first = scene.act(.remove(scene.id("Bo")), by: "Ada", after: fork)
      for name in ["Cy", "Eli"] { scene.follow(first, by: name) }
      let seen = scene.chain
      // Those who stood on it go over to another, which storage had withheld.
      let second = scene.act(
        .remove(scene.id("Ada")), by: "Di", after: fork, endorsedBy: ["Bo", "Cy"])
      scene.follow(second, by: "Eli")
      let after = scene.chain(of: scene.inputs, held: seen.majorities)
      return (seen.path.last, after.path.last, first)
    }
    let (before, after, first) = heads()
    #expect(before == first)
    #expect(after == first)
    // Control: without the memory's word the machine changes sides.
    Defence.$missing.withValue([.majorityIsHeld]) {
      let (before, after, first) = heads()
      #expect(before == first)
      #expect(after != first)
    }
  }

  @Test func `two who complete one proposal at once are for the same change`() throws {
    let fork = scene.head
    let removal = RosterChange.remove(scene.id("Di"))
    let first = scene.act(removal, by: "Bo", after: fork, endorsedBy: ["Ada", "Cy"])
    let second = scene.act(removal, by: "Eli", after: fork, endorsedBy: ["Ada", "Cy"])
    let against = scene.act(.remove(scene.id("Bo")), by: "Di", after: fork)
    let chain = scene.chain
    #expect(chain.path.last == min(first, second))
    #expect(try #require(chain.forks.last).doubled == [])
    // Control: whoever signed for both acts of one change counts for neither.
    let open = Defence.$missing.withValue([.endorsementIsForTheChange]) { scene.chain }
    #expect(try #require(open.forks.last).doubled == scene.ids(["Ada", "Cy"]))
    #expect(!chain.path.contains(against))
    #expect(scene.names(chain.head.all) == ["Ada", "Bo", "Cy", "Eli"])
    // Nobody has said yet which of the two acts they stand on, so neither is held.
    #expect(!chain.majorities.contains(first) && !chain.majorities.contains(second))
    for name in ["Ada", "Cy"] { scene.follow(max(first, second), by: name) }
    #expect(scene.chain.path.last == max(first, second))
    #expect(scene.chain.majorities.contains(max(first, second)))
  }

  @Test func `whoever repeats others' endorsements takes none of them away`() {
    // Ada, Bo and Cy remove Di. Eli, Di's accomplice, writes the same removal with the same
    // endorsements, so that Bo and Cy would seem to stand on two branches; Di removes Bo.
    func heads() -> Set<[String]> {
      (UInt64(1)...20).reduce(into: []) { heads, seed in
        let scene = Scene(
          [("Bo", .member), ("Cy", .member), ("Di", .chair), ("Eli", .member)], seed: seed)
        let fork = scene.head
        let removal = RosterChange.remove(scene.id("Di"))
        scene.act(removal, by: "Ada", after: fork, endorsedBy: ["Bo", "Cy"])
        scene.act(removal, by: "Eli", after: fork, endorsedBy: ["Ada", "Bo", "Cy"])
        scene.act(.remove(scene.id("Bo")), by: "Di", after: fork)
        heads.insert(scene.names(scene.chain.head.all))
      }
    }
    #expect(heads() == [["Ada", "Bo", "Cy", "Eli"]])
    // Control: their endorsements are gone, and one accomplice is as good as three voters.
    Defence.$missing.withValue([.endorsementIsForTheChange]) {
      #expect(heads().contains(["Ada", "Cy", "Di", "Eli"]))
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `chairs who remove one another in a circle leave one roster`(seed: UInt64) {
    let scene = Scene([("Bo", .chair), ("Cy", .chair)], seed: seed)
    let fork = scene.head
    let circle = ["Ada", "Bo", "Cy"]
    for (index, name) in circle.enumerated() {
      let target = circle[(index + 1) % 3]
      let helper = circle[(index + 2) % 3]
      scene.act(.remove(scene.id(target)), by: name, after: fork, endorsedBy: [helper])
    }
    let chain = scene.chain
    #expect(chain.path.count == 4)
    #expect(chain.head.members.count == 2)
    #expect(chain.leftOut.count == 2)
    #expect(scene.chain(of: scene.inputs.reversed()).path == chain.path)
    // Control: each order of arrival has a committee of its own.
    Defence.$missing.withValue([.smallestBreaksTies]) {
      #expect(scene.chain.path != scene.chain(of: scene.inputs.reversed()).path)
    }
  }

  @Test func `a member removed builds nothing more`() {
    let fork = scene.head
    let removal = scene.act(.remove(scene.id("Bo")), by: "Ada", after: fork)
    let after = scene.act(.remove(scene.id("Cy")), by: "Bo", after: removal, endorsedBy: ["Eli"])
    #expect(scene.chain.refused[after] == .authorIsNoVoter)
    // Control: they go on as before.
    Defence.$missing.withValue([.votersAct]) {
      let other = Scene([("Bo", .member), ("Cy", .member), ("Eli", .member)])
      other.act(.remove(other.id("Bo")), by: "Ada")
      other.act(.remove(other.id("Cy")), by: "Bo", endorsedBy: ["Ada", "Eli"])
      #expect(other.names(other.chain.head.all) == ["Ada", "Eli"])
    }
    // A puppet that Bo follows alone wins against nobody.
    for name in ["Cy", "Eli"] { scene.follow(removal, by: name) }
    let dated = scene.act(
      .role(scene.id("Bo"), .chair), by: "Bo", after: fork, endorsedBy: ["Cy", "Di"])
    scene.follow(dated, by: "Bo")
    #expect(!scene.chain.path.contains(dated))
  }

  @Test func `a statement that stands on a branch left out is judged before the fork`() {
    let fork = scene.head
    let first = scene.act(.remove(scene.id("Bo")), by: "Ada", after: fork)
    let second = scene.act(.appoint(scene["Zed"].card, .chair), by: "Di", after: fork)
    for name in ["Cy", "Eli"] { scene.follow(first, by: name) }
    let chain = scene.chain
    #expect(chain.path.last == first)
    #expect(chain.position(of: second) == chain.position(of: fork))
    #expect(chain.position(of: StatementID(Bytes.filled(7))) == 0)
  }

  @Test func `followings by people who do not vote move nothing`() {
    let scene = Scene([("Ob", .observer), ("Can", .candidate)])
    let fork = scene.head
    let ids = [
      scene.act(.appoint(scene["Bo"].card, .member), by: "Ada", after: fork),
      scene.act(.appoint(scene["Cy"].card, .member), by: "Ada", after: fork),
    ].sorted()
    for name in ["Ob", "Can", "Zed"] { scene.follow(ids[1], by: name) }
    #expect(scene.chain.path.last == ids[0])
    // Control: an observer and a candidate decide which act stands.
    Defence.$missing.withValue([.onlyVotersCount]) { #expect(scene.chain.path.last == ids[1]) }
  }
}
