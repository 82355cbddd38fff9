/// When a message says it was written.
package struct MessageDate: Hashable, Sendable {
  /// The date as it stands in the message.
  package let written: String
  /// The same in seconds since 1970 began in UTC, when it can be read.
  package var secondsSince1970: Int64?
  /// How many seconds before UTC the clocks of the writer were, when the date says so.
  package var secondsEast: Int?
}
