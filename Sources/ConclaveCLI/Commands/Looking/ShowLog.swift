import ArgumentParser
import Casework
import Sealing
import Statements
import Vault

/// Shows the signed history of access.
struct ShowLog: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Show the signed history of who let whom in, and who took whom out.",
    discussion: """
      One line for each statement about access that you can read, the oldest first: who signed it, \
      about what, and what it says. Times are those their authors claim. A statement that came too \
      late or without authority is shown and does not count.

      Example:
        conclave log
      """)

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let lines = try surroundings.withVault { vault throws(VaultError) in vault.log() }
    try surroundings.show(LogReport(entries: lines))
    surroundings.sayNext(.nextIsAccess)
  }
}

/// The history, one line for each statement.
struct LogReport: Report {
  let entries: [OpenVault.LogLine]

  func lines(in layout: Layout) -> [Line] {
    let rows = entries.map { entry -> [Line] in
      [
        layout.moment(entry.time), "\(entry.by)", .place(entry.place),
        "\(Line.what(entry.what, by: entry.by))\(Line.standing(entry.standing))",
      ]
    }
    return Table(heading: ["time", "by", "about", "what"], rows: rows).lines(columns: nil)
  }

  var json: JSON { ["log": .array(entries.map(\.json))] }
}

extension OpenVault.LogLine {
  var json: JSON {
    var members: [String: JSON] = [
      "by": .string(by), "id": .string(id.hex), "standing": .string(standing.token),
      "time": JSON(moment: time), "members": [], "role": .null,
    ]
    switch place {
    case .committee: (members["about"], members["code_name"]) = ("committee", .null)
    case .sheet: (members["about"], members["code_name"]) = ("sheet", .null)
    case .matter(let shown): (members["about"], members["code_name"]) = ("case", .string(shown))
    case .person(let name):
      (members["about"], members["code_name"]) = ("person", .string(name.text))
    case .question: (members["about"], members["code_name"]) = ("question", .null)
    }
    switch what {
    case .founded: members["what"] = "founded"
    case .appointed(let name, let role):
      members["what"] = "appointed"
      members["members"] = JSON([name])
      members["role"] = .string(role.token)
    case .removed(let name): (members["what"], members["members"]) = ("removed", JSON([name]))
    case .left(let name): (members["what"], members["members"]) = ("left", JSON([name]))
    case .role(let name, let role):
      members["what"] = "role"
      members["members"] = JSON([name])
      members["role"] = .string(role.token)
    case .keyHolder(let name, let holds):
      members["what"] = holds ? "key_holder" : "no_key_holder"
      members["members"] = JSON([name])
    case .voting(let name, let votes):
      members["what"] = votes ? "voting" : "no_voting"
      members["members"] = JSON([name])
    case .titles(let name, let titles):
      members["what"] = "titles"
      members["members"] = JSON([name])
      members["titles"] = JSON(titles.map(\.token))
    case .rekeyed(let name, let new):
      (members["what"], members["members"]) = ("rekeyed", JSON([name, new]))
    case .opened: members["what"] = "opened"
    case .admitted(let names): (members["what"], members["members"]) = ("admitted", JSON(names))
    case .recused(let name): (members["what"], members["members"]) = ("recused", JSON([name]))
    case .proposed: members["what"] = "proposed"
    case .endorsed: members["what"] = "endorsed"
    case .newKey(let readers): (members["what"], members["members"]) = ("new_key", JSON(readers))
    case .resealed: members["what"] = "resealed"
    }
    return .object(members)
  }
}

extension CompartmentState.Standing {
  var token: String {
    switch self {
    case .counts: "counts"
    case .late: "late"
    case .outside: "outside"
    case .void: "void"
    }
  }
}
