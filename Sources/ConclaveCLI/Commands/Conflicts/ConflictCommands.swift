import ArgumentParser

/// The check before detail.
struct ConflictCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflict",
    abstract: "Ask about conflicts of interest before anybody reads a case, and answer.",
    discussion: """
      A case opens to whoever opened it and to nobody else. The others are asked first whether they \
      have a conflict of interest: they see the case's code name and who is reported, and nothing \
      more. Whoever answers "clear" can be let in. No answer is no access, nobody is asked for a \
      reason, and there is no place for one.

      Example:
        conclave conflict ask home-shelf --admit
        conclave conflict answer home-shelf clear
        conclave conflict list
      """,
    subcommands: [ConflictAsk.self, ConflictAnswerCommand.self, ConflictList.self])
}
