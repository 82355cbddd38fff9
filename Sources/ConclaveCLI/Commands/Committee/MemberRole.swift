import ArgumentParser
import Casework
import Sealing
import Statements
import Vault

/// Gives a member another role.
struct MemberRole: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "role",
    abstract: "Give a member another role.",
    discussion: """
      A chair does this at once. Anybody else proposes it, and it takes effect when a majority of \
      the chairs and members have endorsed it; so does taking the chair from somebody else. The \
      roles are chair, member, adviser (reads the cases they are let into, does not vote) and \
      observer (reads the anonymised sheet, and cases only where let in).

      Example:
        conclave member role Lee chair
      """)

  @Argument(help: "The member.") var name: String

  @Argument(
    help: "The role: chair, member, adviser or observer.",
    completion: .list(["chair", "member", "adviser", "observer"]))
  var role: String

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let role = try Role(typed: role, for: .role)
    let (member, outcome) = try surroundings.withVault { vault throws(VaultError) in
      let member = try vault.findMember(name)
      return (member, try vault.setRole(of: member.id.hex, to: role))
    }
    try surroundings.show(
      ActReport(
        member: member.name, change: "role", shown: "\(role)", value: .string(role.token),
        outcome: outcome))
    switch outcome {
    case .done:
      surroundings.say(.hasRole(member.name, role))
      surroundings.sayNext(.nextIsMembers)
    case .waiting(let act, let needed): surroundings.sayWaiting(act, needed)
    }
  }
}

/// An act on the roster, done or waiting.
struct ActReport: Report {
  let member: String
  /// What is changed: the key of its value, and with blanks its label.
  let change: String
  /// To what, for people and for programs.
  let shown: Line
  let value: JSON
  let outcome: ActOutcome

  func lines(in layout: Layout) -> [Line] {
    Table(rows: [["member", "\(member)"], ["\(change)", shown]] + outcome.rows)
      .lines(columns: nil)
  }

  var json: JSON {
    var members = outcome.members
    members["name"] = .string(member)
    members[change.replacing(" ", with: "_")] = value
    return .object(members)
  }
}

extension ActOutcome {
  var rows: [[Line]] {
    switch self {
    case .done: [["state", "done"]]
    case .waiting(let act, let needed):
      [["state", "waiting for \(needed) more"], ["act", "\(act.short)"]]
    }
  }

  /// The keys every report on an act has.
  var members: [String: JSON] {
    switch self {
    case .done(let act): ["act": .string(act.hex), "needed": 0, "state": "done"]
    case .waiting(let act, let needed):
      ["act": .string(act.hex), "needed": .integer(needed), "state": "waiting"]
    }
  }
}

extension Role {
  /// Reads a role that a person typed for `what`.
  ///
  /// A stand-in joins one case only, so it takes one.
  init(typed text: String, for what: Line, joiningOneCase: Bool = false) throws(Failure) {
    do throws(ValueError) {
      try self.init(reading: text)
    } catch .unknown(_, let closest) {
      throw .noSuchRole(what, closest: closest)
    } catch {
      throw Failure(error, for: what)
    }
    guard self != .standIn || joiningOneCase, self != .candidate else {
      throw Failure(VaultError.refused(.roleNotGiven(self)))
    }
  }
}

extension Surroundings {
  /// Says that an act waits, and what to send to those who can endorse it.
  func sayWaiting(_ act: StatementID, _ needed: Int) {
    say(.actWaits(needed))
    sayNext(.nextIsColleagues(act))
  }
}
