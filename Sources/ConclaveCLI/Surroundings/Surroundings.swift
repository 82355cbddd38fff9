import Casework
import POSIX
import SystemPackage

/// The outside world as one command sees it; a test makes one of its own.
struct Surroundings: Sendable {
  var console: any Console
  var settings: Settings
  var zone: Zone
  var clock: @Sendable () -> Instant
  var options = GlobalOptions.none
}

extension Surroundings {
  /// The surroundings of this process.
  static var ofProcess: Surroundings {
    Surroundings(
      console: ProcessConsole(), settings: .ofProcess,
      zone: Zone { instant in
        let local = LocalTime(secondsSince1970: instant.secondsSince1970)
        return Zone.Offset(secondsEast: local.secondsEast, abbreviation: local.abbreviation)
      },
      clock: { Instant(secondsSince1970: SystemClock.seconds) })
  }

  /// The same surroundings, with what was asked for on the command line.
  func with(_ options: GlobalOptions) -> Surroundings {
    var surroundings = self
    surroundings.options = options
    return surroundings
  }

  var now: Instant { clock() }
}
