import ArgumentParser
import POSIX
import Sodium

/// The program: arguments in, words and an exit code out.
package enum Program {
  /// Runs the command this process was started with and ends the process; the one place that does.
  package static func main() -> Never {
    let isHardened = ProcessHardening.apply()
    let surroundings = Surroundings.ofProcess
    if !isHardened { surroundings.warn(.notHardened) }
    let status = run(Array(CommandLine.arguments.dropFirst()), in: surroundings)
    Conclave.exit(withError: ExitCode(status.rawValue))
  }

  /// Runs one command and says how it ended.
  static func run(_ arguments: [String], in surroundings: Surroundings) -> ExitStatus {
    var surroundings = surroundings
    surroundings.options.json = CommandLineWords.wantsJSON(arguments)
    do throws(Failure) {
      switch try Request(arguments, columns: surroundings.console.columnCount(of: .output)) {
      case .text(let text): try surroundings.show(Line.block(text))
      case .command(let command): try command.run(in: surroundings.with(command.global))
      }
      return .done
    } catch {
      surroundings.report(error)
      return error.status
    }
  }
}
