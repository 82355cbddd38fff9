import ArgumentParser

/// What the arguments ask for.
enum Request {
  case command(any ConclaveCommand)
  /// Help, or the version.
  case text(String)

  init(_ arguments: [String], columns: Int?) throws(Failure) {
    let words = try CommandLineWords(arguments)
    do {
      var command = try Conclave.parseAsRoot(words.arranged)
      if let command = command as? any ConclaveCommand {
        self = .command(command)
      } else {
        // A command that only holds others answers with its help, by throwing it.
        try command.run()
        self = .text("")
      }
    } catch {
      guard Conclave.exitCode(for: error).isSuccess else {
        throw Failure(refusedByParser: Conclave.message(for: error), of: words.line)
      }
      let text = Conclave.fullMessage(for: error, columns: columns)
      self = .text(String(text.drop(while: \.isNewline)))
    }
  }
}
