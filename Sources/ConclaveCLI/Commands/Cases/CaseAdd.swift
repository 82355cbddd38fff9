import ArgumentParser
import Casework
import Statements
import SystemPackage
import Vault

/// Adds an entry to a case.
struct CaseAdd: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add an entry to a case, from a file or as you type it.",
    discussion: """
      The text comes from a file, or from standard input: at a terminal you type or paste it and \
      end it with Ctrl-D on a line of its own. It must be text in UTF-8, at most 900,000 bytes. An \
      entry is never edited afterwards: a mistake is mended by a further entry.

      Kinds: report, discussion, assessment, plan, consequences, correspondence, meeting, feedback, \
      answer, apology, decision, action, letter, note.

      Example:
        conclave case add home-shelf discussion
        conclave case add home-shelf correspondence --with reporter --file mail.txt
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

  @Option(
    help: ArgumentHelp(
      "The text, in a file; \"-\" for standard input.", valueName: "file"), completion: .file())
  var file: String?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let kind: EntryKind = try Self.word(kind, for: .kind)
    let with: Correspondent? = try with.map { text throws(Failure) in
      try Self.word(text, for: .withOption)
    }
    let date = try date.map { text throws(Failure) in try surroundings.time(text, for: .dateOption)
    }
    if let present, present.utf8.count > Entry.noteByteLimit {
      throw .presentTooLong(limit: Entry.noteByteLimit, found: present.utf8.count)
    }
    let (text, identity) = try surroundings.textAndIdentity(from: Surroundings.TextSource(file)) {
      vault throws(VaultError) in
      _ = try vault.showCase(code)
    }
    let entry = Entry(
      kind: kind, text: text, with: with, date: date?.text, present: present)
    let (number, shown) = try surroundings.withVault(as: identity) { vault throws(VaultError) in
      let number = try vault.add(entry, to: code)
      return (number, try vault.showCase(code).shown)
    }
    try surroundings.show(
      CaseAddReport(shown: shown, number: number, entry: entry, date: date))
    surroundings.say(.entryAdded(number, to: shown))
    surroundings.sayNext(.nextIsShow(shown))
  }

  private static func word<Word: VocabularyWord>(
    _ text: String, for what: Line
  ) throws(Failure) -> Word {
    do throws(ValueError) { return try Word(reading: text) } catch {
      throw Failure(error, for: what)
    }
  }
}

/// An entry that was just added.
struct CaseAddReport: Report {
  let shown: String
  let number: Int
  let entry: Entry
  let date: ReadableTime?

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [["case", "\(shown)"], ["entry", "\(number)  \(entry.kind.token)"]]
    if let with = entry.with { rows.append(["with", "\(with.token)"]) }
    if let date { rows.append(["date", "\(date.echo(in: layout.zone))"]) }
    if let present = entry.present { rows.append(["present", "\(present)"]) }
    return Table(rows: rows).lines(columns: nil)
  }

  var json: JSON {
    [
      "case": .string(shown), "date": JSON(entry.date), "kind": .string(entry.kind.token),
      "number": .integer(number), "present": JSON(entry.present), "with": JSON(entry.with?.token),
    ]
  }
}
