import ArgumentParser
import Casework
import Sealing
import Vault

/// Lists who is on the committee.
struct MemberList: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the members, their roles and the first words of their fingerprints.",
    discussion: """
      Example:
        conclave member list
      """)

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let members = try surroundings.withVault { vault throws(VaultError) in vault.members }
    try surroundings.show(MemberListReport(members: members))
    surroundings.sayNext(.nextIsMemberShow)
  }
}

/// One line for each member.
struct MemberListReport: Report {
  let members: [OpenVault.MemberLine]

  func lines(in layout: Layout) -> [Line] {
    let rows = members.map { member -> [Line] in
      [
        "\(member.name)\(member.isMe ? " (you)" : "" as Line)", role(of: member),
        member.isKeyHolder ? "yes" : "", layout.day(member.since),
        "\(member.fingerprint.words.prefix(3).joined(separator: " "))",
      ]
    }
    return Table(heading: ["name", "role", "key holder", "since", "fingerprint"], rows: rows)
      .lines(columns: layout.columns)
  }

  /// The role, with what is out of the ordinary about it.
  private func role(of member: OpenVault.MemberLine) -> Line {
    var parts: [Line] = ["\(member.role)"]
    if !member.votes, member.role.votesOnMotions { parts.append("no vote") }
    parts += member.titles.map { "\($0.display)" }
    return .joined(parts, separator: ", ")
  }

  var json: JSON { ["members": .array(members.map(\.json))] }
}

extension OpenVault.MemberLine {
  var json: JSON {
    [
      "email": JSON(address.isEmpty ? nil : address), "fingerprint": JSON(fingerprint.words),
      "key_holder": .bool(isKeyHolder), "me": .bool(isMe), "member": .string(id.hex),
      "name": .string(name), "role": .string(role.token), "since": JSON(moment: since),
      "titles": JSON(titles.map(\.token)), "votes": .bool(votes),
    ]
  }
}
