/// Something odd about a mail: where it breaks the rules for mail, or where more than one reading is
/// possible.
///
/// A quirk names what is odd and never holds any text of the mail.
package enum Quirk: String, CaseIterable, Sendable {
  // The file.

  /// The file begins with a byte order mark.
  case byteOrderMark
  /// Blank lines stand before the header.
  case leadingBlankLines
  /// A line of a mailbox file, `From …`, stands before the header.
  case mailboxLine
  /// The file is longer than ``Limits/byteCount``; the rest was not read.
  case fileTooLarge
  /// Some lines end with CR LF and some with LF alone.
  case mixedLineEnds
  /// A CR stands somewhere else than before an LF.
  case bareCarriageReturns
  /// A line has more than 998 bytes.
  case longLines
  /// There is no header at all: this may be no mail.
  case noHeader

  // Headers.

  /// A line of the header is no field; it was passed over.
  case malformedHeaderLine
  /// The text begins without a blank line before it.
  case missingBlankLine
  /// The message ends, or the next part begins, within a header.
  case headerUnterminated
  /// A field goes on after a line of nothing but blanks.
  case blankContinuation
  /// Blanks stand between the name of a field and its colon.
  case blankBeforeColon
  /// A header has more bytes or fields than are read; the rest of it was passed over.
  case headerTooLarge
  /// A field that may stand once stands more often; the first counts.
  case repeatedField
  /// A header holds characters beyond ASCII, in UTF-8.
  case headerNotASCII
  /// A header holds bytes that are no UTF-8; windows-1252 was assumed.
  case headerNotUTF8
  /// A field that was read holds control characters, which may be ends of lines.
  case controlCharactersInHeader
  /// A NUL stands in a header or a text; U+FFFD stands for it.
  case nulCharacters
  /// An encoded word is broken, or holds characters that should have been encoded.
  case malformedEncodedWord
  /// An encoded word stands where none may: in quotes, or in a parameter.
  case misplacedEncodedWord
  /// An encoded word is not set off from the text around it.
  case encodedWordRunTogether

  // Who and when.

  /// There is no `From`.
  case noFrom
  /// `From` names several mailboxes.
  case severalFrom
  /// An address is not one, or it is not clear where it begins and ends.
  case malformedAddress
  /// The name of a mailbox holds another address than the mailbox has.
  case addressInName
  /// A quoted text in a field has no end.
  case unterminatedQuote
  /// A comment in a field has no end.
  case unterminatedComment
  /// A field names more mailboxes than are read.
  case tooManyAddresses
  /// There is no `Date`.
  case noDate
  /// The date cannot be read.
  case unreadableDate
  /// The date has another form than mail has.
  case unusualDate
  /// The year has fewer than four digits, or the zone is one that mail no longer uses.
  case obsoleteDate
  /// The day of the week is not that of the date.
  case wrongWeekday
  /// The date does not say how far from UTC it was written; UTC was assumed.
  case dateWithoutZone

  // Parts.

  /// A content type cannot be read.
  case unreadableContentType
  /// A parameter is not written as one.
  case malformedParameter
  /// A parameter is there twice; the first counts.
  case repeatedParameter
  /// A parameter in several pieces lacks one.
  case brokenContinuation
  /// A percent sign in a parameter does not begin two hexadecimal digits.
  case badPercentEncoding
  /// A multipart names no boundary; it is taken for text.
  case missingBoundary
  /// The boundary of a multipart never comes; it is taken for text.
  case boundaryNotFound
  /// A multipart within another has the same boundary.
  case repeatedBoundary
  /// A multipart ends without its last boundary.
  case unterminatedMultipart
  /// There is text before the first part, which mail programs do not show.
  case textBeforeFirstPart
  /// There is text after the last part, which mail programs do not show.
  case textAfterLastPart
  /// Parts lie deeper in one another than are read; the innermost are one attachment.
  case nestedTooDeeply
  /// There are more parts than are read.
  case tooManyParts
  /// A multipart claims to be in base64 or quoted-printable, which it may not; that was ignored.
  case encodedMultipart
  /// A forwarded message is in base64 or quoted-printable, which it may not be; it was read so.
  case encodedMessage
  /// More was encoded within forwarded messages than is read; some are attachments only.
  case tooMuchEncoded
  /// The message is one piece of a longer one.
  case partialMessage
  /// A part lies somewhere else, on a server.
  case externalBody

  // Encodings.

  /// The encoding of a part is unknown; its bytes were taken as they are.
  case unknownTransferEncoding
  /// A part holds bytes beyond ASCII and does not say so.
  case eightBitUndeclared
  /// Base64 holds characters that it does not have.
  case badBase64Characters
  /// Base64 does not end after a multiple of four characters.
  case oddBase64Length
  /// Base64 goes on after its end.
  case base64AfterPadding
  /// Quoted-printable holds what it may not.
  case badQuotedPrintable
  /// A uuencoded file is broken, or has no end.
  case badUuencoding
  /// A text holds a uuencoded file.
  case uuencodedInText

  // Texts.

  /// A character set is unknown; UTF-8 was assumed where it fits, or else windows-1252.
  case unknownCharacterSet
  /// A text without character set, or in ASCII, holds other bytes; UTF-8 was assumed where it fits,
  /// or else windows-1252.
  case bytesBeyondASCII
  /// A text said to be in ISO 8859-1 is in windows-1252.
  case mislabelledLatin1
  /// Bytes mean nothing in the character set of the text; U+FFFD stands for each.
  case malformedText
  /// There is more text than is read.
  case textTooLong
  /// The text was made from HTML.
  case onlyHTML
  /// The plain text is blank, but the same in HTML is not.
  case blankPlainText
  /// HTML ends within a tag, a comment, or something that is not shown.
  case unterminatedHTML

  // What is no text.

  /// An attachment in Outlook's own form (TNEF, `winmail.dat`), which may hold text and files.
  case tnef
  /// A PGP signature, which was not checked.
  case pgpSignature
  /// Something only the holder of a PGP key can read.
  case pgpMessage
  /// An S/MIME signature, which was not checked.
  case smimeSignature
  /// S/MIME data: signed, or readable only with a key.
  case smimeMessage
}
