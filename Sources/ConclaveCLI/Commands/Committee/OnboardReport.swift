import Casework
import Sealing
import SystemPackage
import Vault

/// Who came in, with the invitation to send to each.
struct OnboardReport: Report {
  let role: Role
  let cards: [Card]
  let results: [OpenVault.Onboarded]
  let files: InvitationFiles?

  func lines(in layout: Layout) -> [Line] {
    var lines: [Line] = []
    for (index, (card, result)) in zip(cards, results).enumerated() {
      if index > 0 { lines.append("") }
      var rows: [[Line]] = [["name", "\(result.name)"], ["role", "\(role)"]]
      rows += card.fingerprint.rows(labelled: "fingerprint")
      if !result.admitted.isEmpty { rows.append(["cases", .list(result.admitted)]) }
      if !result.conflicts.isEmpty { rows.append(["conflict", .list(result.conflicts)]) }
      if !result.notMineToOpen.isEmpty { rows.append(["not opened", .list(result.notMineToOpen)]) }
      guard result.outcome.isDone else {
        lines += Table(rows: rows + result.outcome.rows).lines(columns: nil)
        continue
      }
      rows += result.invitation.words.rows(labelled: "invitation")
      if let path = files?.paths[index] { rows.append(["file", "\(path)"]) }
      lines += Table(rows: rows).lines(columns: nil)
      if files == nil { lines.append("\(result.invitation.text)") }
    }
    return lines
  }

  var json: JSON {
    let onboarded = zip(cards, results).enumerated().map { index, pair -> JSON in
      let (card, result) = pair
      var members = result.outcome.members
      let isDone = result.outcome.isDone
      members["cases"] = JSON(result.admitted)
      members["conflicts"] = JSON(result.conflicts)
      members["file"] = JSON(isDone ? files?.paths[index].string : nil)
      members["fingerprint"] = JSON(card.fingerprint.words)
      members["invitation"] = JSON(isDone ? result.invitation.text : nil)
      members["member"] = .string(card.member.hex)
      members["name"] = .string(result.name)
      members["not_opened"] = JSON(result.notMineToOpen)
      members["role"] = .string(role.token)
      members["words"] = isDone ? JSON(result.invitation.words.words) : .null
      return .object(members)
    }
    return ["onboarded": .array(onboarded)]
  }
}
