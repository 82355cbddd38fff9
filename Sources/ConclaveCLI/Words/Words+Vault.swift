import Casework
import POSIX
import Sealing
import Statements
import Storage
import SystemPackage
import Vault

// Why the vault did not do what a member asked.

extension Failure {
  static var noVault: Failure {
    Failure(
      "no vault here, nor in any folder above",
      hint: """
        give --vault DIR; "conclave init DIR" makes a vault, "conclave join DIR" opens a shared one, \
        "conclave --help" lists everything
        """,
      status: .missing)
  }

  static var noStateFolder: Failure {
    Failure(
      "no home folder is known, so there is no place to remember a vault in",
      hint: "set HOME", status: .usage)
  }

  init(_ error: VaultError) {
    switch error {
    case .storage(let error, let place): self.init(error, in: place)
    case .unknownFormat(let path):
      self.init(
        "\"\(path)\" is a vault of a format that this version does not know, or its marker is damaged",
        hint: "use the newest version, or put back the file \"conclave\" from another copy",
        status: .badData)
    case .notJoined:
      self.init(
        "this machine does not know this vault yet",
        hint: "\"conclave join DIR --invitation FILE\" opens it, with the invitation from a chair",
        status: .notAllowed)
    case .rosterUnreadable:
      self.init(
        "your keys do not open this vault's roster",
        hint: "ask a chair whether you are a member, and to sync this folder", status: .notAllowed)
    case .rosterDamaged:
      self.init(
        "this copy of the vault is damaged: its roster was altered",
        hint:
          "use another copy, a colleague's or a backup; \"conclave join COPY DIR\" makes one of it",
        status: .badData)
    case .notOnTheRoster:
      self.init(
        "you are not a member of this vault's committee",
        hint: "ask a chair to run \"conclave onboard add\" with your card", status: .notAllowed)
    case .alreadyJoined:
      self.init("this machine has joined the vault already", status: .exists)
    case .invitationMalformed, .invitationNotAuthentic, .invitationForAnotherVault,
      .rosterOlderThanInvitation, .inviterNotOnRoster:
      self.init(invitation: error)
    case .noSuchMember(let text):
      self.init(
        "no member \"\(text)\"", hint: "\"conclave member list\" names them all", status: .missing)
    case .ambiguousMember(let text, let fingerprints):
      self.init(
        "\"\(text)\" may be several members",
        hint:
          "give the first words of the fingerprint instead: \(Line.choice(fingerprints))",
        status: .usage)
    case .ambiguousName(let text, let matches):
      self.init(
        "\"\(text)\" may mean several", hint: "give it whole: \(Line.choice(matches))",
        status: .usage)
    case .caseNotOpen(let text):
      // "No such case" and "not your case" get one answer: the difference would tell somebody
      // outside a case that it is there.
      self.init(
        "no case \"\(text)\" is open to you",
        hint: "\"conclave case list\" shows the cases that are", status: .notAllowed)
    case .noSuchPerson(let text):
      self.init(
        "no person \"\(text)\" is open to you",
        hint: "\"conclave person list\" shows those that are", status: .notAllowed)
    case .noSuchName(let name):
      self.init(
        "what is to be taken out does not stand in the entry of \"\(name)\"",
        hint: "write it as \"conclave person show \(name.hyphenated)\" does", status: .usage)
    case .codeNameTaken(let name):
      self.init(
        "the code name \"\(name)\" is taken", hint: "give another, or none", status: .exists)
    case .personCodeNameTaken(let name):
      self.init(
        "the code name \"\(name)\" is taken", hint: "give another, or --new", status: .exists)
    case .noCodeNameLeft:
      self.init(
        "every code name of the lists is taken", hint: "give one of your own", status: .refused)
    case .needsChair:
      self.init("only a chair may do this", hint: "ask a chair", status: .notAllowed)
    case .needsVoter:
      self.init(
        "only chairs and members may do this", hint: "ask one of them", status: .notAllowed)
    case .needsKeyHolder:
      self.init(
        "only holders of the person identity key may do this",
        hint: "\"conclave member list\" shows who holds it", status: .notAllowed)
    case .roleMayNotWrite(let role):
      self.init("as \(role.article) \(role) you read and do not write", status: .notAllowed)
    case .mayNotWiden(let name):
      self.init(
        "you do not decide alone who reads \"\(name)\"", hint: "ask a chair inside it",
        status: .notAllowed)
    case .refused(let refusal): self.init(refusal)
    case .lastChair:
      self.init(
        "the committee would be left without a chair",
        hint: "make somebody else chair first: \"conclave member role NAME chair\"",
        status: .refused)
    case .lastKeyHolder:
      self.init(
        "nobody would be left who reads the person identity key",
        hint: "make somebody else a key holder first: \"conclave member keyholder NAME yes\"",
        status: .refused)
    case .leaveInstead:
      self.init(
        "nobody offboards themself", hint: "\"conclave leave\" is the leaver's own side",
        status: .refused)
    case .lastReader(let names):
      self.init(
        "nobody would be left who reads \(Line.quotedList(names.map(\.text)))",
        hint: "let somebody else in first: \"conclave case admit CODE NAME\"", status: .refused)
    case .lastPersonReader(let names):
      self.init(
        "nobody would be left who reads the names behind \(Line.quotedList(names.map(\.text)))",
        hint: "let another key holder in first: \"conclave member keyholder NAME yes\"",
        status: .refused)
    case .alreadyInside(let name, let codeName):
      self.init("\(name) reads \"\(codeName)\" already", status: .refused)
    case .notInside(let name, let codeName):
      self.init("\(name) is not in \"\(codeName)\"", status: .refused)
    case .recusedAndNotNamedAgain(let name, let codeName):
      self.init(
        "\(name) was taken out of \"\(codeName)\", or kept from it, because of a conflict",
        hint: "with --yes you name them again, and a majority of those inside decides",
        status: .refused)
    case .cannotBeAdmitted(let name):
      self.init("\(name)'s role does not allow that", status: .refused)
    case .standsInElsewhere(let name):
      self.init(
        "\(name) is a stand-in in another case, and a stand-in joins one only",
        hint:
          "\"conclave member role \(Line.argument(name)) adviser\" makes them somebody who can join several",
        status: .refused)
    case .roleNeverVotes(let name):
      self.init(
        "\(name)'s role votes on no motion",
        hint: "chairs, members and stand-ins vote, unless it is taken from them", status: .refused)
    case .sheetUnreadable:
      self.init(
        "the status sheet does not open in this copy, so its row could not be written",
        hint: "nothing was done; \"conclave verify\" says what is missing", status: .badData)
    case .openerHiddenFrom:
      self.init("a case cannot be hidden from whoever opens it", status: .usage)
    case .hiddenFromReader(let name):
      self.init("the case cannot be both open to \(name) and hidden from them", status: .usage)
    case .nothingWaits(let text):
      self.init(
        "nothing that you can see waits under \"\(text)\"",
        hint: "\"conclave status\" lists what waits", status: .missing)
    case .alreadyEndorsed:
      self.init("this does not wait for your signature", status: .refused)
    case .personAlreadyLinked(let name):
      self.init("\"\(name)\" is linked to this case already", status: .exists)
    case .rowNotYours(let name):
      self.init("the sheet has no row of \"\(name)\" that is yours to change", status: .notAllowed)
    case .severalPersons(let name, let persons): self = .whoseRow(persons.map(\.text), of: name)
    case .noSuchEntry(let number, let name): self = .noSuchEntry(number, name)
    case .alreadyParty(let party, let name):
      self.init("\"\(party)\" stands in \"\(name)\" already, in this role", status: .exists)
    case .alreadyLinked(let one, let other):
      self.init("\"\(one)\" and \"\(other)\" are linked already", status: .exists)
    case .linkedToItself(let name):
      self.init("\"\(name)\" is one case, not two", status: .usage)
    case .linkWouldTell(let member, let name): self = .linkWouldTell(member, name)
    case .linkedCaseNotOpen(let name): self = .linkedCaseNotOpen(name)
    case .alreadyClosed(let name, let person): self = .alreadyClosed(name, person)
    case .notClosed(let name, let person): self = .notClosed(name, person)
    case .reportedIsReader(let name): self = .reportedIsReader(name)
    case .reportedIsOpener: self = .reportedIsOpener
    case .conflictNotStated:
      self.init("no conflict was stated", status: .usage)
    case .neverAsked, .askedAlready, .nobodyToAsk, .nothingAsked, .nobodyClear, .notACandidate,
      .notDeclaredYet, .notOnTheList, .stillCandidate, .tooManyPeople, .declaredCaseUnknown:
      self.init(question: error)
    case .enrolledAlready(let name):
      self.init(
        "\(name) is on the committee already",
        hint: "\"conclave invitation NAME\" gives them a fresh invitation", status: .exists)
    case .file, .noFolder, .fileChanged, .noSuchAttachment, .ambiguousAttachment,
      .attachmentDamaged:
      self.init(evidence: error)
    case .textTooLong(let limit, let found):
      self.init(
        "the text has \(found) bytes, and \(limit) are allowed",
        hint: "split it, or leave out what is quoted", status: .badData)
    case .grant(let error): self.init(error)
    case .anotherVault:
      self.init(
        "the other folder is a copy of another vault", hint: "give the folder of this one",
        status: .badData)
    case .remoteIsThisVault:
      self.init(
        "that folder is this vault, or lies inside it: it would be no second copy",
        hint: "give another folder", status: .usage)
    case .interrupted: self = .interrupted
    }
  }

  private init(invitation error: VaultError) {
    switch error {
    case .invitationNotAuthentic:
      self.init(
        "the invitation was changed on its way, or is not whole",
        hint: "ask for it again, and compare the words aloud", status: .badData)
    case .invitationForAnotherVault:
      self.init(
        "the invitation is to another vault than this folder's",
        hint: "compare the words with whoever invited you before you go on", status: .badData)
    case .rosterOlderThanInvitation:
      self.init(
        "this folder holds an older roster than your invitation: it was rolled back, or not synced yet",
        hint: "wait for the folder to sync, or ask whoever invited you to sync it", status: .badData
      )
    case .inviterNotOnRoster:
      self.init(
        "whoever signed this invitation was never on the committee",
        hint: "do not use it; ask a chair you know", status: .badData)
    default:
      self.init(
        "there is no invitation in this",
        hint: "an invitation is one line that begins with \"conclave-invitation-1.\"",
        status: .badData)
    }
  }
}

extension VaultError: FailureCause {
  var failure: Failure { Failure(self) }
}

extension Line {
  static var waitingForVault: Line { "another command holds the vault; waiting for it" }

  static func step(_ step: OpenVault.Step) -> Line {
    switch step {
    case .waiting: "waiting"
    case .reading: "reading"
    case .rotating: "new keys"
    case .resealing: "re-sealing"
    case .copying: "copying"
    case .checking: "checking"
    case .searching: "searching"
    case .resealingPieces: "re-sealing attachments, in parts"
    case .attaching: "attaching, in parts"
    case .extracting: "extracting, in parts"
    }
  }
}

extension Role {
  /// The indefinite article that people put before it.
  var article: Line {
    switch self {
    case .adviser, .observer: "an"
    case .chair, .member, .standIn, .candidate: "a"
    }
  }
}

extension Role: CustomStringConvertible {
  package var description: String { token }
}
