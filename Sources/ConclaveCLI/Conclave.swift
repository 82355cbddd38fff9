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
        conclave identity create --name "Maya Lindqvist"
        conclave identity card --out maya.card
      """,
    version: "conclave 0.1.0",
    subcommands: [
      ShowStatus.self, InitVault.self, JoinVault.self, SyncVault.self, IdentityCommands.self,
      MemberCommands.self, OnboardCommands.self, PrintInvitation.self, Endorse.self,
      Offboard.self, Leave.self, CaseCommands.self, Recuse.self, SheetCommands.self,
      PersonCommands.self, ShowAccess.self, ShowLog.self, VerifyVault.self, RepairVault.self,
      Completions.self,
    ],
    defaultSubcommand: ShowStatus.self)
}
