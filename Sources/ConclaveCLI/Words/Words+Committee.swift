import Casework
import Sealing
import Statements
import SystemPackage
import Vault

// Members, their roles, onboarding and offboarding.

extension Failure {
  static var conflictAndNone: Failure {
    Failure("--conflict and --no-conflict contradict each other", hint: "give one", status: .usage)
  }

  static func conflictsNotSaid(_ count: Int) -> Failure {
    Failure(
      """
      \(Line.count(count, "case is", "cases are")) open to you, and whether a newcomer has a \
      conflict was not said
      """,
      hint: "ask them, then give --conflict CODE for each, or --no-conflict", status: .usage)
  }

  static func noSuchRole(_ what: Line, closest: String?) -> Failure {
    let words: Line = "it takes: chair, member, adviser, observer"
    let hint: Line = if let closest { "did you mean \"\(closest)\"? \(words)" } else { words }
    return Failure("\(what) does not take that word", hint: hint, status: .usage)
  }

  static func cardTwice(_ name: String) -> Failure {
    Failure("the card of \(name) was given twice", status: .usage)
  }

  /// The newcomers are in, but what to send them lies nowhere.
  static func invitationNotWritten(_ failure: Failure) -> Failure {
    Failure(
      "they are in, but an invitation was not written: \(failure.message)",
      hint: "\"conclave invitation NAME\" prints it again", status: failure.status)
  }
}

extension Line {
  static var role: Line { "ROLE" }
  static var roleOption: Line { "--role" }

  static func wordsOf(_ name: String) -> Line {
    "the words of \(name)'s card; compare them with \(name) in a call or face to face:"
  }

  static var compareFingerprints: Line {
    """
    if you have not compared the fingerprints yet, do so in a call or face to face, and offboard \
    whoever sees other words
    """
  }

  static func doWordsAgree(_ name: String) -> Line {
    "are these, word for word, the words \(name) sees?"
  }

  static func onboarded(_ name: String, cases: Int) -> Line {
    """
    \(name) is on the committee, and \
    \(cases == 0 ? "no case is" : cases == 1 ? "1 case is" : "\(cases) cases are" as Line) open to them
    """
  }

  static func onboardingWaits(_ name: String) -> Line {
    "\(name) is not in yet: only a chair lets somebody in alone; cases are opened to them afterwards"
  }

  static func notYoursToOpen(_ cases: [String]) -> Line {
    """
    \(quotedList(cases, atMost: 5)) \(cases.count == 1 ? "is" : "are" as Line) not yours to open; \
    ask a chair inside to run "conclave case admit"
    """
  }

  static var nextIsSending: Line {
    "send each their invitation, and read its words to each other"
  }

  static func hasRole(_ name: String, _ role: Role) -> Line {
    "\(name) is \(role.article) \(role) now"
  }

  static func holdsKey(_ name: String) -> Line {
    """
    \(name) holds the person identity key now, and reads every entry that you read, except those of \
    people in cases they are kept out of
    """
  }

  static func mayHoldKey(_ name: String) -> Line {
    """
    \(name) holds the person identity key now; its entries open to them when somebody who reads \
    those types the same command
    """
  }

  static func holdsKeyNoMore(_ name: String) -> Line {
    "\(name) no longer holds the person identity key; its entries have new keys"
  }

  static func actWaits(_ needed: Int) -> Line {
    "it waits for \(count(needed, "more voter", "more voters")) to endorse it"
  }

  static func nextIsColleagues(_ act: StatementID) -> Line {
    "send your colleagues this line: \"conclave endorse \(act.short)\""
  }

  static var endorsedAndDone: Line { "your signature completed the majority: it has taken effect" }

  static var nextIsMembers: Line { "\"conclave member list\" shows the committee" }
  static var nextIsMemberShow: Line { "\"conclave member show NAME\" shows one of them" }
  static var nextIsLog: Line { "\"conclave log\" shows the signed history" }

  static func nextIsMemberAccess(_ name: String) -> Line {
    "\"conclave access --member \(argument(name))\" shows what they can read"
  }

  static var titleArgument: Line { "TITLE" }

  static func titles(_ titles: some Sequence<Title>) -> Line {
    let names = titles.map(\.display).sorted()
    return names.isEmpty
      ? "no title" : names.count == 1 ? "the title \(names[0])" : "the titles \(sentence(names))"
  }

  static func votes(_ name: String, _ votes: Bool) -> Line {
    votes
      ? "\(name) votes on the motions of the cases they read"
      : "\(name) votes on no motion; what they read and govern is as before"
  }

  static func hasTitles(_ name: String, _ titles: [Title]) -> Line {
    "\(name) has \(Line.titles(titles)) now; a title grants nothing"
  }

  // What an act does, as an order.

  static func change(_ change: RosterChange, of name: String) -> Line {
    switch change {
    case .appoint(let card, let role): "let in \(card.name) as \(role.article) \(role)"
    case .remove: "take \(name) out of the committee"
    case .role(_, let role): "make \(name) \(role.article) \(role)"
    case .keyHolder(_, true): "make \(name) a holder of the person identity key"
    case .keyHolder(_, false): "take the person identity key from \(name)"
    case .voting(_, true): "let \(name) vote on motions"
    case .voting(_, false): "let \(name) vote on motions no more"
    case .titles(_, let titles): "give \(name) \(Line.titles(titles))"
    case .rekey: "give \(name) a new card"
    case .depart: "let \(name) leave"
    }
  }

  static func admit(_ names: [String], to shown: String) -> Line {
    "let \(sentence(names)) into \"\(shown)\""
  }

  static func takeOut(_ name: String, of shown: String) -> Line {
    "take \(name) out of \"\(shown)\""
  }

  // Offboarding and leaving.

  static func nextIsInvitation(_ name: String) -> Line {
    "\"conclave invitation \(argument(name))\" prints the invitation to send to \(name)"
  }

  static func offboardMeans(_ name: String) -> [Line] {
    [
      "this takes \(name) out of the committee, gives everything they could read a new key, and seals it anew;",
      "what they copied or remember, nothing can take back; they come back only as a newcomer",
    ]
  }

  /// Cases of which nobody but their readers can tell who those are.
  static func mayBeLastReader(_ name: String, of cases: [String]) -> Line {
    """
    \(quotedList(cases)) \(cases.count == 1 ? "is" : "are" as Line) not open to you: if \(name) \
    is the only one inside, nobody will be; ask \(name) to admit a colleague first
    """
  }

  static func offboardQuestion(_ name: String) -> Line { "offboard \(name)?" }

  static func offboarded(_ name: String) -> Line {
    "\(name) is out: their keys open nothing that you can read in this vault"
  }

  static func unreadFollow(_ name: String) -> Line {
    """
    what you cannot read yourself, such as cases you are kept out of, follows at the next command \
    of somebody inside it; the certificate does not speak of it
    """
  }

  static func kind(_ kind: Founding.Kind) -> Line {
    switch kind {
    case .roster: "roster"
    case .sheet: "sheet"
    case .matter: "case"
    case .person: "person"
    case .question: "question"
    }
  }

  static var needsContact: Line { "cases they were the contact of, which need another:" }

  static func byHand(_ name: String) -> Line {
    "to be done by hand, since Conclave cannot:"
  }

  static func task(_ task: OutsideTask) -> Line {
    switch task {
    case .sharedFolder: "take them off the shared folder or drive the vault lies in"
    case .mailAlias: "take them off the committee's mail address, its list and its forwarding"
    case .chat: "take them out of the committee's chat channels"
    case .calendar: "take them off the calendar, meeting series and call links"
    case .oldBackups: "let old backups expire: their keys still open what is in those"
    case .otherCopies: "sync or delete other copies of the vault, on sticks and laptops"
    }
  }

  static func nextIsContact(_ codeName: String) -> Line {
    "\"conclave case contact \(caseArgument(codeName)) NAME\" gives it another contact"
  }

  static var nextIsByHand: Line { "work through the list above, and keep the certificate" }

  static var leaveMeans: [Line] {
    [
      "this states that you leave, and takes every key to this vault from this machine;",
      "you come back only as a newcomer, and cases only by being let in",
    ]
  }

  static var leaveQuestion: Line { "leave the committee?" }

  static var left: Line {
    """
    you are out, and your keys to this vault are gone from this machine; the next command of a \
    colleague replaces the vault's keys
    """
  }

  static var nextIsTellingAChair: Line {
    "tell a chair, so that the shared folder, the mail address and the chat follow"
  }

  static func nextIsRemoving(_ path: FilePath) -> Line {
    "delete other copies of \"\(path)\" that are yours alone"
  }
}
