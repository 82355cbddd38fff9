import CPOSIX

/// The machine's clocks.
package enum SystemClock {
  /// Seconds since 1970, as this machine believes them to be.
  ///
  /// The corresponding C function is `clock_gettime` with `CLOCK_REALTIME`.
  package static var seconds: Int64 { conclave_realtime_nanoseconds() / 1_000_000_000 }

  /// Nanoseconds since some moment in the past; never goes back.
  ///
  /// The corresponding C function is `clock_gettime` with `CLOCK_MONOTONIC`.
  package static var monotonicNanoseconds: Int64 { conclave_monotonic_nanoseconds() }

  /// Waits that long, or less when a signal comes.
  ///
  /// The corresponding C function is `nanosleep`.
  package static func wait(nanoseconds: Int64) {
    _ = conclave_sleep_nanoseconds(max(0, nanoseconds))
  }
}
