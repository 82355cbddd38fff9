import ArgumentParser

/// The root of all commands.
struct Conclave: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conclave",
    abstract: "The confidential records of a committee, sealed to those who may read them.",
    discussion: """
      A vault is a folder of sealed files that may lie on storage nobody trusts. Every member holds \
      keys of their own, and every case opens for exactly the members who may read it.

      Example:
        conclave init "Shared/conduct" --name "Maya Lindqvist"
        conclave onboard add lee.card --invitation-out lee.invitation
        conclave case open
      """,
    version: "conclave 0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Everyday",
        subcommands: [
          ShowStatus.self, CaseCommands.self, ConflictCommands.self, Recuse.self,
          SheetCommands.self,
          PersonCommands.self, ShowAccess.self,
        ]),
      CommandGroup(
        name: "Committee",
        subcommands: [
          MemberCommands.self, OnboardCommands.self, PrintInvitation.self, Endorse.self,
          Offboard.self, Leave.self,
        ]),
      CommandGroup(
        name: "Vault",
        subcommands: [
          InitVault.self, JoinVault.self, SyncVault.self, ShowLog.self, VerifyVault.self,
          RepairVault.self,
        ]),
      CommandGroup(
        name: "Your own", subcommands: [IdentityCommands.self, Completions.self]),
    ],
    defaultSubcommand: ShowStatus.self)
}
