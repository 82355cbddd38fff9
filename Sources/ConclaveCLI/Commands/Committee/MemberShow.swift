import ArgumentParser
import Casework
import Sealing
import Statements
import Vault

/// Shows one member.
struct MemberShow: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one member: role, fingerprint, since when.",
    discussion: """
      Two members of one name are told apart by the first words of their fingerprint, which may be \
      typed in place of the name.

      Example:
        conclave member show Lee
      """)

  @Argument(help: "The member.") var name: String

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let member = try surroundings.withVault { vault throws(VaultError) in
      vault.line(try vault.findMember(name))
    }
    try surroundings.show(MemberReport(member: member))
    surroundings.sayNext(.nextIsMemberAccess(member.name))
  }
}

/// One member, whole.
struct MemberReport: Report {
  let member: OpenVault.MemberLine

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [["name", "\(member.name)"]]
    if !member.address.isEmpty { rows.append(["e-mail", "\(member.address)"]) }
    rows += [
      ["role", "\(member.role)"], ["votes", member.votes ? "yes" : "no"],
      ["titles", member.titles.isEmpty ? "none" : .list(member.titles.map(\.display))],
      ["key holder", member.isKeyHolder ? "yes" : "no"],
      ["since", layout.moment(member.since)],
    ]
    rows += member.fingerprint.rows(labelled: "fingerprint")
    rows.append(["id", "\(member.id.hex)"])
    return Table(rows: rows).lines(columns: nil)
  }

  var json: JSON { member.json }
}
