import Glibc

/// How this machine's clocks stand at one moment: the zone of `TZ`, or of the system.
package struct LocalTime: Hashable, Sendable {
  package let secondsEast: Int
  /// What people call the zone then: `CET`, `UTC`, `+03`.
  package let abbreviation: String

  /// Looks `secondsSince1970` up; UTC when the system cannot say.
  ///
  /// The corresponding C function is `localtime_r`.
  package init(secondsSince1970: Int64) {
    var moment = time_t(secondsSince1970)
    var parts = unsafe tm()
    guard unsafe localtime_r(&moment, &parts) != nil, let zone = unsafe parts.tm_zone else {
      secondsEast = 0
      abbreviation = "UTC"
      return
    }
    secondsEast = unsafe parts.tm_gmtoff
    abbreviation = unsafe String(cString: zone)
  }
}
