package import Casework
import Sealing

/// One dated document in a case.
///
/// Never edited: a later entry may say that it corrects this one.
package struct Entry: Hashable, Sendable {
  package static let textByteLimit = 900_000
  package static let noteByteLimit = 500
  package static let formFieldLimit = 64

  package let kind: EntryKind
  package let text: String
  /// With whom, for correspondence, feedback and answers.
  package let with: Correspondent?
  /// When it happened, as the author gives it: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SSZ`.
  package let date: String?
  /// Who was present, as written.
  package let present: String?
  /// The entry that this one corrects; both stay readable.
  package let corrects: StatementID?
  /// The intake form of a report; no other entry has one.
  package let form: IntakeForm?
  /// What the moderators answered; only answers have one.
  package let position: ModeratorsPosition?

  package init(
    kind: EntryKind, text: String, with: Correspondent? = nil, date: String? = nil,
    present: String? = nil, corrects: StatementID? = nil, form: IntakeForm? = nil,
    position: ModeratorsPosition? = nil
  ) {
    self.kind = kind
    self.text = text
    self.with = with
    self.date = date
    self.present = present
    self.corrects = corrects
    self.form = form
    self.position = position
  }

  /// The same entry, as a correction of another.
  package func correcting(_ corrected: StatementID) -> Entry {
    Entry(
      kind: kind, text: text, with: with, date: date, present: present, corrects: corrected,
      form: form, position: position)
  }

  var body: [String: JSONValue] {
    var body: [String: JSONValue] = ["kind": .string(kind.rawValue), "text": .string(text)]
    if let with { body["with"] = .string(with.rawValue) }
    if let date { body["date"] = .string(date) }
    if let present { body["present"] = .string(present) }
    if let corrects { body["corrects"] = .id(corrects) }
    if let form { body["form"] = .texts(form.stored) }
    if let position { body["position"] = .string(position.rawValue) }
    return body
  }

  init?(_ fields: inout Fields) {
    guard let kind = fields.takeString("kind").flatMap(EntryKind.init(rawValue:)),
      let text = fields.takeString("text", limit: Entry.textByteLimit)
    else { return nil }
    var with: Correspondent?
    if fields.has("with") {
      guard let known = fields.takeString("with").flatMap(Correspondent.init(rawValue:)) else {
        return nil
      }
      with = known
    }
    var date: String?
    if fields.has("date") {
      guard let text = fields.takeString("date", limit: 40) else { return nil }
      date = text
    }
    var present: String?
    if fields.has("present") {
      guard let text = fields.takeString("present", limit: Entry.noteByteLimit) else { return nil }
      present = text
    }
    var corrects: StatementID?
    if fields.has("corrects") {
      guard let id: StatementID = fields.takeID("corrects") else { return nil }
      corrects = id
    }
    var form: IntakeForm?
    if fields.has("form") {
      guard kind == .report,
        let stored = fields.takeTexts(
          "form", limit: IntakeForm.maximumBytes, fieldLimit: Entry.formFieldLimit)
      else { return nil }
      form = IntakeForm(stored: stored)
    }
    var position: ModeratorsPosition?
    if fields.has("position") {
      guard kind == .answer,
        let known = fields.takeString("position").flatMap(ModeratorsPosition.init(rawValue:))
      else { return nil }
      position = known
    }
    self.init(
      kind: kind, text: text, with: with, date: date, present: present, corrects: corrects,
      form: form, position: position)
  }
}
