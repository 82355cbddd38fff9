/// Why a typed value was not accepted.
///
/// No case carries the text that was typed: it can be a name. Lists and suggestions come from the
/// vocabulary alone.
package enum ValueError: Error, Hashable {
  /// There is nothing to read.
  case empty
  /// The word is none of `known`; `closest` is the one it was probably meant to be.
  case unknown(known: [String], closest: String?)
  /// The text is longer than a value may be, in bytes of UTF-8.
  case tooLong(limit: Int, found: Int)
  /// The list has more items than a value may have.
  case tooMany(limit: Int, found: Int)
  /// A person code name is two words of plain letters.
  case notACodeName
  /// The text is not a time in a form that is read.
  case time(ReadableTimeError)
  /// The field takes a day, and the text also gives a time of day.
  case dayOnly
  /// The word needs a text after a colon, as in `event:NAME`.
  case textMissing(after: String)
}
