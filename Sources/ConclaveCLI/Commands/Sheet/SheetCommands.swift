import ArgumentParser

/// The status sheet, and the command that changes it.
struct SheetCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: "The status sheet: one anonymous row for each case and reported person.",
    discussion: """
      Every member and observer reads the sheet, so it holds no name and is vague on purpose. A \
      case that is hidden from somebody keeps its row to itself: only its readers see it here.

      Example:
        conclave sheet
        conclave sheet set home-shelf status=resolved consequences=warning
      """,
    subcommands: [SheetShow.self, SheetSet.self], defaultSubcommand: SheetShow.self)
}
