import ArgumentParser
import Casework
import Statements
import Vault

/// Lists the questions put to the person running it, and the answers to theirs.
struct ConflictList: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the questions put to you, and the answers to yours.",
    discussion: """
      For each question put to you it shows who is reported, and what your committee's rules count \
      as a conflict. A newcomer sees the list they were given here.

      Example:
        conclave conflict list
      """)

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let report = try surroundings.withVault { vault throws(VaultError) in
      ConflictListReport(lines: vault.questionLines(), policy: vault.policy)
    }
    try surroundings.show(report)
    let ways = report.next
    if ways.isEmpty { surroundings.say(.noQuestions) } else { surroundings.sayNext(ways) }
  }
}

/// Questions to and from one member.
struct ConflictListReport: Report {
  let lines: [OpenVault.QuestionLine]
  let policy: Policy

  private var toMe: [OpenVault.QuestionLine] { lines.filter(\.isToMe) }
  private var mine: [OpenVault.QuestionLine] { lines.filter { !$0.isToMe } }

  func lines(in layout: Layout) -> [Line] {
    var result: [Line] = []
    for line in toMe {
      if !result.isEmpty { result.append("") }
      switch line.question {
      case .about(_, let codeName, let reported, _):
        result += Table(rows: [
          ["case", "\(codeName)"], ["asked by", "\(line.by), \(layout.moment(line.time))"],
          ["reported", reported.isEmpty ? .nobodyNamed : .list(reported)],
          ["your answer", line.answer.map { "\($0.token)" } ?? .noAnswerYet],
        ]).lines(columns: nil)
      case .list(let kind, let items):
        result.append(.listHeading(kind, by: line.by))
        result += items.map { "  \($0)" }
        result.append(line.hasDeclared ? .declaredAlready : .notDeclaredYet)
      }
    }
    if !toMe.isEmpty { result += Line.conflictList(of: policy) }
    guard !mine.isEmpty else { return result }
    if !result.isEmpty { result.append("") }
    result += Table(
      heading: ["about", "asked", "since", "answer"],
      rows: mine.map { line in
        [
          about(line), "\(line.asked)", layout.moment(line.time),
          line.answer.map { "\($0.token)" }
            ?? (line.hasDeclared ? "declared" : Line.noAnswerYet),
        ]
      }
    ).lines(columns: layout.columns)
    return result
  }

  private func about(_ line: OpenVault.QuestionLine) -> Line {
    switch line.question {
    case .about(_, let codeName, _, _): "\(codeName)"
    case .list(let kind, _): .listOf(kind)
    }
  }

  /// What to type next.
  var next: [Line] {
    var ways: [Line] = []
    for line in toMe {
      switch line.question {
      case .about(_, let codeName, _, _) where line.answer == nil:
        ways.append(.nextIsAnswer(codeName))
      case .list where !line.hasDeclared: ways.append(.nextIsDeclaring)
      default: break
      }
    }
    for line in mine {
      switch line.question {
      case .about(_, let codeName, _, _) where line.answer == .clear:
        ways.append(.nextIsAdmittingClear(codeName))
      case .list where line.hasDeclared: ways.append(.nextIsFinishing(line.asked))
      default: break
      }
    }
    return Array(ways.prefix(5))
  }

  var json: JSON {
    func json(_ line: OpenVault.QuestionLine) -> JSON {
      var members: [String: JSON] = [
        "answer": JSON(line.answer?.token), "asked": .string(line.asked), "by": .string(line.by),
        "declared": .bool(line.hasDeclared), "since": JSON(moment: line.time),
      ]
      switch line.question {
      case .about(_, let codeName, let reported, let admits):
        members["admits"] = .bool(admits)
        members["case"] = .string(codeName.text)
        members["reported"] = JSON(reported)
      case .list(let kind, let items):
        members["items"] = JSON(items)
        members["list"] = .string(kind.token)
      }
      return .object(members)
    }
    return [
      "conflicts": JSON(policy.conflicts), "from_me": .array(mine.map(json)),
      "to_me": .array(toMe.map(json)),
    ]
  }
}
