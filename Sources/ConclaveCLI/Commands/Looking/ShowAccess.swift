import ArgumentParser
import Casework
import Sealing
import Statements
import Vault

/// Shows who can read what.
struct ShowAccess: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "access",
    abstract: "Show who can read what, and with --history from when to when.",
    discussion: """
      Told from the signed statements, not from the files. A member who was taken out and whose old \
      key still opens what lies there is shown as such, until a reader's client has re-sealed it. \
      What is not open to you is not shown.

      Example:
        conclave access
        conclave access home-shelf --history
        conclave access --member "Alex Moreau"
      """)

  @Argument(help: "A case.") var code: String?

  @Option(help: ArgumentHelp("A member.", valueName: "name")) var member: String?

  @Flag(help: "Also show from when to when each could read, and who let them in and took them out.")
  var history = false

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let session = try surroundings.openVault()
    if code == nil, let member {
      let access = try session.attempt { vault throws(VaultError) in
        try vault.access(ofMember: member)
      }
      try session.close()
      try surroundings.show(MemberAccessReport(access: access, showsHistory: history))
    } else {
      let report = try session.attempt { vault throws(VaultError) in
        let only = try member.map { text throws(VaultError) in try vault.findMember(text).id }
        let cases = try code.map { text throws(VaultError) in [try vault.access(to: text)] }
        return CaseAccessReport(
          cases: cases ?? vault.accessToAll(), only: only, showsHistory: history)
      }
      try session.close()
      try surroundings.show(report)
      if report.cases.contains(where: \.isResealPending) { surroundings.say(.resealPending) }
      if report.cases.isEmpty {
        surroundings.say(.noCaseOpen)
        return
      }
    }
    if !history { surroundings.sayNext(.nextIsHistory) }
  }
}

/// Who can read each of some cases.
struct CaseAccessReport: Report {
  let cases: [OpenVault.CaseAccess]
  /// Shown alone, when there is one.
  let only: MemberID?
  let showsHistory: Bool

  func lines(in layout: Layout) -> [Line] {
    guard !cases.isEmpty else { return [] }
    var lines: [Line] = []
    if cases.count == 1, let access = cases.first {
      let rows = standings(of: access).map { ["\($0.name)" as Line, .standing($0.standing)] }
      lines = Table(heading: ["\(access.shown)", ""], rows: rows).lines(columns: nil)
    } else {
      let rows = cases.map { access -> [Line] in
        func names(_ standing: OpenVault.Standing) -> Line {
          Line.list(standings(of: access).filter { $0.standing == standing }.map(\.name))
        }
        return ["\(access.shown)", names(.reads), names(.recused), names(.notYetResealed)]
      }
      lines = Table(heading: ["case", "reads", "recused", "not yet re-sealed"], rows: rows)
        .lines(columns: nil)
    }
    guard showsHistory else { return lines }
    let all = cases.flatMap { access in spans(of: access).map { (access.shown, $0) } }
    return lines + [""] + .spans(all, in: layout)
  }

  private func standings(
    of access: OpenVault.CaseAccess
  ) -> [(member: MemberID, name: String, standing: OpenVault.Standing)] {
    access.standings.filter { only == nil || $0.member == only }
  }

  private func spans(of access: OpenVault.CaseAccess) -> [OpenVault.Span] {
    access.spans.filter { only == nil || $0.member == only }
  }

  var json: JSON {
    [
      "cases": .array(
        cases.map { access in
          [
            "case": .string(access.shown), "reseal_pending": .bool(access.isResealPending),
            "members": .array(
              standings(of: access).map {
                [
                  "member": .string($0.member.hex), "name": .string($0.name),
                  "standing": .string($0.standing.token),
                ]
              }),
            "history": showsHistory ? .array(spans(of: access).map(\.json)) : .null,
          ]
        })
    ]
  }
}

/// What one member can read.
struct MemberAccessReport: Report {
  let access: OpenVault.MemberAccess
  let showsHistory: Bool

  func lines(in layout: Layout) -> [Line] {
    let lines = Table(rows: [
      ["member", "\(access.name)\(access.isMember ? "" : .noLongerMember)"],
      ["reads", .listOrNone(access.reads)],
      ["recused", .listOrNone(access.recused)], ["outside", .listOrNone(access.outside)],
      ["sheet", access.readsSheet ? "yes" : "no"],
      ["key holder", access.isKeyHolder ? "yes" : "no"],
      ["persons", .listOrNone(access.persons.map(\.text))],
    ]).lines(columns: nil)
    guard showsHistory else { return lines }
    return lines + [""] + .spans(access.spans.map { ($0.shown, $0.span) }, in: layout)
  }

  var json: JSON {
    [
      "history": showsHistory
        ? .array(
          access.spans.map { shown, span in
            guard case .object(var members) = span.json else { return .null }
            members["case"] = .string(shown)
            return .object(members)
          }) : .null,
      "is_member": .bool(access.isMember), "key_holder": .bool(access.isKeyHolder),
      "name": .string(access.name),
      "outside": JSON(access.outside), "persons": JSON(access.persons.map(\.text)),
      "reads": JSON(access.reads), "recused": JSON(access.recused),
      "sheet": .bool(access.readsSheet),
    ]
  }
}

extension [Line] {
  /// From when to when each could read, as a table.
  static func spans(_ spans: [(String, OpenVault.Span)], in layout: Layout) -> [Line] {
    let rows = spans.map { shown, span -> [Line] in
      [
        "\(shown)", "\(span.name)", layout.moment(span.from), "\(span.admittedBy)",
        span.until.map(layout.moment) ?? "", "\(span.endedBy)",
        span.until == nil ? "" : span.resealed.map(layout.moment) ?? .notYet,
      ]
    }
    return Table(
      heading: ["case", "member", "from", "let in by", "until", "taken out by", "re-sealed"],
      rows: rows
    ).lines(columns: nil)
  }
}

extension OpenVault.Span {
  var json: JSON {
    [
      "admitted_by": .string(admittedBy), "ended_by": JSON(endedBy.isEmpty ? nil : endedBy),
      "from": JSON(moment: from), "member": .string(member.hex), "name": .string(name),
      "resealed": resealed.map { JSON(moment: $0) } ?? .null,
      "until": until.map { JSON(moment: $0) } ?? .null,
    ]
  }
}

extension OpenVault.Standing {
  var token: String { rawValue.replacing("-", with: "_") }
}
