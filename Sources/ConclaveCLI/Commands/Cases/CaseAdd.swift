import ArgumentParser
import Casework
import Sealing
import Statements
import SystemPackage
import Vault

/// Adds an entry to a case.
struct CaseAdd: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add an entry to a case, from a file or as you type it.",
    discussion: """
      The text comes from a file or from standard input. At a terminal it is written in your editor \
      ($VISUAL, $EDITOR or vi), in memory and never on a disk; with --file - you type or paste it and \
      end it with Ctrl-D on a line of its own. It must be text in UTF-8, at most 900,000 bytes. An \
      entry is never edited afterwards: a mistake is mended by a further entry that --corrects it, \
      and both stay readable. A report may answer questions of the intake form with --form.

      A mail is given with --eml, as the file your mail program saves it in: sender, date, subject and \
      text become the entry, and the original and its files are attached.

      Kinds: report, discussion, assessment, plan, consequences, correspondence, meeting, feedback, \
      answer, apology, decision, action, letter, note.

      Form: \(IntakeField.tokens.joined(separator: ", ")).

      Example:
        conclave case add home-shelf discussion
        conclave case add home-shelf discussion --corrects 4 --file minutes.txt
        conclave case add home-shelf report --form anonymous=yes --form "when=Friday night"
        conclave case add home-shelf correspondence --with reporter --file mail.txt
        conclave case add home-shelf correspondence --with reporter --eml answer.eml
        conclave case add home-shelf meeting --date "yesterday 21:30"
      """)

  @Argument(help: "The case's code name.") var code: String

  @Argument(help: "What the entry is.", completion: .list(EntryKind.tokens)) var kind: String

  @Option(
    help: ArgumentHelp(
      "With whom: \(Correspondent.tokens.joined(separator: ", ")).", valueName: "party"),
    completion: .list(Correspondent.tokens))
  var with: String?

  @Option(
    help: ArgumentHelp("When it happened, where that is not now.", valueName: "time"))
  var date: String?

  @Option(help: ArgumentHelp("Who was present.", valueName: "names"))
  var present: String?

  @Option(help: ArgumentHelp("The number of the entry that this one corrects.", valueName: "n"))
  var corrects: Int?

  @Option(
    help: ArgumentHelp("An answer of the intake form, for a report.", valueName: "field=value"))
  var form: [String] = []

  @Option(
    help: ArgumentHelp(
      "The text, in a file; \"-\" for standard input.", valueName: "file"), completion: .file())
  var file: String?

  @Option(
    help: ArgumentHelp(
      "A mail, in a file with its header; \"-\" for standard input.", valueName: "file"),
    completion: .file())
  var eml: String?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let kind: EntryKind = try word(kind, for: .kind)
    let with: Correspondent? = try with.map { text throws(Failure) in
      try word(text, for: .withOption)
    }
    let date = try date.map { text throws(Failure) in try surroundings.time(text, for: .dateOption)
    }
    if let present, present.utf8.count > Entry.noteByteLimit {
      throw .presentTooLong(limit: Entry.noteByteLimit, found: present.utf8.count)
    }
    let form = try IntakeForm(typed: form)
    guard form == nil || kind == .report else { throw .formOfReportOnly }
    guard file == nil || eml == nil else { throw .twoTexts(.fileOption) }
    let (text, mail, identity) = try read(in: surroundings)
    let entry = Entry(
      kind: kind, text: text, with: with, date: (date ?? mail?.time)?.text, present: present,
      form: form)
    let added = try surroundings.withVault(as: identity) { vault throws(VaultError) in
      try vault.addEntry(
        entry, correcting: corrects, with: mail?.attachments ?? [], to: code)
    }
    let report = EntryReport(
      added: added, date: date, corrects: corrects,
      mail: mail.map { MailReport(mail: $0, attachments: added.attachments) })
    try surroundings.show(report)
    surroundings.say(.entryAdded(added.number, to: added.shown))
    if let mail = report.mail {
      surroundings.say([.mailRecorded(added.attachments.count)] + mail.remarks)
    }
    let attached = added.attachments.last?.number
    surroundings.sayNext(
      [.nextIsShow(added.shown)] + (attached.map { [.nextIsExtract(added.shown, $0)] } ?? []))
  }

  /// Reads the text, from a mail or as text, and opens the identity.
  private func read(
    in surroundings: Surroundings
  ) throws(Failure) -> (text: String, mail: RecordedMail?, identity: Identity) {
    if let eml {
      let (mail, identity) = try surroundings.mailAndIdentity(from: eml)
      return (mail.text, mail, identity)
    }
    let (text, identity) = try surroundings.draftAndIdentity(
      from: Surroundings.TextSource(file, in: surroundings),
      drafting: { vault throws(VaultError) in
        let record = try vault.showCase(code).record
        guard let corrects else { return "" }
        guard let old = record.entry(number: corrects) else {
          throw .noSuchEntry(corrects, record.codeName)
        }
        return old.entry.text
      })
    return (text, nil, identity)
  }
}

/// An entry that was just added.
struct EntryReport: Report {
  let added: OpenVault.AddedEntry
  var date: ReadableTime?
  var corrects: Int?
  var mail: MailReport?

  private var entry: Entry { added.entry }

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [
      ["case", "\(added.shown)"], ["entry", "\(added.number)  \(entry.kind.token)"],
    ]
    if let corrects { rows.append(["corrects", "\(corrects)"]) }
    if let with = entry.with { rows.append(["with", "\(with.token)"]) }
    if let position = entry.position { rows.append(["position", "\(position.token)"]) }
    if let date { rows.append(["date", "\(date.echo(in: layout.zone))"]) }
    if let present = entry.present { rows.append(["present", "\(present)"]) }
    for (field, text) in entry.form?.inOrder ?? [] { rows.append(["\(field.token)", "\(text)"]) }
    if let mail { rows += mail.rows(in: layout) }
    return Table(rows: rows).lines(columns: nil)
  }

  var json: JSON {
    var members: [String: JSON] = [
      "case": .string(added.shown), "corrects": JSON(corrects), "date": JSON(entry.date),
      "form": JSON(form: entry.form), "kind": .string(entry.kind.token),
      "number": .integer(added.number), "position": JSON(entry.position?.token),
      "present": JSON(entry.present), "with": JSON(entry.with?.token),
    ]
    if let mail { members["mail"] = mail.json }
    return .object(members)
  }
}
