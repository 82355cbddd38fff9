import Casework
import Sealing
import Statements

/// What `case show` tells of a case besides its entries: its parties, links, assessment, closings,
/// and that it was handed over.
struct CaseHandlingReport {
  let record: CaseRecord
  let names: [MemberID: String]

  private func name(of member: MemberID) -> String { names[member] ?? member.short }

  private func by(_ author: MemberID, _ stated: Int64, in layout: Layout) -> Line {
    "by \(name(of: author)), \(layout.moment(stated))"
  }

  /// Rows for the head of the case.
  func rows(in layout: Layout) -> [[Line]] {
    var rows: [[Line]] = []
    for party in record.parties {
      let contact: Line = party.content.contact.map { " · \($0)" } ?? ""
      rows.append(["\(party.content.role.token)", "\(party.content.name)\(contact)"])
    }
    if !record.links.isEmpty {
      rows.append(["linked to", .list(record.links.map(\.codeName.text))])
    }
    for ending in record.closings {
      rows.append([Self.word(ending.content), line(of: ending, in: layout)])
    }
    for handOver in record.handOvers {
      rows.append([
        "handed over",
        "\(by(handOver.author, handOver.stated, in: layout)), with \(Line.count(handOver.content.entryCount, "entry", "entries"))",
      ])
    }
    return rows
  }

  /// The assessment, part by part.
  func lines(in layout: Layout) -> [Line] {
    guard !record.answers.isEmpty else { return [] }
    var lines: [Line] = []
    var known: Set<String> = []
    for part in AssessmentField.Part.allCases {
      let answers = AssessmentField.allCases.filter { $0.part == part }.compactMap { field in
        record.answers[field.key].map { (field, $0) }
      }
      guard !answers.isEmpty else { continue }
      known.formUnion(answers.map(\.0.key))
      let rows = answers.map { field, answer -> [Line] in
        [
          "   \(field.token)", "\(answer.content)",
          by(answer.author, answer.stated, in: layout),
        ]
      }
      lines += ["\(part.rawValue)"] + Table(rows: rows).lines(columns: nil)
    }
    let later = record.answers.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }
    lines += later.map { "   \($0.key)  \($0.value.content)" }
    return ["", .assessmentHeading] + lines
  }

  private static func word(_ ending: CaseRecord.Ending) -> Line {
    switch ending {
    case .closed: "closed"
    case .reopened: "reopened"
    }
  }

  private func line(
    of ending: CaseRecord.Signed<CaseRecord.Ending>, in layout: Layout
  ) -> Line {
    var facts: [Line] = []
    switch ending.content {
    case .closed(let closing):
      if let person = closing.person { facts.append("\(person)") }
      facts.append("\(closing.outcome.token)")
      facts += closing.consequences.map(Line.imposed)
      if let review = closing.review { facts.append("review \(review)") }
    case .reopened(let reopening):
      if let person = reopening.person { facts.append("\(person)") }
      facts.append("\(reopening.because.token)")
    }
    facts.append(by(ending.author, ending.stated, in: layout))
    return .joined(facts, separator: " · ")
  }

  var members: [String: JSON] {
    [
      "assessment": .object(
        record.answers.mapValues { answer in
          [
            "answer": .string(answer.content), "author": .string(name(of: answer.author)),
            "stated": JSON(moment: answer.stated),
          ]
        }),
      "closed": .bool(record.isClosed),
      "closings": .array(record.closings.map(json)),
      "handed_over": .array(
        record.handOvers.map { handOver in
          [
            "author": .string(name(of: handOver.author)),
            "entries": .integer(handOver.content.entryCount),
            "stated": JSON(moment: handOver.stated),
          ]
        }),
      "links": JSON(record.links.map(\.codeName.text)),
      "parties": .array(
        record.parties.map { party in
          [
            "author": .string(name(of: party.author)), "contact": JSON(party.content.contact),
            "name": .string(party.content.name), "role": .string(party.content.role.token),
            "stated": JSON(moment: party.stated),
          ]
        }),
    ]
  }

  private func json(_ ending: CaseRecord.Signed<CaseRecord.Ending>) -> JSON {
    var members: [String: JSON] = [
      "author": .string(name(of: ending.author)), "stated": JSON(moment: ending.stated),
    ]
    switch ending.content {
    case .closed(let closing): members.merge(closing.members) { _, new in new }
    case .reopened(let reopening):
      members["because"] = .string(reopening.because.token)
      members["person"] = JSON(reopening.person?.text)
    }
    return .object(members)
  }
}

extension Closing {
  /// The closing as `--json` prints it.
  var members: [String: JSON] {
    [
      "consequences": .array(
        consequences.map { imposed in
          [
            "conditions": JSON(imposed.conditions),
            "consequence": .string(imposed.consequence.text),
            "from": JSON(imposed.from?.text), "level": JSON(imposed.level?.rawValue),
            "until": JSON(imposed.until?.text),
          ]
        }),
      "outcome": .string(outcome.token), "person": JSON(person?.text),
      "resolution": JSON(resolution), "review": JSON(review?.text), "source": JSON(source),
    ]
  }
}
