/// A moment, in whole seconds since 1970-01-01 00:00 UTC.
package struct Instant: Hashable, Sendable {
  package let secondsSince1970: Int64

  package init(secondsSince1970: Int64) { self.secondsSince1970 = secondsSince1970 }

  package func advanced(bySeconds seconds: Int64) -> Instant {
    Instant(secondsSince1970: secondsSince1970 + seconds)
  }
}

extension Instant: Comparable {
  package static func < (left: Instant, right: Instant) -> Bool {
    left.secondsSince1970 < right.secondsSince1970
  }
}
