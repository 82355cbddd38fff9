import CPOSIX
package import SystemPackage

/// A program of somebody else's, run at the terminal and waited for.
///
/// No shell reads its words. It inherits standard input and standard error, its standard output is
/// the terminal as well, and no other descriptor is open in it.
package enum OtherProgram {
  /// How it ended.
  package enum Ending: Hashable, Sendable {
    case exited(Int)
    case killed(signal: Int)
  }

  /// Runs the program that the first of `words` names in `PATH`, with `temporaries` as its folder for
  /// temporary files.
  ///
  /// Throws `.noSuchFileOrDirectory` when there is none. The corresponding C functions are
  /// `posix_spawnp` and `waitpid`.
  package static func run(
    _ words: [String], temporaries: FilePath
  ) throws(Errno) -> Ending {
    guard !words.isEmpty, !words.contains(where: { $0.utf8.contains(0) }) else {
      throw .invalidArgument
    }
    var flat: [UInt8] = []
    for word in words { flat += Array(word.utf8) + [0] }
    let variable = Array("TMPDIR=".utf8) + temporaries.terminated
    let status = try outcome(of: unsafe conclave_run(flat, words.count, variable))
    return status < 256 ? .exited(status) : .killed(signal: status - 256)
  }

  /// Where the program called `name` lies, links resolved.
  ///
  /// The corresponding C function is `realpath`.
  package static func find(_ name: String) throws(Errno) -> FilePath {
    guard !name.isEmpty, !name.utf8.contains(0) else { throw .noSuchFileOrDirectory }
    var path = [UInt8](repeating: 0, count: 4096)
    _ = try outcome(
      of: unsafe conclave_find_program(Array(name.utf8) + [0], &path, path.count))
    return unsafe FilePath(platformString: path.map { CChar(bitPattern: $0) })
  }
}
