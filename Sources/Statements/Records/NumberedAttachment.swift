package import Sealing

/// An attachment of a case as its statements tell it.
package struct NumberedAttachment: Sendable {
  /// From 1, in the order of the statements; late ones have no number.
  package let number: Int?
  package let id: StatementID
  package let author: MemberID
  /// When its author says it was attached, seconds since 1970.
  package let stated: Int64
  package let attachment: Attachment
}

extension [NumberedAttachment] {
  mutating func append(_ attachment: Attachment, by statement: Statement, counts: Bool) {
    let number = counts ? count { $0.number != nil } + 1 : nil
    append(
      NumberedAttachment(
        number: number, id: statement.id, author: statement.author, stated: statement.time,
        attachment: attachment))
  }
}
