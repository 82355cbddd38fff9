/// Every string that separates one use of a key from another.
///
/// A label is never reused and never built at run time. The format article lists the same ones
/// under "Labels"; a test holds the two together and checks that none is a prefix of another.
package enum Label: String, CaseIterable, Sendable {
  case card = "conclave/1/card"
  case certificate = "conclave/1/certificate"
  case contentOfPiece = "conclave/1/content-of-piece"
  case departure = "conclave/1/departure"
  case endorsement = "conclave/1/endorsement"
  case epoch = "conclave/1/epoch"
  case fingerprint = "conclave/1/fingerprint"
  case grantNonce = "conclave/1/grant-nonce"
  case invitation = "conclave/1/invitation"
  case locator = "conclave/1/locator"
  case memory = "conclave/1/memory"
  case memoryName = "conclave/1/name-in-memory"
  case objectSeal = "conclave/1/seal"
  case placeOfPiece = "conclave/1/place-of-piece"
  case signedStatement = "conclave/1/statement"
  case statementID = "conclave/1/id-of-statement"

  package var bytes: [UInt8] { Array(rawValue.utf8) }
}
