import Casework
import Sealing
import Statements

/// The entries of a case as people read them: a line of facts, the form, then the text.
struct CaseEntryLines {
  let record: CaseRecord
  /// What the authors are called.
  let names: [MemberID: String]
  let layout: Layout
  private let corrected: [Int: Int]
  private let correcting: [Int: [Int]]

  init(record: CaseRecord, names: [MemberID: String], layout: Layout) {
    self.record = record
    self.names = names
    self.layout = layout
    corrected = record.correctedNumbers
    correcting = record.correctingNumbers
  }

  private func name(of member: MemberID) -> String { names[member] ?? member.short }

  /// The lines of one entry; late entries have no number.
  func lines(of numbered: CaseRecord.NumberedEntry, indent: Int = 0) -> [Line] {
    let entry = numbered.entry
    let blanks: Line = indent == 0 ? "" : "   "
    let number: Line = numbered.number.map { "\($0)" } ?? "late"
    var facts: [Line] = ["\(blanks)\(number)  \(entry.kind.token)"]
    if let with = entry.with { facts.append("with \(with.token)") }
    if let position = entry.position { facts.append("\(position.token)") }
    if let date = entry.date { facts.append("of \(time(date))") }
    facts.append("by \(name(of: numbered.author)), \(layout.moment(numbered.stated))")
    if let present = entry.present { facts.append("present: \(present)") }
    if entry.corrects != nil { facts.append(correction(numbered)) }
    if let number = numbered.number, let by = correcting[number] { facts.append(.correctedBy(by)) }
    var lines: [Line] = [.joined(facts, separator: " · ")]
    if let form = entry.form { lines += self.lines(of: form, indent: indent + 3) }
    let text = entry.text.last == "\n" ? String(entry.text.dropLast()) : entry.text
    guard !text.isEmpty else { return lines }
    return lines + Line.block(text, indent: indent + 3)
  }

  /// What an entry says it corrects; a late one never corrects what counts.
  private func correction(_ numbered: CaseRecord.NumberedEntry) -> Line {
    if let number = numbered.number, let old = corrected[number] { return .corrects(old) }
    let old = record.entries.first { $0.id == numbered.entry.corrects }?.number
    return old.map(Line.wouldCorrect) ?? .correctsUnknown
  }

  private func lines(of form: IntakeForm, indent: Int) -> [Line] {
    var rows: [[Line]] = form.inOrder.map { ["\($0.field.token)", "\($0.text)"] }
    rows += form.unknown.sorted { $0.key < $1.key }.map { ["\($0)", "\($1)"] }
    let blanks: Line = indent == 3 ? "   " : "      "
    return Table(rows: rows).lines(columns: nil).map { "\(blanks)\($0)" }
  }

  /// A date as its author gave it; whatever else stands there is shown as it is.
  private func time(_ stored: String) -> Line {
    let time = try? ReadableTime(
      reading: stored, now: Instant(secondsSince1970: 0), in: .utc)
    return time.map { "\($0.echo(in: layout.zone))" } ?? "\(stored)"
  }

  func json(_ numbered: CaseRecord.NumberedEntry) -> JSON {
    let entry = numbered.entry
    let by = numbered.number.flatMap { correcting[$0] } ?? []
    return [
      "author": .string(name(of: numbered.author)),
      "corrected_by": .array(by.map(JSON.integer)),
      "corrects": JSON(numbered.number.flatMap { corrected[$0] }),
      "date": JSON(entry.date),
      "form": JSON(form: entry.form),
      "id": .string(numbered.id.hex),
      "kind": .string(entry.kind.token),
      "number": JSON(numbered.number),
      "position": JSON(entry.position?.token),
      "present": JSON(entry.present),
      "stated": JSON(moment: numbered.stated),
      "text": .string(entry.text),
      "with": JSON(entry.with?.token),
    ]
  }
}

extension JSON {
  /// Every answer of a form by its token; an empty object when there is no form.
  init(form: IntakeForm?) {
    var members: [String: JSON] = [:]
    for (field, text) in form?.inOrder ?? [] { members[field.key] = .string(text) }
    for (key, text) in form?.unknown ?? [:] { members[key] = .string(text) }
    self = .object(members)
  }
}
