import ArgumentParser
import Casework

/// The arguments, arranged so that options for everything may also stand before the command.
struct CommandLineWords {
  /// The commands named, from the root down.
  let path: [any ParsableCommand.Type]
  /// The same arguments, the command's words first.
  let arranged: [String]

  /// Finds the command that `arguments` name, or fails with the one that was probably meant.
  init(_ arguments: [String]) throws(Failure) {
    var command: any ParsableCommand.Type = Conclave.self
    var path = [command]
    var words: [String] = []
    var options: [String] = []
    var rest = arguments[...]
    while !command.configuration.subcommands.isEmpty, let word = rest.first, word != "--",
      word != "help"
    {
      rest = rest.dropFirst()
      if word.hasPrefix("-") {
        options.append(word)
        if GlobalOptions.valued.contains(word), let value = rest.popFirst() {
          options.append(value)
        }
      } else {
        command = try Self.command(word, in: path)
        path.append(command)
        words.append(word)
      }
    }
    self.path = path
    arranged = words + options + rest
  }

  /// The command as it is typed.
  var line: Line { Self.line(path) }

  /// Whether an error is to be reported as JSON, even when the rest is not understood.
  static func wantsJSON(_ arguments: [String]) -> Bool {
    arguments.prefix { $0 != "--" }.contains("--json")
  }

  private static func command(
    _ word: String, in path: [any ParsableCommand.Type]
  ) throws(Failure) -> any ParsableCommand.Type {
    let known = path.last?.configuration.subcommands ?? []
    if let found = known.first(where: { $0.names.contains(word) }) { return found }
    throw Failure.unknownCommand(
      word, after: line(path),
      suggestion: Suggestion.closest(to: word, among: known.flatMap { $0.names }))
  }

  private static func line(_ path: [any ParsableCommand.Type]) -> Line {
    Line.joined(path.map { "\($0._commandName)" }, separator: " ")
  }
}

extension ParsableCommand {
  /// What people may type for it.
  static var names: [String] { [_commandName] + configuration.aliases }
}
