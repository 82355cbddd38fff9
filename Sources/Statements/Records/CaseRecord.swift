package import Casework
package import Sealing

/// A case as its statements tell it: the entries in their order, its contact, the people in it.
///
/// What came late stands apart and changes nothing.
package struct CaseRecord: Sendable {
  package struct NumberedEntry: Sendable {
    /// From 1, in the order of the statements; late entries have no number.
    package let number: Int?
    package let id: StatementID
    package let author: MemberID
    /// When its author says it was written, seconds since 1970.
    package let stated: Int64
    package let entry: Entry
  }

  package let codeName: CodeName
  package let opener: MemberID
  package let opened: Int64
  package let isHidden: Bool
  package private(set) var entries: [NumberedEntry] = []
  package private(set) var late: [NumberedEntry] = []
  /// Late ones too.
  package private(set) var attachments: [NumberedAttachment] = []
  /// Who speaks with the reporter: the opener until somebody else is named.
  package private(set) var contact: MemberID
  package private(set) var persons: [PersonLink] = []
  package private(set) var links: [CaseLink] = []
  package internal(set) var parties: [Signed<Party>] = []
  /// The newest answer to each question, by the question's key.
  package internal(set) var answers: [String: Signed<String>] = [:]
  /// What closed the case and took it up again, in order.
  package internal(set) var closings: [Signed<Ending>] = []
  package private(set) var handOvers: [Signed<HandOver>] = []
  /// How many statements of kinds this version does not know.
  package private(set) var unknownCount = 0

  package init(_ state: CompartmentState) {
    guard case .matter(let founding) = state.founding else {
      preconditionFailure("only a case is told as a case")
    }
    codeName = founding.codeName
    opener = state.opener
    isHidden = founding.isHidden
    contact = state.opener
    opened =
      state.graph.index(of: StatementID(state.id.bytes)).map { state.graph.statements[$0].time }
      ?? 0
    for (statement, standing) in zip(state.graph.statements, state.standings) {
      switch statement.content {
      case .entry(let entry):
        let number = standing == .counts ? entries.count + 1 : nil
        let numbered = NumberedEntry(
          number: number, id: statement.id, author: statement.author, stated: statement.time,
          entry: entry)
        if number == nil { late.append(numbered) } else { entries.append(numbered) }
      case .attachment(let attachment):
        attachments.append(attachment, by: statement, counts: standing == .counts)
      case .contact(let member) where standing == .counts: contact = member
      case .person(let link) where standing == .counts && !persons.contains(link):
        persons.append(link)
      case .link(let link) where standing == .counts && !links.contains(link): links.append(link)
      case .party(let party) where standing == .counts: add(party, by: statement)
      case .assessment(let given) where standing == .counts: add(given, by: statement)
      case .closing(let closing) where standing == .counts:
        closings.append(Signed(.closed(closing), by: statement))
      case .reopening(let reopening) where standing == .counts:
        closings.append(Signed(.reopened(reopening), by: statement))
      case .handOver(let handOver) where standing == .counts:
        handOvers.append(Signed(handOver, by: statement))
      case .unknown: unknownCount += 1
      default: continue
      }
    }
  }
}
