import Casework
import Sealing
import Statements

/// What of questions and newcomers waits for this member.
extension OpenVault {
  var questionsToMe: Int {
    openQuestions.count {
      $0.record.asked == memberID && $0.record.answer == nil && $0.record.declaration == nil
    }
  }

  /// The cases in which somebody answered that they have no conflict and waits to be let in.
  var clearIn: [CodeName] {
    let names = openQuestions.compactMap { open -> CodeName? in
      guard open.record.askers.contains(memberID), open.record.answer == .clear,
        case .about(_, let name, _, _)? = open.record.question
      else { return nil }
      return name
    }
    return Set(names).sorted { $0.text < $1.text }
  }

  /// The newcomers whose onboarding this member can finish.
  var declaredToMe: [String] {
    openQuestions.filter {
      $0.record.askers.contains(memberID) && $0.record.declaration != nil
        && state.member($0.record.asked)?.role == .candidate && me?.role == .chair
    }.map { name(of: $0.record.asked) }
  }

  /// Cases that no chair reads, with those who joined the committee since and were never asked:
  /// whoever let them in could not offer these.
  func newcomersOutside() -> [(shown: String, names: [String])] {
    guard me?.isVoter == true else { return [] }
    let chairless = caseNames.filter {
      copy.index.entries[$0.id]?.summary.isChairless == true
    }
    guard !chairless.isEmpty else { return [] }
    return chairless.compactMap { named in
      guard let matter = compartment(named.id), matter.state.entitled.contains(memberID),
        let founding = matter.statements[StatementID(named.id.bytes)]
      else { return nil }
      guard matter.state.entitled.isDisjoint(with: state.chairs) else { return nil }
      let opened = founding.roster.map { roster.position(of: $0) } ?? 0
      let asked = Set(questions(about: named.id).map(\.record.asked))
      let outside = state.members.values.filter {
        $0.isVoter && roster.position(of: $0.since) > opened
          && !matter.state.entitled.contains($0.id) && !matter.state.excluded.contains($0.id)
          && !asked.contains($0.id)
      }
      return outside.isEmpty ? nil : (named.shown, outside.map(\.name).sorted())
    }
  }
}
