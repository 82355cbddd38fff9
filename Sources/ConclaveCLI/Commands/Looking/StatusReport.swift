import Casework
import Sealing
import Statements
import SystemPackage
import Vault

/// Where a vault stands, for one member.
struct StatusReport: Report {
  let path: FilePath
  let status: OpenVault.Status
  let waiting: [WaitingLine]

  func lines(in layout: Layout) -> [Line] {
    var lines = Table(rows: facts(in: layout)).lines(columns: nil)
    func add(_ heading: Line, _ items: [Line]) {
      if !items.isEmpty { lines += ["", heading] + items.map { "  \($0)" } }
    }
    add(
      .newsHeading,
      status.news.map { "\(layout.moment($0.time))  \($0.by) \(Line.what($0.what, by: $0.by))" })
    add(.waitingHeading, waiting.map(Line.waiting))
    add(.attentionHeading, attention)
    return lines
  }

  private func facts(in layout: Layout) -> [[Line]] {
    let me = status.me
    var rows: [[Line]] = [
      ["vault", "\(path)"],
      ["you", "\(me.name), \(me.role)\(me.isKeyHolder ? ", key holder" : "" as Line)"],
      ["committee", .count(status.memberCount, "member", "members")],
      ["cases", "\(status.caseCount) open to you"],
    ]
    if let rowCount = status.sheetRowCount, let ongoing = status.ongoingCount {
      rows.append(["sheet", "\(Line.count(rowCount, "row", "rows")), \(ongoing) ongoing"])
    }
    rows.append(["synced", status.lastSync.map(layout.moment) ?? .neverSynced])
    return rows
  }

  /// What somebody should see to.
  private var attention: [Line] {
    var lines: [Line] = []
    if status.questionsToMe > 0 { lines.append(.questionsToMe(status.questionsToMe)) }
    if !status.clearIn.isEmpty { lines.append(.clearIn(status.clearIn)) }
    if !status.declared.isEmpty { lines.append(.declared(status.declared)) }
    lines += status.newcomersOutside.map { .newcomersOutside($0.names, of: $0.shown) }
    if status.memberCount == 1 {
      lines.append(.alone)
    } else {
      if status.onlyChair, status.me.role == .chair { lines.append(.onlyChair) }
      if status.onlyKeyHolder, status.me.isKeyHolder { lines.append(.onlyKeyHolder) }
      if !status.casesWithOneReader.isEmpty { lines.append(.oneReader(status.casesWithOneReader)) }
    }
    if !status.unfinished.isEmpty { lines.append(.unfinished(status.unfinished)) }
    if !status.keyHoldersOutside.isEmpty {
      lines.append(.keyHoldersOutside(status.keyHoldersOutside))
    }
    if !status.actsNotTaken.isEmpty { lines.append(.actsNotTaken(status.actsNotTaken.count)) }
    if !status.doubled.isEmpty { lines.append(.doubled(status.doubled)) }
    if status.strangeCount > 0 { lines.append(.strangeFiles(status.strangeCount)) }
    return lines
  }

  /// What to type next, the most urgent first, five at most.
  var next: [Line] {
    var ways = waiting.filter(\.isMineToSign).prefix(2).map { Line.nextIsEndorsing($0) }
    if status.questionsToMe > 0 { ways.append(.nextIsQuestions) }
    if let name = status.declared.first { ways.append(.nextIsFinishing(name)) }
    if let name = status.clearIn.first { ways.append(.nextIsAdmittingClear(name)) }
    if let matter = status.newcomersOutside.first { ways.append(.nextIsAsking(matter.shown)) }
    let governs = status.me.role.isVoter
    if !status.unfinished.isEmpty { ways.append(.nextIsRepair) }
    if let name = status.casesWithOneReader.first, status.memberCount > 1, governs {
      ways.append(.nextIsSecondReader(name))
    }
    if let name = status.keyHoldersOutside.first { ways.append(.nextIsKeyHolder(name)) }
    if status.memberCount == 1 {
      ways.append(.nextIsOnboarding)
    } else if status.onlyChair, status.me.role == .chair {
      ways.append(.nextIsSecondChair)
    }
    if status.onlyKeyHolder, status.me.isKeyHolder, status.memberCount > 1 {
      ways.append(.nextIsSecondKeyHolder)
    }
    if status.strangeCount > 0 { ways.append(.nextIsVerify) }
    if !status.actsNotTaken.isEmpty || !status.news.isEmpty { ways.append(.nextIsLog) }
    if status.lastSync == nil { ways.append(.nextIsSecondCopy) }
    if status.caseCount > 0 {
      ways.append(.nextIsCaseList)
    } else if governs {
      ways.append(.nextIsFirstCase)
    }
    return Array(ways.prefix(5))
  }

  var json: JSON {
    [
      "acts_not_taken": JSON(status.actsNotTaken.map(\.hex)), "cases": .integer(status.caseCount),
      "cases_with_one_reader": JSON(status.casesWithOneReader),
      "clear_in": JSON(status.clearIn.map(\.text)), "declared": JSON(status.declared),
      "doubled": JSON(status.doubled),
      "folder": .string(path.string), "key_holders_outside": JSON(status.keyHoldersOutside),
      "last_sync": status.lastSync.map { JSON(moment: $0) } ?? .null, "me": status.me.json,
      "members": .integer(status.memberCount),
      "newcomers_outside": .array(
        status.newcomersOutside.map { ["case": .string($0.shown), "members": JSON($0.names)] }),
      "news": .array(status.news.map(\.json)),
      "next": JSON(next.map(\.text)), "ongoing": JSON(status.ongoingCount),
      "only_chair": .bool(status.onlyChair), "only_key_holder": .bool(status.onlyKeyHolder),
      "questions": .integer(status.questionsToMe), "sheet_rows": JSON(status.sheetRowCount),
      "strange": .integer(status.strangeCount),
      "unfinished": JSON(status.unfinished), "unopened": .integer(status.unopenedCount),
      "vault": .string(status.vault.hex), "waiting": .array(waiting.map(\.json)),
    ]
  }
}
