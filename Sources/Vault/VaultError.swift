package import Casework
package import Sealing
package import Statements
package import Storage
package import SystemPackage

/// Why the vault did not do what a member asked.
///
/// Cases carry code names, member names and numbers; never a text of a record or a real name from
/// the person identity key.
package enum VaultError: Error, Hashable {
  /// What a storage error was about.
  package enum Place: Hashable, Sendable { case vault, memory, remote }

  case storage(StorageError, Place)
  /// The folder is a vault of a format this version does not know, or its marker is damaged.
  case unknownFormat(FilePath)
  /// This machine has no memory of the vault: it must be joined first.
  case notJoined(VaultID)
  /// The roster does not open, or what opens is no roster.
  case rosterUnreadable
  /// The roster's files are there and altered, so nobody can tell from this copy who is a member.
  case rosterDamaged
  /// Somebody else's vault, or the person was offboarded.
  case notOnTheRoster
  case alreadyJoined

  case invitationMalformed
  case invitationNotAuthentic
  /// The folder holds another vault than the invitation.
  case invitationForAnotherVault
  /// The folder's roster does not contain the act the inviter stood on.
  case rosterOlderThanInvitation
  case inviterNotOnRoster

  case noSuchMember(String)
  case ambiguousMember(String, fingerprints: [String])
  case ambiguousName(String, matches: [String])
  /// No such case, or not open to this member: one answer for both.
  case caseNotOpen(String)
  case noSuchPerson(String)
  /// What was to be taken out of the person's entry does not stand in it.
  case noSuchName(PersonCodeName)
  case codeNameTaken(CodeName)
  case personCodeNameTaken(PersonCodeName)
  case noCodeNameLeft

  case needsChair
  case needsVoter
  case needsKeyHolder
  case roleMayNotWrite(Role)
  case mayNotWiden(CodeName)
  case refused(RosterRefusal)
  case lastChair
  /// The person identity key would be left without anybody who reads it.
  case lastKeyHolder
  /// One does not offboard oneself.
  case leaveInstead
  /// Taking the person out would leave the case without a reader.
  case lastReader([CodeName])
  case lastPersonReader([PersonCodeName])
  case alreadyInside(String, CodeName)
  case notInside(String, CodeName)
  case recusedAndNotNamedAgain(String, CodeName)
  case cannotBeAdmitted(String)
  /// A stand-in joins one case, and reads another already.
  case standsInElsewhere(String)
  case openerHiddenFrom
  case hiddenFromReader(String)
  case nothingWaits(String)
  case alreadyEndorsed
  case personAlreadyLinked(PersonCodeName)
  case rowNotYours(CodeName)
  /// Several people are reported in the case, and none was said.
  case severalPersons(CodeName, [PersonCodeName])
  case conflictNotStated
  /// No entry of the case that counts has this number.
  case noSuchEntry(Int, CodeName)
  case alreadyParty(String, CodeName)
  case alreadyLinked(CodeName, CodeName)
  case linkedToItself(CodeName)
  /// Linking would tell a member the name of a case that is hidden from them.
  case linkWouldTell(String, of: CodeName)
  /// Nobody but a reader of the linked case can tell whether it may be named to the newcomer.
  case linkedCaseNotOpen(CodeName)
  case alreadyClosed(CodeName, PersonCodeName?)
  case notClosed(CodeName, PersonCodeName?)
  /// A member bears the name of somebody reported, and would be handed a key.
  case reportedIsReader(String)
  /// The name of somebody reported is that of whoever opens the case.
  case reportedIsOpener
  /// A party of the case, or somebody kept from it, is never asked about it.
  case neverAsked(String, CodeName)
  case askedAlready(String)
  case nobodyToAsk(CodeName)
  /// No question about it is put to this member: one answer, whether there is such a case or not.
  case nothingAsked(String)
  case nobodyClear(CodeName)
  case notACandidate(String)
  /// A candidate becomes a member by finishing their onboarding, and in no other way.
  case stillCandidate(String)
  case roleNeverVotes(String)
  case tooManyPeople(limit: Int, found: Int)
  /// A case a newcomer declared a conflict in is on no row this member reads.
  case declaredCaseUnknown(String)
  /// Rows were stated and the status sheet does not open here.
  case sheetUnreadable
  /// They have not said yet where they have a conflict.
  case notDeclaredYet(String)
  /// An item that does not stand on the list the newcomer was shown.
  case notOnTheList(String)
  case enrolledAlready(String)

  /// A file that a person named could not be read or written.
  case file(StorageError, FilePath)
  case noFolder(FilePath)
  /// Somebody wrote to the file while it was read.
  case fileChanged(FilePath)
  case noSuchAttachment(String)
  case ambiguousAttachment(String, numbers: [Int])
  /// Not all of it could be verified; what could was written to `kept`, unless that was nothing.
  case attachmentDamaged(String, OpenVault.PieceDamage, kept: FilePath?)

  case textTooLong(limit: Int, found: Int)
  case grant(GrantError)
  case anotherVault
  /// The folder to sync with is the vault itself, or lies inside it.
  case remoteIsThisVault
  case interrupted
}
