import ArgumentParser

/// A command that does something, as opposed to one that only holds others.
///
/// It turns arguments into one call of the library and the result into words; what it needs of the
/// outside world it takes from its surroundings.
protocol ConclaveCommand: ParsableCommand {
  var global: GlobalOptions { get }

  func run(in surroundings: Surroundings) throws(Failure)
}
