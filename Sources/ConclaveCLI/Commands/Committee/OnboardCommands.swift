import ArgumentParser

/// The commands that let somebody onto the committee.
struct OnboardCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "onboard",
    abstract: "Let somebody onto the committee.",
    discussion: """
      A newcomer makes their keys and sends their card; you compare its words with them and send \
      them the invitation that is printed. When you know their conflicts, "add" does all of it at \
      once. When you do not, "start" makes them a candidate who sees a list of cases and nothing \
      else, they "declare", and you "finish".

      Example:
        conclave onboard add lee.card --no-conflict --invitation-out lee.invitation
        conclave onboard start kim.card --list codes
        conclave onboard declare --conflict home-shelf
        conclave onboard finish "Kim Aoki"
      """,
    subcommands: [OnboardAdd.self, OnboardStart.self, OnboardDeclare.self, OnboardFinish.self])
}
