import BitCollections
import Casework
import Defences
import Sealing

/// Who reads a compartment, given which of its statements are known: the rule of entitlement.
///
/// The roster and the sheet follow the roster alone. In cases and persons: admitted, minus recused,
/// minus removed. A recusal beats every admission that does not stand above it.
struct ReaderRule {
  let kind: Founding.Kind
  let roster: RosterChain

  struct Result {
    let entitled: Set<MemberID>
    /// Items whose recusals are void because together they would leave no reader.
    let void: BitSet
  }

  /// Who may be let in at all, at a position of the roster.
  func eligible(at position: Int) -> Set<MemberID> {
    let state = roster.state(at: position)
    return switch kind {
    case .roster: state.all
    case .sheet: state.sheetReaders
    case .matter, .question: state.all
    case .person: state.keyHolders
    }
  }

  /// Whether `member` may be let in at all, at a position of the roster.
  func isEligible(_ member: MemberID, at position: Int) -> Bool {
    guard let member = roster.state(at: position).member(member) else { return false }
    return switch kind {
    case .roster, .matter, .question: true
    case .sheet: member.role.readsSheet || !Defence.roleReadsSheet.stands
    case .person: member.isKeyHolder
    }
  }

  func evaluate(_ items: [ReaderItem], known: BitSet, at position: Int) -> Result {
    switch kind {
    case .roster, .sheet: return Result(entitled: eligible(at: position), void: [])
    case .matter, .person, .question: break
    }
    var losses = Array(known).filter { !items[$0].loses.isEmpty }
    var void = BitSet()
    var admitted = remaining(items, known: known, losses: losses)
    // Two last readers who recuse themselves at once: neither recusal counts, and both are told.
    while admitted.isEmpty, Defence.lastReaderStays.stands {
      let frontier = losses.filter { loss in
        !items[loss].isFounding && !losses.contains { items[$0].below.contains(loss) }
      }
      if frontier.isEmpty { break }
      for loss in frontier { void.insert(loss) }
      losses.removeAll { frontier.contains($0) }
      admitted = remaining(items, known: known, losses: losses)
    }
    let state = roster.state(at: position)
    let eligible = eligible(at: position)
    let entitled = admitted.filter { member, admissions in
      guard eligible.contains(member), let now = state.member(member) else { return false }
      // An admission counts for the appointment under which it was made.
      return admissions.contains { admission in
        roster.state(at: items[admission].position).member(member)?.since == now.since
          || !Defence.appointmentBinding.stands
      }
    }
    return Result(entitled: Set(entitled.keys), void: void)
  }

  /// Whom the losses leave, each with the admissions that let them in, whatever the roster says.
  private func remaining(
    _ items: [ReaderItem], known: BitSet, losses: [Int]
  ) -> [MemberID: [Int]] {
    var remaining: [MemberID: [Int]] = [:]
    for item in known {
      for member in items[item].admits {
        let isLost = losses.contains { loss in
          items[loss].loses.contains(member) && !items[item].below.contains(loss)
            && Defence.recusalBeatsAdmission.stands
        }
        if !isLost { remaining[member, default: []].append(item) }
      }
    }
    return remaining
  }
}
