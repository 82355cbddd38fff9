import Synchronization

/// A count of the public-key operations done on behalf of one task.
///
/// Whoever wants to know sets ``current`` around the work. Child tasks count into the same; threads
/// started by other means, and detached tasks, do not.
package final class PublicKeyOperationCount: Sendable {
  /// Where the operations of this task are counted, if anybody wants to know.
  @TaskLocal package static var current: PublicKeyOperationCount?

  private let agreements = Atomic(0)
  private let boxKeysMade = Atomic(0)
  private let signingKeysMade = Atomic(0)
  private let signatures = Atomic(0)
  private let verifications = Atomic(0)

  /// Begins at nothing.
  package init() {}

  /// What was done so far.
  package var operations: PublicKeyOperations {
    PublicKeyOperations(
      agreements: agreements.load(ordering: .relaxed),
      boxKeysMade: boxKeysMade.load(ordering: .relaxed),
      signingKeysMade: signingKeysMade.load(ordering: .relaxed),
      signatures: signatures.load(ordering: .relaxed),
      verifications: verifications.load(ordering: .relaxed))
  }

  func countAgreement() { agreements.wrappingAdd(1, ordering: .relaxed) }
  func countBoxKeyMade() { boxKeysMade.wrappingAdd(1, ordering: .relaxed) }
  func countSigningKeyMade() { signingKeysMade.wrappingAdd(1, ordering: .relaxed) }
  func countSignature() { signatures.wrappingAdd(1, ordering: .relaxed) }
  func countVerification() { verifications.wrappingAdd(1, ordering: .relaxed) }
}
