/// A check that stands between an attack and its success.
///
/// In test builds one can be taken away, to show that the attack it stands against then succeeds:
/// a test that cannot fail shows nothing. A release build contains every check and no way around.
package enum Defence: String, CaseIterable, Sendable {
  // Sealing
  case commitment
  case contextBinding
  case minimalPadding
  case grantCommitment
  case cardSignature
  case passphraseCost
  // Statements
  case canonicalJSON
  case statementSignature
  case statementBelongsHere
  case foundingOnce
  case authorIsEntitled
  case authority
  case cut
  case mutualLoss
  case epochOpenness
  case recusalBeatsAdmission
  case lastReaderStays
  case appointmentBinding
  // The roster
  case rosterAuthority
  case endorsementSignature
  case lastChairStays
  case doubleStandingCountsForNone
  case majorityIsHeld
  // The vault
  case objectName
  case vaultIsJoined
  case invitationRoster
  case resealCarriesAll
  case supersededStaysOut

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
