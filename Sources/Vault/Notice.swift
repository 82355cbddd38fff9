package import Casework

/// Something the person should be told besides the answer to what they asked.
package enum Notice: Hashable, Sendable {
  /// Statements seen before that lie in no object now, and were not this machine's to bring back.
  case statementsLost(count: Int, in: String)
  /// Statements never seen here that others' statements stand on.
  case statementsMissing(count: Int, in: String)
  /// Pieces of attachments that were here before lie in no object now.
  case piecesLost(count: Int, in: String)
  case broughtBack(count: Int, in: String)
  case objectsDamaged(count: Int)
  case resealed(String)
  case noLongerOpen(String)
  /// Nothing of it opens any more: this member was taken out, or storage lost it.
  case away(String)
  /// A recusal turned out void, because nobody would have been left.
  case openAgain(String)
  case recusalNotCarried(PersonCodeName, of: String)
  case readOnly
  /// Somebody answered that they have no conflict, and was let in as was said beforehand.
  case letInAfterAnswer(String, String)
  /// Likewise, but now it takes somebody inside to endorse it.
  case clearAndWaiting(String, String)
  /// Somebody who reads the case answered that they have a conflict in it.
  case conflictInside(String, String)
  /// A conflict was declared in answer to a question that was applied and erased already.
  case conflictTooLate(String)
  case answerNotApplied
}
