import ArgumentParser
import Casework
import Sealing
import Statements
import Storage
import SystemPackage
import Vault

/// Writes a case out as one readable document, to be handed to whoever takes it over.
struct CaseHandOver: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "hand-over",
    abstract: "Write a case into one document in clear, for whoever takes it over.",
    discussion: """
      For a case that nobody on the committee may act on any more, because it concerns them all: the \
      board gets everything that stands in it. The file is readable by you alone, is never written \
      over another, and is not sealed: whoever has it reads it. The case keeps a note that it was \
      handed over, when and by whom.

      Example:
        conclave case hand-over home-shelf --out /media/stick/home-shelf.txt
      """)

  @Argument(help: "The case's code name, in full.") var code: String

  @Option(
    help: ArgumentHelp("The file to write; there must be none yet.", valueName: "file"),
    completion: .file())
  var out: String

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let path = FilePath(out)
    let (shown, entryCount) = try surroundings.withVault { vault throws(Failure) in
      let file = try vault.attempt { vault throws(VaultError) in try vault.caseFile(code) }
      let document = HandOverDocument(file, in: vault, by: surroundings)
      do throws(StorageError) {
        try PrivateFile.write(document.bytes, to: path, replacing: false)
      } catch {
        throw Failure(error, file: path)
      }
      do throws(VaultError) {
        try vault.recordHandOver(of: code, entryCount: file.entryCount)
      } catch {
        // What is not recorded was not handed over.
        do throws(StorageError) { try PrivateFile.remove(path) } catch {
          throw .handOverNotRecorded(path)
        }
        throw Failure(error)
      }
      return (file.report.shown, file.entryCount)
    }
    try surroundings.show(HandOverReport(shown: shown, path: path, entryCount: entryCount))
    surroundings.warn(.isInClear(path))
    surroundings.say(.handedOver(shown))
    surroundings.sayNext(.nextIsGiving)
  }
}

/// A case as one document in clear.
struct HandOverDocument {
  /// The document's text, each line of it visible.
  let bytes: [UInt8]

  init(_ file: OpenVault.CaseFile, in vault: OpenVault, by surroundings: Surroundings) {
    let layout = Layout(columns: nil, zone: surroundings.zone, now: surroundings.now)
    var lines: [Line] = [
      .handOverTitle(file.report.shown),
      .handOverBy(
        vault.name(of: vault.memberID), layout.moment(surroundings.now.secondsSince1970)),
      .handOverIsConfidential, "",
    ]
    lines += CaseShowReport(file.report, in: vault).lines(in: layout)
    lines += ["", .handOverReaders]
    lines += file.spans.map { span in
      let until: Line = span.until.map { "until \(layout.moment($0))" } ?? "still reads it"
      return "   \(span.name) · from \(layout.moment(span.from)), \(until)"
    }
    bytes = Array(lines.map { $0.text + "\n" }.joined().utf8)
  }
}

/// A case that was just written out.
struct HandOverReport: Report {
  let shown: String
  let path: FilePath
  let entryCount: Int

  func lines(in layout: Layout) -> [Line] {
    Table(rows: [["case", "\(shown)"], ["entries", "\(entryCount)"], ["file", "\(path)"]])
      .lines(columns: nil)
  }

  var json: JSON {
    ["case": .string(shown), "entries": .integer(entryCount), "file": .string(path.string)]
  }
}
