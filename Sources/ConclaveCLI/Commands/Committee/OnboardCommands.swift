import ArgumentParser

/// The commands that let somebody onto the committee.
struct OnboardCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "onboard",
    abstract: "Let somebody onto the committee.",
    discussion: """
      A newcomer makes their keys and sends their card; you compare its words with them, say which \
      cases they have a conflict in, and send them the invitation that is printed.

      Example:
        conclave onboard add lee.card --no-conflict --invitation-out lee.invitation
      """,
    subcommands: [OnboardAdd.self])
}
