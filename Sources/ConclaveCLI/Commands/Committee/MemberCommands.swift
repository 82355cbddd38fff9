import ArgumentParser

/// The commands about who is on the committee.
struct MemberCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member",
    abstract: "Who is on the committee, in which role, and who holds the person identity key.",
    discussion: """
      Members are called by name; two of one name are told apart by the first words of their \
      fingerprint. Letting somebody in is "conclave onboard", taking somebody out "conclave offboard".

      Example:
        conclave member list
        conclave member role Lee chair
        conclave member keyholder Lee yes
        conclave member title Lee responder
      """,
    subcommands: [
      MemberList.self, MemberShow.self, MemberRole.self, MemberVoting.self, MemberTitle.self,
      MemberKeyHolder.self,
    ])
}
