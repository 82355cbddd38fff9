import Casework
package import Sealing

/// What a statement states: its kind and body, typed.
///
/// A kind this version does not know, a field it does not know, or a known field with a value it
/// cannot be, all read as `.unknown`: kept, shown as unknown, and governing nothing.
package enum StatementContent: Hashable, Sendable {
  // Any compartment.
  case founding(Founding)
  case epoch(EpochStatement)
  case reseal(Reseal)
  // Cases and persons.
  case admission(Set<MemberID>)
  case recusal(MemberID)
  case proposal(ReaderChange)
  case consent(StatementID)
  // Cases.
  case entry(Entry)
  case attachment(Attachment)
  case contact(MemberID)
  case person(PersonLink)
  case party(Party)
  case link(CaseLink)
  case assessment(Assessment)
  case closing(Closing)
  case reopening(Reopening)
  case handOver(HandOver)
  // The sheet, and a hidden case for its own row.
  case row(RowChange)
  // Persons.
  case names(PersonNames)
  case unnamed(PersonNamesRemoval)
  case advice(PersonAdvice)
  // Questions.
  case question(ConflictQuestion)
  case conflictAnswer(ConflictAnswer)
  case declaration(ConflictDeclaration)
  /// The statements that were erased; whoever reads this forgets them.
  case erasure(Set<StatementID>)
  // The roster.
  case declaredConflict(DeclaredConflict)
  case act(RosterAct)
  case rosterProposal(RosterProposal)
  case endorsement(RosterEndorsement)
  case follow(StatementID)

  case unknown(kind: String)
}

extension StatementContent {
  package init(kind: String, body: [String: JSONValue]) {
    var fields = Fields(body)
    let content: StatementContent? =
      switch kind {
      case "founding": Founding(&fields).map(Self.founding)
      case "epoch": EpochStatement(&fields).map(Self.epoch)
      case "reseal": Reseal(&fields).map(Self.reseal)
      case "admission": fields.takeIDs("members").map { .admission(Set($0)) }
      case "recusal": fields.takeID("member").map(Self.recusal)
      case "proposal": ReaderChange(&fields).map(Self.proposal)
      case "consent": fields.takeID("to").map(Self.consent)
      case "entry": Entry(&fields).map(Self.entry)
      case "attachment": Attachment(&fields).map(Self.attachment)
      case "contact": fields.takeID("member").map(Self.contact)
      case "person": PersonLink(&fields).map(Self.person)
      case "party": Party(&fields).map(Self.party)
      case "link": CaseLink(&fields).map(Self.link)
      case "assessment": Assessment(&fields).map(Self.assessment)
      case "closing": Closing(&fields).map(Self.closing)
      case "reopening": Reopening(&fields).map(Self.reopening)
      case "handed_over": HandOver(&fields).map(Self.handOver)
      case "row": RowChange(&fields).map(Self.row)
      case "names": PersonNames(&fields).map(Self.names)
      case "unnamed": PersonNamesRemoval(&fields).map(Self.unnamed)
      case "advice": PersonAdvice(&fields).map(Self.advice)
      case "question": ConflictQuestion(&fields).map(Self.question)
      case "conflict_answer": ConflictAnswer(&fields).map(Self.conflictAnswer)
      case "declaration": ConflictDeclaration(&fields).map(Self.declaration)
      case "erasure": fields.takeIDs("dropped").map { .erasure(Set($0)) }
      case "declared_conflict": DeclaredConflict(&fields).map(Self.declaredConflict)
      case "act": RosterAct(&fields).map(Self.act)
      case "roster_proposal": RosterProposal(&fields).map(Self.rosterProposal)
      case "endorsement": RosterEndorsement(&fields).map(Self.endorsement)
      case "follow": fields.takeID("act").map(Self.follow)
      default: nil
      }
    self = content.flatMap { fields.isEmpty ? $0 : nil } ?? .unknown(kind: kind)
  }

  package var kind: String {
    switch self {
    case .founding: "founding"
    case .epoch: "epoch"
    case .reseal: "reseal"
    case .admission: "admission"
    case .recusal: "recusal"
    case .proposal: "proposal"
    case .consent: "consent"
    case .entry: "entry"
    case .attachment: "attachment"
    case .contact: "contact"
    case .person: "person"
    case .party: "party"
    case .link: "link"
    case .assessment: "assessment"
    case .closing: "closing"
    case .reopening: "reopening"
    case .handOver: "handed_over"
    case .row: "row"
    case .names: "names"
    case .unnamed: "unnamed"
    case .advice: "advice"
    case .question: "question"
    case .conflictAnswer: "conflict_answer"
    case .declaration: "declaration"
    case .erasure: "erasure"
    case .declaredConflict: "declared_conflict"
    case .act: "act"
    case .rosterProposal: "roster_proposal"
    case .endorsement: "endorsement"
    case .follow: "follow"
    case .unknown(let kind): kind
    }
  }

  package var body: [String: JSONValue] {
    switch self {
    case .founding(let founding): founding.body
    case .epoch(let epoch): epoch.body
    case .reseal(let reseal): reseal.body
    case .admission(let members): ["members": .ids(members)]
    case .recusal(let member), .contact(let member): ["member": .id(member)]
    case .proposal(let change): change.body
    case .consent(let proposal): ["to": .id(proposal)]
    case .entry(let entry): entry.body
    case .attachment(let attachment): attachment.body
    case .person(let link): link.body
    case .party(let party): party.body
    case .link(let link): link.body
    case .assessment(let assessment): assessment.body
    case .closing(let closing): closing.body
    case .reopening(let reopening): reopening.body
    case .handOver(let handOver): handOver.body
    case .row(let change): change.body
    case .names(let names): names.body
    case .unnamed(let removal): removal.body
    case .advice(let advice): advice.body
    case .question(let question): question.body
    case .conflictAnswer(let answer): answer.body
    case .declaration(let declaration): declaration.body
    case .erasure(let dropped): ["dropped": .ids(dropped)]
    case .declaredConflict(let declared): declared.body
    case .act(let act): act.body
    case .rosterProposal(let proposal): proposal.body
    case .endorsement(let endorsement): endorsement.body
    case .follow(let act): ["act": .id(act)]
    case .unknown: [:]
    }
  }
}
