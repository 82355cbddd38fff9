import Sealing
import Statements
import Vault

/// The certificate of an offboarding, what is handed over, and what is left to do by hand.
struct OffboardReport: Report {
  let offboarded: OpenVault.Offboarded

  func lines(in layout: Layout) -> [Line] {
    guard let certificate = offboarded.certificate else {
      return Table(rows: [["member", "\(offboarded.name)"]] + offboarded.outcome.rows)
        .lines(columns: nil)
    }
    var lines = Table(rows: [
      ["certificate of", "\(certificate.leaverName)"],
      ["taken out", layout.moment(certificate.time)],
      ["act", "\(certificate.removal.hex)"],
      ["signed by", "\(certificate.signerName)"],
      ["signature", "\(certificate.signature.lowercaseHex)"],
    ]).lines(columns: nil)
    let rows = certificate.lines.map { line -> [Line] in
      [
        .kind(line.kind), "\(line.label)", layout.moment(line.since),
        line.isResealed ? "yes" : "not yet",
      ]
    }
    lines +=
      [""]
      + Table(heading: ["could read", "", "since", "re-sealed"], rows: rows)
      .lines(columns: nil)
    if !offboarded.contactOf.isEmpty {
      lines += ["", .needsContact] + offboarded.contactOf.map { "  \($0)" }
    }
    lines += ["", .byHand(certificate.leaverName)]
    lines += OutsideTask.allCases.map { "  \(Line.task($0))" }
    return lines
  }

  var json: JSON {
    var members = offboarded.outcome.members
    members["contact_of"] = JSON(offboarded.contactOf)
    members["name"] = .string(offboarded.name)
    members["unread"] = .integer(offboarded.unreadCount)
    members["certificate"] = offboarded.certificate?.json ?? .null
    members["by_hand"] = JSON(
      offboarded.certificate == nil ? [] : OutsideTask.allCases.map(\.rawValue))
    return .object(members)
  }
}

/// What an offboarding leaves to be done outside of Conclave.
enum OutsideTask: String, CaseIterable {
  case sharedFolder = "shared_folder"
  case mailAlias = "mail_alias"
  case chat
  case calendar
  case oldBackups = "old_backups"
  case otherCopies = "other_copies"
}

extension Certificate {
  var json: JSON {
    [
      "leaver": .string(leaver.hex), "leaver_name": .string(leaverName),
      "lines": .array(
        lines.map { line in
          [
            "epoch": JSON(line.epoch?.hex), "kind": .string(line.kind.rawValue),
            "label": .string(line.label), "resealed": .bool(line.isResealed),
            "since": JSON(moment: line.since),
          ]
        }),
      "removal": .string(removal.hex), "signature": .string(signature.lowercaseHex),
      "signed": .string(String(decoding: signedBytes, as: UTF8.self)),
      "signer": .string(signer.hex), "signer_name": .string(signerName), "time": JSON(moment: time),
      "vault": .string(vault.hex),
    ]
  }
}
