import Casework
import Sealing
import Statements
import Storage
import Vault

/// What a look at every file found.
struct VerificationReport: Report {
  let vault: VaultID
  let found: OpenVault.Verification

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [["vault", "\(vault.hex)"]] + vault.words.rows(labelled: "words")
    rows += [
      [
        "files",
        "\(found.objectCount), and \(Line.count(found.grantCount, "file", "files")) of keys",
      ],
      [
        "opened",
        "\(Line.count(found.statementCount, "statement", "statements")) in \(Line.count(found.compartmentCount, "compartment", "compartments"))",
      ],
      ["not yours", .count(found.unopenedCount, "file", "files")],
    ]
    if found.pieceCount > 0 {
      rows.append(["attachments", .count(found.pieceCount, "part", "parts")])
    }
    if found.lateCount > 0 {
      rows.append(["late", .count(found.lateCount, "statement", "statements")])
    }
    if found.outsideCount > 0 {
      rows.append(["do not count", .count(found.outsideCount, "statement", "statements")])
    }
    if !found.forks.isEmpty { rows.append(["roster forks", "\(found.forks.count)"]) }
    return Table(rows: rows).lines(columns: nil) + problems
  }

  /// What is wrong, each on a line of its own; nothing when all is well.
  var problems: [Line] {
    var lines: [Line] = found.damaged.map { .damaged($0) }
    if found.lostCount > 0 { lines.append(.lost(found.lostCount)) }
    lines += found.incomplete.map { .incomplete($0) }
    lines += found.unfinished.map { .notResealed($0) }
    lines += found.strange.map { .strange($0) }
    if found.strangeCount > found.strange.count {
      lines.append(.moreStrange(found.strangeCount - found.strange.count))
    }
    return lines.isEmpty ? [] : [""] + lines
  }

  var json: JSON {
    [
      "compartments": .integer(found.compartmentCount),
      "damaged": .array(
        found.damaged.map { ["file": .string($0.name.hex), "reason": .string($0.reason.token)] }),
      "files": .integer(found.objectCount), "forks": .integer(found.forks.count),
      "incomplete": .array(
        found.incomplete.map { one in
          [
            "missing": .array(one.missing.map { .integer($0 + 1) }), "name": .string(one.name),
            "number": JSON(one.number), "parts": .integer(one.count), "place": one.place.json,
          ]
        }),
      "key_files": .integer(found.grantCount), "late": .integer(found.lateCount),
      "lost": .integer(found.lostCount), "outside": .integer(found.outsideCount),
      "parts": .integer(found.pieceCount),
      "sound": .bool(found.isSound), "statements": .integer(found.statementCount),
      "strange": .array(
        found.strange.map { ["path": .string($0.path), "reason": .string($0.reason.rawValue)] }),
      "strange_count": .integer(found.strangeCount),
      "unfinished": .array(found.unfinished.map(\.json)),
      "unopened": .integer(found.unopenedCount), "vault": .string(vault.hex),
      "words": JSON(vault.words.words),
    ]
  }
}

extension DamagedObject.Reason {
  var token: String {
    switch self {
    case .gone: "gone"
    case .unreadable: "unreadable"
    case .wrongName: "wrong_name"
    case .notAuthentic: "not_authentic"
    case .badStatement: "bad_statement"
    case .foreignStatement: "foreign_statement"
    }
  }
}

extension OpenVault.Place {
  var json: JSON {
    switch self {
    case .committee: ["about": "committee", "code_name": .null]
    case .sheet: ["about": "sheet", "code_name": .null]
    case .matter(let shown): ["about": "case", "code_name": .string(shown)]
    case .person(let name): ["about": "person", "code_name": .string(name.text)]
    case .question(let name): ["about": "question", "asked": .string(name), "code_name": .null]
    }
  }
}
