/// A check that stands between an attack and its success.
///
/// In test builds one can be taken away, to show that the attack it stands against then succeeds:
/// a test that cannot fail shows nothing. A release build contains every check and no way around.
package enum Defence: String, CaseIterable, Sendable {
  // Files
  case regularFilesOnly
  case foldersAreNoLinks
  case sizeLimit
  case strangeIsPassedOver
  case fileNameIsNoPath
  case nothingIsReplaced
  // Sealing
  case purposeBinding
  case freshSalt
  case tag
  case commitment
  case contextBinding
  case padding
  case minimalPadding
  case slotsAreShuffled
  case grantCommitment
  case cardSignature
  case passphraseCost
  case identityIsOnTheCard
  case memoryNames
  case pieceDigest
  // Statements
  case canonicalJSON
  case statementSignature
  case parentLimit
  case statementBelongsHere
  case foundingOnce
  case authorIsEntitled
  case roleWrites
  case authority
  case majorityInside
  case namedAgain
  case cut
  case builtUponStays
  case mutualLoss
  case epochOpenness
  case everyReaderIsGivenTheKey
  case recusalBeatsAdmission
  case lastReaderStays
  case appointmentBinding
  case questionRoles
  case erasureIsTheAskers
  case roleReadsSheet
  // The roster
  case founderIsOnTheCard
  case votersAct
  case rosterAuthority
  case enrolledOnce
  case endorsementSignature
  case departureSignature
  case lastChairStays
  case onlyVotersCount
  case mostVotersDecide
  case smallestBreaksTies
  case endorsementIsForTheChange
  case doubleStandingCountsForNone
  case majorityIsHeld
  // The vault
  case objectName
  case brokenIsLeftOut
  case brokenIsLookedAtAgain
  case lostIsBroughtBack
  case missingIsNamed
  case keyIsStated
  case outboxIsFinished
  case vaultIsJoined
  case invitationRoster
  case resealCarriesAll
  case supersededStaysOut
  case wholeBeforeTakingOut
  case safeFileName
  case recusalReachesEntries
  // Questions and newcomers
  case partiesAreNotAsked
  case askersOutLoseQuestions
  case erasedLeavesTheVault
  case hiddenIsOnNoList
  case declaredKeepsOut
  // The terminal
  case visibleText

  #if CONCLAVE_TEST_FLOOR
    /// Checks this task goes without; in test builds only.
    @TaskLocal package static var missing: Set<Defence> = []

    package var stands: Bool { !Defence.missing.contains(self) }
  #else
    @inlinable package var stands: Bool { true }
  #endif

  /// The checks the current task goes without, to be carried to a thread that works for it.
  package struct Carried: Sendable {
    #if CONCLAVE_TEST_FLOOR
      fileprivate let missing: Set<Defence>
    #endif

    package func within<Result>(_ work: () -> Result) -> Result {
      #if CONCLAVE_TEST_FLOOR
        Defence.$missing.withValue(missing, operation: work)
      #else
        work()
      #endif
    }
  }

  package static func carried() -> Carried {
    #if CONCLAVE_TEST_FLOOR
      Carried(missing: missing)
    #else
      Carried()
    #endif
  }
}
