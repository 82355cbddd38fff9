import Casework

extension Surroundings {
  /// The day it is where the person sits.
  var today: Day {
    if let day = (zone.reading(at: now) ?? Zone.utc.reading(at: now))?.day { return day }
    preconditionFailure("clocks show years from 1 to 9999")
  }

  /// Reads a day as a person typed it for `what`.
  func day(_ text: String, for what: Line) throws(Failure) -> Day {
    guard case .day(let day) = try time(text, for: what) else {
      throw Failure(ValueError.dayOnly, for: what)
    }
    return day
  }
}
