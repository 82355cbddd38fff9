/// A level of the ladder by which consequences are weighed.
///
/// "First" and "second" count a person's suspensions; the level says how long one is. A first
/// suspension of 120 days exists.
package enum LadderLevel: Int, Sendable, Hashable {
  case warning = 1
  /// From 30 to 90 days, with a request for readmission.
  case shortTerm
  /// More than 90 days, with conditions.
  case extended
  case permanentBan

  package static let shortTermDays = 30...90

  /// The level of a suspension of `days`, or nil when it is shorter than the ladder knows.
  package init?(days: Int) {
    switch days {
    case Self.shortTermDays: self = .shortTerm
    case (Self.shortTermDays.upperBound + 1)...: self = .extended
    default: return nil
    }
  }
}
