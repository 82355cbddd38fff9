import Casework
import Forging
import Sealing
import Statements
import SystemPackage
import Testing

@testable import Vault

/// Many steps by people with and without copies of their own, in an order drawn from a seed.
///
/// The oracle knows only sets: what was written where, who was ever let in, who was taken out. At the
/// end, when everybody has synced, all readers of a case agree who reads it, nobody's words are lost,
/// and no key that anybody ever held opens what they do not read.
struct SimulationTests {
  private final class Oracle {
    var written: [String: Set<String>] = [:]
    var letIn: [String: Set<String>] = [:]
    var takenOut: [String: Set<String>] = [:]
    var removed: Set<String> = []
  }

  @Test(arguments: [3, 77, 2026] as [UInt64])
  func `after any history all agree, no word is lost and no kept key opens too much`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let committee = try Committee(of: "Maya", "Ada", "Lee", "Noor", copies: ["Ada", "Lee"])
    try committee.as("Maya") { _ = try $0.setRole(of: "Ada", to: .chair) }
    let people = ["Maya", "Ada", "Lee", "Noor"]
    for name in ["Ada", "Lee"] { try committee.sync(name) }
    let oracle = Oracle()
    var rings: [String: KeyRing] = [:]
    for name in people { rings[name] = try committee.ring(of: name) }
    let names = ["home shelf", "quiet lane", "calm river"]
    var history: [String] = []

    for step in 0..<80 {
      guard let name = people.randomElement(using: &generator) else { continue }
      let others = people.filter { $0 != name }
      let matter = names.randomElement(using: &generator) ?? ""
      let other = others.randomElement(using: &generator) ?? ""
      let text = "\(step) by \(name)"
      let dice = Int.random(in: 0..<20, using: &generator)
      do {
        switch dice {
        case 0..<2 where oracle.written[matter] == nil:
          try committee.openCase(matter, by: name, admitting: [other], report: text)
          oracle.written[matter] = [text]
          oracle.letIn[matter] = [name, other]
        case 0..<8:
          try committee.write(text, in: matter, by: name)
          oracle.written[matter, default: []].insert(text)
        case 8..<11:
          try committee.as(name) { _ = try $0.admit([other], to: matter, namedAgain: false) }
          oracle.letIn[matter, default: []].insert(other)
        case 11:
          let recused = try committee.as(name) { try $0.recuse(other, from: matter) }
          if case .done = recused.outcome { oracle.takenOut[matter, default: []].insert(other) }
        case 12 where step % 3 == 0:
          try committee.as(name) { _ = try $0.recuse(nil, from: matter) }
          oracle.takenOut[matter, default: []].insert(name)
        case 13...: if committee.place(of: name) != committee.shared { try committee.sync(name) }
        default: try committee.look(name)
        }
        history.append("\(step): \(name) \(dice) \(matter) \(other)")
      } catch let error as VaultError {
        switch error {
        case .caseNotOpen, .mayNotWiden, .lastReader, .alreadyInside, .notInside, .codeNameTaken,
          .recusedAndNotNamedAgain, .alreadyEndorsed, .needsVoter, .ambiguousName,
          .cannotBeAdmitted:
          break
        default: Issue.record("seed \(seed), step \(step), \(name): \(error)\n\(history)")
        }
      }
      if step % 5 == 0 { rings[name]?.take(from: committee.place(of: name)) }
    }

    for name in people {
      rings[name]?.take(from: committee.place(of: name))
      try committee.as(name) { rings[name]?.take(from: $0) }
    }
    for _ in 0..<3 {
      for name in ["Ada", "Lee"] { try committee.sync(name) }
      for name in ["Maya", "Noor"] { try committee.look(name) }
    }

    var readers: [CompartmentID: [String: [String]]] = [:]
    var missing: [CompartmentID: [String: Set<String>]] = [:]
    for name in people {
      try committee.as(name) { vault in
        for named in vault.caseNames {
          let report = try vault.showCase(named.shown)
          readers[named.id, default: [:]][name] = report.readers
          let seen = Set((report.record.entries + report.record.late).map(\.entry.text))
          missing[named.id, default: [:]][name] =
            (oracle.written[named.codeName.text] ?? []).subtracting(seen)
        }
      }
    }
    for (matter, views) in readers {
      // Somebody whom others took out is not told, and may go on with the copy they have. All those
      // who are inside agree.
      let agreed = Set(views.values).filter { inside in inside.allSatisfy { views[$0] == inside } }
      #expect(agreed.count == 1, "seed \(seed): \(views)\n\(history)")
      let inside = Set(agreed.first ?? [])
      for name in inside {
        let lost = missing[matter]?[name] ?? []
        let codeNames = Set(
          lost.compactMap { text in
            oracle.written.first { $0.value.contains(text) }?.key
          })
        // What was written by somebody outside and pushed nowhere is theirs alone.
        let theirs = lost.filter { text in inside.contains { text.hasSuffix("by \($0)") } }
        #expect(theirs.isEmpty, "seed \(seed), \(name) misses \(lost) in \(codeNames)\n\(history)")
        // Whoever was taken out by others may have pushed once more.
        if committee.place(of: name) != committee.shared {
          try committee.sync(name)
        } else {
          try committee.look(name)
        }
      }
      for name in people where !inside.contains(name) {
        let opened = rings[name]?.take(from: committee.shared).opens(in: committee.shared)
        #expect(opened?[matter] == nil, "seed \(seed), \(name)\n\(history)")
      }
    }
  }
}
