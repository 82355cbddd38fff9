import Casework
import Sealing
import Statements
import Vault

/// An act that waits for a majority, with names in place of ids.
struct WaitingLine {
  let id: StatementID
  let summary: Line
  let by: String
  let signers: [String]
  let needed: Int
  let isMineToSign: Bool
  private let subject: [String: JSON]

  init(_ act: OpenVault.WaitingAct, in vault: OpenVault) {
    id = act.id
    by = act.by
    signers = act.signers
    needed = act.needed
    isMineToSign = act.isMineToSign
    switch act.what {
    case .roster(let change):
      let name = change.target.map(vault.name(of:)) ?? ""
      summary = .change(change, of: name)
      subject = Self.subject(of: change, named: name)
    case .readers(.admit(let members), let shown):
      let names = members.map(vault.name(of:)).sorted()
      summary = .admit(names, to: shown)
      subject = ["case": .string(shown), "change": "admit", "members": JSON(names)]
    case .readers(.recuse(let member), let shown):
      let name = vault.name(of: member)
      summary = .takeOut(name, of: shown)
      subject = ["case": .string(shown), "change": "recuse", "members": JSON([name])]
    }
  }

  private static func subject(of change: RosterChange, named name: String) -> [String: JSON] {
    var subject: [String: JSON] = ["case": .null, "members": JSON([name])]
    switch change {
    case .appoint(let card, let role):
      subject["change"] = "appoint"
      subject["members"] = JSON([card.name])
      subject["role"] = .string(role.token)
    case .remove: subject["change"] = "remove"
    case .role(_, let role):
      subject["change"] = "role"
      subject["role"] = .string(role.token)
    case .keyHolder(_, let holds): subject["change"] = holds ? "key_holder" : "no_key_holder"
    case .voting(_, let votes): subject["change"] = votes ? "voting" : "no_voting"
    case .titles(_, let titles):
      subject["change"] = "titles"
      subject["titles"] = JSON(titles.map(\.token).sorted())
    case .rekey: subject["change"] = "rekey"
    case .depart: subject["change"] = "depart"
    }
    return subject
  }

  var json: JSON {
    var members = subject
    members["act"] = .string(id.hex)
    members["by"] = .string(by)
    members["mine_to_endorse"] = .bool(isMineToSign)
    members["needed"] = .integer(needed)
    members["signers"] = JSON(signers)
    return .object(members)
  }
}
