import Mail

// What is odd about a mail, in a sentence each.

/// What an oddity of a mail is about.
enum MailRemark: CaseIterable {
  case incomplete, sender, otherPrograms, guessed, form

  init(_ quirk: Quirk) {
    switch quirk {
    case .fileTooLarge, .noHeader, .headerUnterminated, .headerTooLarge, .tooManyAddresses,
      .unterminatedMultipart, .textBeforeFirstPart, .textAfterLastPart, .nestedTooDeeply,
      .tooManyParts, .tooMuchEncoded, .partialMessage, .externalBody, .badUuencoding, .textTooLong,
      .unterminatedHTML, .missingBoundary, .boundaryNotFound, .repeatedBoundary:
      self = .incomplete
    case .noFrom, .severalFrom, .malformedAddress, .addressInName, .noDate, .unreadableDate,
      .dateWithoutZone, .repeatedField, .controlCharactersInHeader:
      self = .sender
    case .tnef, .pgpSignature, .pgpMessage, .smimeSignature, .smimeMessage: self = .otherPrograms
    case .onlyHTML, .blankPlainText, .headerNotUTF8, .nulCharacters, .unknownTransferEncoding,
      .badBase64Characters, .oddBase64Length, .base64AfterPadding, .badQuotedPrintable,
      .unknownCharacterSet, .bytesBeyondASCII, .malformedText, .uuencodedInText,
      .unreadableContentType, .brokenContinuation, .encodedMessage:
      self = .guessed
    case .byteOrderMark, .leadingBlankLines, .mailboxLine, .mixedLineEnds, .bareCarriageReturns,
      .longLines, .malformedHeaderLine, .missingBlankLine, .blankContinuation, .blankBeforeColon,
      .headerNotASCII, .malformedEncodedWord, .misplacedEncodedWord, .encodedWordRunTogether,
      .unterminatedQuote, .unterminatedComment, .unusualDate, .obsoleteDate, .wrongWeekday,
      .malformedParameter, .repeatedParameter, .badPercentEncoding, .encodedMultipart,
      .eightBitUndeclared, .mislabelledLatin1:
      self = .form
    }
  }
}

extension Line {
  static var aboutTheMail: Line { "about the mail, of which the original is kept as it came:" }

  static func remark(_ kind: MailRemark, _ quirks: [Quirk]) -> Line {
    let heading: Line =
      switch kind {
      case .incomplete: "perhaps not all of it is in the text"
      case .sender: "sender and date"
      case .otherPrograms: "for other programs"
      case .guessed: "how it was read"
      case .form: "small faults of form, which do no harm"
      }
    return "  \(heading): \(joined(quirks.map(sentence), separator: "; "))"
  }

  private static func sentence(_ quirk: Quirk) -> Line {
    switch MailRemark(quirk) {
    case .incomplete: incomplete(quirk)
    case .sender: sender(quirk)
    case .otherPrograms: otherPrograms(quirk)
    case .guessed: guessed(quirk)
    case .form: form(quirk)
    }
  }
}

extension Line {
  private static func incomplete(_ quirk: Quirk) -> Line {
    switch quirk {
    case .fileTooLarge: "it is longer than what is read of a mail"
    case .noHeader: "it has no header, so it may be no mail"
    case .headerUnterminated: "it ends within a header, as when it was cut off"
    case .headerTooLarge: "a header is too long to be read whole"
    case .tooManyAddresses: "it names more addresses than are read"
    case .unterminatedMultipart: "its end is missing, as when it was cut off"
    case .textBeforeFirstPart:
      "there is text before its first part, which mail programs do not show"
    case .textAfterLastPart: "there is text after its last part, which mail programs do not show"
    case .nestedTooDeeply: "messages lie too deep in one another; the innermost are attachments"
    case .tooManyParts: "it has more parts than are read"
    case .tooMuchEncoded: "forwarded messages in it are too long to be read; they are attachments"
    case .partialMessage: "it is one piece of a longer mail"
    case .externalBody: "a part of it lies on a server and did not come with it"
    case .badUuencoding: "a file within its text is broken"
    case .textTooLong: "it has more text than is read"
    case .unterminatedHTML: "its HTML breaks off"
    case .missingBoundary: "it does not say where its parts begin, and was read as one"
    case .boundaryNotFound: "its parts could not be told apart, and were read as one"
    case .repeatedBoundary:
      "parts within parts are marked alike, and may have been taken for one another"
    default: "something of it was left out"
    }
  }
}

extension Line {
  private static func sender(_ quirk: Quirk) -> Line {
    switch quirk {
    case .noFrom: "it does not say who it is from"
    case .severalFrom: "it is from several people"
    case .malformedAddress: "an address is not written as one"
    case .addressInName: "a name holds another address than the one it was sent from"
    case .noDate: "it has no date"
    case .unreadableDate: "its date cannot be read"
    case .dateWithoutZone: "its date names no time zone; UTC was assumed"
    case .repeatedField: "a line of its header stands there twice; the first counts"
    case .controlCharactersInHeader: "a line of its header holds control characters"
    default: "sender or date are odd"
    }
  }
}

extension Line {
  private static func otherPrograms(_ quirk: Quirk) -> Line {
    switch quirk {
    case .tnef: "an attachment is in the form of Outlook, winmail.dat, and may hold text and files"
    case .pgpSignature: "it has a PGP signature, which was not checked"
    case .pgpMessage: "a part of it is sealed with PGP, and opens with its reader's key only"
    case .smimeSignature: "it has an S/MIME signature, which was not checked"
    case .smimeMessage: "a part of it is in S/MIME, and another program reads it"
    default: "something in it is for other programs"
    }
  }
}

extension Line {
  private static func guessed(_ quirk: Quirk) -> Line {
    switch quirk {
    case .onlyHTML: "its text was made from HTML; how it looked is in the original"
    case .blankPlainText: "its plain text is blank, so the HTML was read"
    case .headerNotUTF8: "characters of its header were guessed"
    case .nulCharacters: "it holds NUL characters, which are shown as U+FFFD"
    case .unknownTransferEncoding: "a part is encoded in an unknown way, and was taken as it is"
    case .badBase64Characters: "an encoded part holds characters it should not have"
    case .oddBase64Length: "an encoded part is short of its end"
    case .base64AfterPadding: "an encoded part goes on after its end"
    case .badQuotedPrintable: "an encoded text holds characters it should not have"
    case .unknownCharacterSet: "its characters are in an unknown set, and were guessed"
    case .bytesBeyondASCII: "it does not say in what set its characters are, and they were guessed"
    case .malformedText: "some characters mean nothing, and are shown as U+FFFD"
    case .uuencodedInText: "a file lay within its text, and is an attachment"
    case .unreadableContentType: "a part does not say what it is"
    case .brokenContinuation: "the name of a file lacks a piece"
    case .encodedMessage: "a forwarded message is encoded, which it should not be"
    default: "something had to be guessed"
    }
  }
}

extension Line {
  private static func form(_ quirk: Quirk) -> Line {
    switch quirk {
    case .byteOrderMark: "it begins with a byte order mark"
    case .leadingBlankLines: "blank lines stand before it"
    case .mailboxLine: "it was saved with a line of a mailbox before it"
    case .mixedLineEnds: "its lines end in two ways"
    case .bareCarriageReturns: "carriage returns stand within its lines"
    case .longLines: "it has very long lines"
    case .malformedHeaderLine: "a line of its header is none, and was passed over"
    case .missingBlankLine: "no blank line stands before its text"
    case .blankContinuation: "a line of its header is blank"
    case .blankBeforeColon: "blanks stand before a colon of its header"
    case .headerNotASCII: "its header holds UTF-8"
    case .malformedEncodedWord: "a word of its header is badly encoded"
    case .misplacedEncodedWord: "an encoded word stands where none should"
    case .encodedWordRunTogether: "encoded words run together"
    case .unterminatedQuote: "a quotation mark is missing"
    case .unterminatedComment: "a parenthesis is missing"
    case .unusualDate: "its date has an unusual form"
    case .obsoleteDate: "its date has an old form"
    case .wrongWeekday: "its weekday is not that of its date"
    case .malformedParameter: "a parameter of its header is badly written"
    case .repeatedParameter: "a parameter of its header stands there twice; the first counts"
    case .badPercentEncoding: "a name in its header is badly encoded"
    case .encodedMultipart: "it says it is encoded where it may not be"
    case .eightBitUndeclared: "it does not say that it holds more than ASCII"
    case .mislabelledLatin1: "it says ISO 8859-1 and is in windows-1252"
    default: "its form has small faults"
    }
  }
}
