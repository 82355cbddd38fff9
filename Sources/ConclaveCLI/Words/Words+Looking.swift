import Casework
import Sealing
import Statements
import Storage
import Vault

// Status, history, access, and checking everything.

extension Failure {
  static func notSound(_ found: OpenVault.Verification) -> Failure {
    Failure(
      .notSound(found), hint: "\"conclave repair\" mends what can be mended from here",
      status: .badData)
  }

  static func notMended(_ found: OpenVault.Verification) -> Failure {
    Failure(
      .notSound(found),
      hint: "\"conclave sync DIR\" with another copy of the vault brings back what is whole there",
      status: .badData)
  }
}

extension Line {
  // Status.

  static var neverSynced: Line { "never: this folder is the only copy this machine knows of" }
  static var newsHeading: Line { "changed since you last looked:" }
  static var waitingHeading: Line { "waiting for a majority:" }
  static var attentionHeading: Line { "to see to:" }

  static func waiting(_ act: WaitingLine) -> Line {
    """
    \(act.id.short)  \(act.summary), proposed by \(act.by); \(act.signers.count) of \(act.needed) \
    have signed\(act.isMineToSign ? ", you have not" : "" as Line)
    """
  }

  static var alone: Line { "you are the only member: if your keys are lost, so is everything" }

  static var onlyChair: Line {
    "you are the only chair: nobody else can let members in, or take them out, alone"
  }

  static var onlyKeyHolder: Line {
    "you alone hold the person identity key: if your keys are lost, so are the real names"
  }

  static func oneReader(_ cases: [String]) -> Line {
    "\(quotedList(cases, atMost: 5)): nobody reads \(cases.count == 1 ? "it" : "them" as Line) but you"
  }

  static func unfinished(_ cases: [String]) -> Line {
    "\(quotedList(cases, atMost: 5)): an old key still opens what lies there"
  }

  static func keyHoldersOutside(_ names: [String]) -> Line {
    """
    \(sentence(names)) \(names.count == 1 ? "holds" : "hold" as Line) the person identity key, and \
    \(names.count == 1 ? "is" : "are" as Line) outside entries that you could open to them
    """
  }

  static func actsNotTaken(_ acts: Int) -> Line {
    """
    \(count(acts, "act", "acts")) of yours \(acts == 1 ? "was" : "were" as Line) overtaken by \
    another and \(acts == 1 ? "does" : "do" as Line) not count; do it again if it is still wanted
    """
  }

  static func doubled(_ names: [String]) -> Line {
    "\(sentence(names)) signed two branches of the roster"
  }

  static func strangeFiles(_ strange: Int) -> Line {
    "\(count(strange, "thing", "things")) in the vault's folder that are no part of it"
  }

  static func nextIsEndorsing(_ act: WaitingLine) -> Line {
    "\"conclave endorse \(act.id.short)\", if you agree to \(act.summary)"
  }

  static var nextIsRepair: Line { "\"conclave repair\" finishes what was interrupted" }
  static var nextIsVerify: Line { "\"conclave verify\" says what lies there" }
  static var nextIsCaseList: Line { "\"conclave case list\" shows the cases open to you" }

  static func nextIsSecondReader(_ shown: String) -> Line {
    "\"conclave case admit \(caseArgument(shown)) NAME\" lets a second reader in"
  }

  static func nextIsKeyHolder(_ name: String) -> Line {
    "\"conclave member keyholder \(argument(name)) yes\" opens them to \(name)"
  }

  static var nextIsSecondKeyHolder: Line {
    "\"conclave member keyholder NAME yes\" makes a second key holder"
  }

  static var nextIsSecondChair: Line {
    "\"conclave member role NAME chair\" makes a second chair"
  }

  static var nextIsSecondCopy: Line {
    "\"conclave sync DIR\" makes a second copy, in an empty folder"
  }

  // The history.

  static func place(_ place: OpenVault.Place) -> Line {
    switch place {
    case .committee: "committee"
    case .sheet: "sheet"
    case .matter(let shown): "\"\(shown)\""
    case .person(let name): "\(name)"
    case .question(let name): "question to \(name)"
    }
  }

  /// What somebody did, after their name.
  static func what(_ what: OpenVault.LogLine.What, by author: String) -> Line {
    switch what {
    case .founded: "founded the committee"
    case .appointed(let name, let role): "let in \(name) as \(role.article) \(role)"
    case .removed(let name): "took \(name) out of the committee"
    case .left(let name): name == author ? "left the committee" : "let \(name) leave"
    case .role(let name, let role): "made \(name) \(role.article) \(role)"
    case .keyHolder(let name, true): "made \(name) a holder of the person identity key"
    case .keyHolder(let name, false): "took the person identity key from \(name)"
    case .voting(let name, true): "let \(name) vote on motions"
    case .voting(let name, false): "let \(name) vote on motions no more"
    case .titles(let name, let titles): "gave \(name) \(Line.titles(titles))"
    case .rekeyed(let name, _): "gave \(name) a new card"
    case .opened: "opened it"
    case .admitted(let names): "let in \(sentence(names))"
    case .recused(let name): name == author ? "stepped out" : "took out \(name)"
    case .proposed: "proposed a change"
    case .endorsed: "endorsed a change"
    case .newKey(let readers): "made a new key, for \(sentence(readers))"
    case .resealed: "re-sealed what lies there"
    }
  }

  static func standing(_ standing: CompartmentState.Standing) -> Line {
    switch standing {
    case .counts: ""
    case .late: " (came too late, does not count)"
    case .outside: " (by nobody inside, does not count)"
    case .void: " (without authority, does not count)"
    }
  }

  static var nextIsAccess: Line { "\"conclave access\" shows who can read what now" }

  // Access.

  static func standing(_ standing: OpenVault.Standing) -> Line {
    switch standing {
    case .reads: "reads"
    case .recused: "recused"
    case .notYetResealed: "taken out, but not yet re-sealed"
    case .outside: "outside"
    }
  }

  static var noLongerMember: Line { " (no longer on the committee)" }

  static func listOrNone(_ texts: [String]) -> Line { texts.isEmpty ? "none" : list(texts) }

  static var notYet: Line { "not yet" }

  static var resealPending: Line {
    "an old key still opens what lies there, until a reader's next command re-seals it"
  }

  static var nextIsHistory: Line {
    "\"conclave access --history\" shows from when to when each could read"
  }

  // Checking and mending.

  static var sound: Line {
    "every file is what its name says, and everything you can open is signed as it should be"
  }

  static var nothingToRepair: Line { "there was nothing to mend" }
  static var repaired: Line { "what was unfinished or broken is mended" }

  static func notSound(_ found: OpenVault.Verification) -> Line {
    var parts: [Line] = []
    if !found.damaged.isEmpty {
      parts.append(count(found.damaged.count, "file is damaged", "files are damaged"))
    }
    if found.lostCount > 0 {
      parts.append(count(found.lostCount, "statement is missing", "statements are missing"))
    }
    if !found.incomplete.isEmpty {
      parts.append(
        count(found.incomplete.count, "attachment is not whole", "attachments are not whole"))
    }
    if !found.unfinished.isEmpty {
      parts.append(
        count(
          found.unfinished.count, "compartment is not re-sealed", "compartments are not re-sealed"))
    }
    return joined(parts, separator: ", ")
  }

  static func damaged(_ object: DamagedObject) -> Line {
    let reason: Line =
      switch object.reason {
      case .gone: "is gone"
      case .unreadable: "cannot be read"
      case .wrongName: "was altered: its bytes are not what its name says"
      case .notAuthentic: "was altered: its seal does not open"
      case .badStatement: "holds a statement that is malformed or not signed by its author"
      case .foreignStatement: "holds a statement that belongs elsewhere"
      }
    return "\(object.name.hex.prefix(10))… \(reason)"
  }

  static func lost(_ lost: Int) -> Line {
    "\(count(lost, "statement", "statements")) seen before, or named by others, in no file now"
  }

  static func notResealed(_ place: OpenVault.Place) -> Line {
    "\(Line.place(place)) still lies under an old key"
  }

  static func strange(_ file: StrangeFile) -> Line {
    let reason: Line =
      switch file.reason {
      case .link: "a link, which is never followed"
      case .fifo: "a pipe"
      case .socket: "a socket"
      case .device: "a device"
      case .folder: "a folder where only files belong"
      case .file: "a file where only folders belong"
      case .notUTF8: "a name that is no text"
      case .capitalLetters: "a name with capital letters"
      case .conflictCopy: "a conflict copy of a sync tool"
      case .unfinished: "an unfinished file"
      case .setAside: "something set aside"
      case .wrongFolder: "a file in another file's folder"
      case .otherName: "no name of ours"
      }
    return "\(file.path): \(reason)"
  }

  static func moreStrange(_ more: Int) -> Line { "and \(more) more that are no part of the vault" }
}
