import Casework
import Defences
import Forging
import Sealing
import Statements
import Testing

/// Seeded histories of a quarrelling committee: whatever the order of arrival, one roster.
@Suite struct RosterOrderTests {
  private static let people = ["Ada", "Bo", "Cy", "Di", "Eli", "Fay", "Gus"]

  /// Acts by anybody on anybody, after any act there is, endorsed and followed by anybody.
  private func history(_ seed: UInt64) -> Scene {
    var generator = SeededGenerator(seed: seed)
    let scene = Scene([("Bo", .chair), ("Cy", .member), ("Di", .member)], seed: seed)
    var acts = [scene.founding.id, scene.head]
    func anybody() -> String {
      Self.people[Int.random(in: 0..<Self.people.count, using: &generator)]
    }
    for _ in 0..<Int.random(in: 10...30, using: &generator) {
      let recent = acts.suffix(4)
      guard let before = recent.randomElement(using: &generator) else { continue }
      if Int.random(in: 0..<4, using: &generator) == 0 {
        scene.follow(before, by: anybody())
        continue
      }
      let target = anybody()
      let change: RosterChange =
        switch Int.random(in: 0..<6, using: &generator) {
        case 0, 1: .remove(scene.id(target))
        case 2: .role(scene.id(target), Bool.random(using: &generator) ? .chair : .member)
        case 3: .keyHolder(scene.id(target), true)
        default: .appoint(scene[target].card, Bool.random(using: &generator) ? .chair : .member)
        }
      // Mostly what is valid: by a voter of that moment, with the signatures it takes.
      let voters = (scene.chain.states[before].map { scene.names($0.voters) } ?? []).sorted()
      let isHonest = Int.random(in: 0..<5, using: &generator) > 0
      let author = isHonest ? voters.randomElement(using: &generator) ?? "Ada" : anybody()
      let endorsers = voters.filter { _ in Int.random(in: 0..<2, using: &generator) == 0 }
      let act = scene.act(change, by: author, after: before, endorsedBy: endorsers)
      if scene.chain.states[act] != nil { acts.append(act) }
    }
    return scene
  }

  @Test(arguments: [UInt64(0)..<30, 30..<60])
  func `every order of arrival gives one head`(seeds: Range<UInt64>) {
    var forked = 0
    for seed in seeds {
      let scene = history(seed)
      let expected = scene.chain
      forked += expected.forks.isEmpty ? 0 : 1
      var generator = SeededGenerator(seed: seed ^ 0xffff)
      for _ in 0..<4 {
        let chain = scene.chain(of: scene.inputs.shuffled(using: &generator))
        #expect(chain.path == expected.path, "seed \(seed)")
        #expect(chain.majorities == expected.majorities, "seed \(seed)")
        #expect(chain.refused == expected.refused, "seed \(seed)")
      }
      // Received twice is received once.
      #expect(scene.chain(of: scene.inputs + scene.inputs).path == expected.path, "seed \(seed)")
      // There is a chair at every point of the path.
      #expect(expected.path.allSatisfy { expected.states[$0]?.chairs.isEmpty == false })
    }
    // The histories are worth having only if most of them quarrel.
    #expect(forked > seeds.count / 2)
    // Control: where the first to arrive wins a tie, the order of arrival decides.
    Defence.$missing.withValue([.smallestBreaksTies]) {
      let decided = seeds.count { seed in
        let scene = history(seed)
        return scene.chain.path != scene.chain(of: scene.inputs.reversed()).path
      }
      #expect(decided > 0)
    }
  }

  @Test func `two machines that held majorities as they came end alike unless voters doubled`() {
    func seedsThatEndApart() -> [UInt64] {
      (UInt64(0)..<40).filter { seed in
        let scene = history(seed)
        var generator = SeededGenerator(seed: seed ^ 0xabcd)
        let heads = (0..<2).map { _ -> StatementID? in
          let inputs = scene.inputs.shuffled(using: &generator)
          var held: Set<StatementID> = []
          for count in stride(from: 1, through: inputs.count, by: 3) {
            held.formUnion(scene.chain(of: Array(inputs.prefix(count)), held: held).majorities)
          }
          return scene.chain(of: inputs, held: held).path.last
        }
        let doubled = scene.chain.forks.contains { !$0.doubled.isEmpty }
        return heads[0] != heads[1] && !doubled
      }
    }
    #expect(seedsThatEndApart() == [])
    // Control: where whoever stands on both sides counts on both, nobody sees why some do.
    Defence.$missing.withValue([.doubleStandingCountsForNone]) {
      #expect(seedsThatEndApart() != [])
    }
  }
}
