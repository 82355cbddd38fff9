/// How many operations of each costly kind were done.
package struct PublicKeyOperations: Hashable, Sendable {
  /// X25519 between two keys: a box sealed, or a shared key made.
  package var agreements: Int
  /// X25519 of the base point: a box key made, or its public half computed again.
  package var boxKeysMade: Int
  /// Ed25519 keys made, or computed again from their seed.
  package var signingKeysMade: Int
  /// Ed25519 signatures made.
  package var signatures: Int
  /// Ed25519 signatures checked.
  package var verifications: Int

  package init(
    agreements: Int = 0, boxKeysMade: Int = 0, signingKeysMade: Int = 0, signatures: Int = 0,
    verifications: Int = 0
  ) {
    self.agreements = agreements
    self.boxKeysMade = boxKeysMade
    self.signingKeysMade = signingKeysMade
    self.signatures = signatures
    self.verifications = verifications
  }
}
