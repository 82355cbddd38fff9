/// Why a command did not do what it was asked, in words for people.
///
/// The one error that commands throw. Its sentences stand beside this file, in `Words`.
struct Failure: Error, Hashable, Sendable {
  /// What is so: lower case, no full stop, nobody blamed.
  let message: Line
  /// One thing to type, or whom to ask, where that helps.
  let hint: Line?
  let status: ExitStatus

  init(_ message: Line, hint: Line? = nil, status: ExitStatus) {
    self.message = message
    self.hint = hint
    self.status = status
  }
}

/// An error that has words for people.
protocol FailureCause: Error {
  var failure: Failure { get }
}

extension Failure: FailureCause {
  var failure: Failure { self }
}
