import Casework
import Sealing
import Statements

/// The attachments of a case, as reading it shows them: names made safe, as they would be on a disk.
struct AttachmentLines {
  let record: CaseRecord
  let name: (MemberID) -> String

  /// A line for each that counts, with a heading; nothing when there is none.
  func lines(in layout: Layout) -> [Line] {
    let counted = record.attachments.filter { $0.number != nil }
    guard !counted.isEmpty else { return [] }
    return ["", .attachmentsHeading] + counted.map { line(of: $0, in: layout) }
  }

  /// A line for each that came late.
  func late(in layout: Layout) -> [Line] {
    record.attachments.filter { $0.number == nil }.map { line(of: $0, in: layout) }
  }

  private func line(of one: NumberedAttachment, in layout: Layout) -> Line {
    let number: Line = one.number.map { "\($0)" } ?? "late"
    let attachment = one.attachment
    var facts: [Line] = [
      "\(number)  \(SafeFileName(attachment.name))", .size(attachment.size),
    ]
    if !attachment.type.isEmpty { facts.append("\(attachment.type)") }
    facts.append("by \(name(one.author)), \(layout.moment(one.stated))")
    if let entry = entryNumber(of: one) { facts.append("with entry \(entry)") }
    return .joined(facts, separator: " · ")
  }

  private func entryNumber(of one: NumberedAttachment) -> Int? {
    one.attachment.entry.flatMap { id in record.entries.first { $0.id == id }?.number }
  }

  var json: JSON {
    .array(
      record.attachments.map { one in
        [
          "author": .string(name(one.author)), "entry": JSON(entryNumber(of: one)),
          "id": .string(one.id.hex), "late": .bool(one.number == nil),
          "name": .string(one.attachment.name), "number": JSON(one.number),
          "safe_name": .string(SafeFileName(one.attachment.name).text),
          "size": .integer(one.attachment.size), "stated": JSON(moment: one.stated),
          "type": .string(one.attachment.type),
        ]
      })
  }
}
