package import Casework
import Sealing
package import Statements

/// The signed history of access: who let whom in, who took whom out, when keys were replaced.
extension OpenVault {
  package struct LogLine: Sendable {
    package enum What: Sendable {
      case founded
      case appointed(String, Role)
      case removed(String)
      case left(String)
      case role(String, Role)
      case keyHolder(String, Bool)
      case voting(String, Bool)
      case titles(String, [Title])
      case rekeyed(String, with: String)
      case opened
      case admitted([String])
      case recused(String)
      case proposed
      case endorsed
      case newKey(readers: [String])
      case resealed
    }
    package let id: StatementID
    /// As its author claims; what came first follows from the order of the lines.
    package let time: Int64
    package let by: String
    /// What it is about: the committee, the status sheet, a case or a person by code name.
    package let place: Place
    package let what: What
    package let standing: CompartmentState.Standing
  }

  package enum Place: Hashable, Sendable {
    case committee, sheet, matter(String), person(PersonCodeName)
    /// A question to this member.
    case question(to: String)
  }

  /// The history of everything this member can read, the oldest first.
  ///
  /// Of one second the committee comes first, then the sheet, the cases and the persons, each in the
  /// order in which its statements build on each other.
  package func log() -> [LogLine] {
    let places = [rosterID] + ids(of: .sheet) + caseNames.map(\.id) + ids(of: .person)
    return places.compactMap(compartment).flatMap(lines).enumerated()
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
      .map(\.element)
  }

  private func lines(of compartment: Compartment) -> [LogLine] {
    let state = compartment.state
    let place = place(of: compartment)
    return zip(state.graph.statements, state.standings).compactMap { statement, standing in
      logLine(statement, at: place, standing)
    }
  }

  func logLine(
    _ statement: Statement, at place: Place, _ standing: CompartmentState.Standing
  ) -> LogLine? {
    guard let what = what(statement) else { return nil }
    return LogLine(
      id: statement.id, time: statement.time, by: name(of: statement.author), place: place,
      what: what, standing: standing)
  }

  func place(of compartment: Compartment) -> Place {
    switch compartment.state.founding {
    case .roster: .committee
    case .sheet: .sheet
    case .matter(let founding):
      .matter(caseNames.first { $0.id == compartment.id }?.shown ?? founding.codeName.text)
    case .person(let founding): .person(founding.codeName)
    case .question(let founding): .question(to: name(of: founding.asked))
    }
  }

  private func what(_ statement: Statement) -> LogLine.What? {
    switch statement.content {
    case .founding(.roster): .founded
    case .founding(.sheet): nil
    case .founding(.matter), .founding(.person), .founding(.question): .opened
    case .act(let act):
      switch act.change {
      case .appoint(let card, let role): .appointed(card.name, role)
      case .remove(let member): .removed(name(of: member))
      case .depart(let member, _): .left(name(of: member))
      case .role(let member, let role): .role(name(of: member), role)
      case .keyHolder(let member, let holds): .keyHolder(name(of: member), holds)
      case .voting(let member, let votes): .voting(name(of: member), votes)
      case .titles(let member, let titles):
        .titles(name(of: member), titles.sorted { $0.rawValue < $1.rawValue })
      case .rekey(let member, let card): .rekeyed(name(of: member), with: card.name)
      }
    case .admission(let members): .admitted(names(of: members))
    case .recusal(let member): .recused(name(of: member))
    case .proposal, .rosterProposal: .proposed
    case .consent, .endorsement: .endorsed
    case .epoch(let epoch): .newKey(readers: names(of: epoch.readers))
    case .reseal: .resealed
    case .entry, .attachment, .contact, .person, .party, .link, .assessment, .closing, .reopening,
      .handOver, .row, .names, .unnamed, .advice, .follow, .question, .conflictAnswer, .declaration,
      .erasure, .declaredConflict, .unknown:
      nil
    }
  }
}
