import ArgumentParser
import Sealing
import Statements
import SystemPackage
import Vault

/// Prints a fresh invitation for somebody on the committee.
struct PrintInvitation: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "invitation",
    abstract: "Print a fresh invitation for a member.",
    discussion: """
      A member needs it to open the vault on a machine that does not know it yet. It opens nothing: \
      send it as you like, and compare its twelve words with them in a call or face to face.

      Example:
        conclave invitation Lee --out lee.invitation
      """)

  @Argument(help: "The member it is for.")
  var name: String

  @Option(
    help: ArgumentHelp("Write the invitation into a new file.", valueName: "file"),
    completion: .file())
  var out: String?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let (member, invitation) = try surroundings.withVault { vault throws(VaultError) in
      (try vault.findMember(name).name, vault.invitation())
    }
    let path = out.map { FilePath($0) }
    if let path { try surroundings.writePublicFile(invitation.text + "\n", to: path) }
    try surroundings.show(InvitationReport(member: member, invitation: invitation, path: path))
    surroundings.say(.sendInvitation(to: member))
    surroundings.sayNext(.nextIsJoining)
  }
}

/// An invitation as it is sent, and the words to compare.
struct InvitationReport: Report {
  let member: String
  let invitation: Invitation
  let path: FilePath?

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [["for", "\(member)"]]
    if let path { rows.append(["file", "\(path)"]) }
    rows += invitation.words.rows(labelled: "words")
    let table = Table(rows: rows).lines(columns: nil)
    return path == nil ? table + ["\(invitation.text)"] : table
  }

  var json: JSON {
    [
      "file": JSON(path?.string), "invitation": .string(invitation.text),
      "name": .string(member), "vault": .string(invitation.vault.hex),
      "words": JSON(invitation.words.words),
    ]
  }
}
