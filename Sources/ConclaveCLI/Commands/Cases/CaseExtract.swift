import ArgumentParser
import Casework
import POSIX
import Statements
import SystemPackage
import Vault

/// Takes an attachment out of a case.
struct CaseExtract: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Take an attachment out of a case, into a file.",
    discussion: """
      The attachment is named by its number, which "conclave case show" lists, or by its name. It is \
      written into the folder you are in under a name that is safe, or where --out says: a file or a \
      folder, or "-" for standard output. Nothing that is there is overwritten. A file appears whole \
      or not at all; what is damaged is left out, and said.

      What lies outside the vault is sealed no more: delete it when you have looked at it. Do not \
      trust what others have sent.

      Example:
        conclave case extract home-shelf 1
        conclave case extract home-shelf recording.m4a --out /tmp/evidence.m4a
        conclave case extract home-shelf 3 --out - | less
      """)

  @Argument(help: "The case's code name.") var code: String

  @Argument(help: "The attachment's number, or its name.") var attachment: String

  @Option(
    help: ArgumentHelp(
      "The file or folder to write to; \"-\" for standard output.", valueName: "file"),
    completion: .file())
  var out: String?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    guard out != "-" else { return try print(in: surroundings) }
    let (report, shown) = try surroundings.withVault { vault throws(VaultError) in
      let shown = try vault.showCase(code).shown
      let extracted = try vault.extract(attachment, of: code, to: out.map { FilePath($0) })
      return (CaseExtractReport(shown: shown, extracted: extracted), shown)
    }
    try surroundings.show(report)
    surroundings.say(
      .extracted(report.extracted.attachment.number, of: shown, to: report.extracted.path))
    surroundings.sayNext(.nextIsShow(shown))
  }

  private func print(in surroundings: Surroundings) throws(Failure) {
    guard !surroundings.options.json else { throw .jsonBesideContent }
    let console = surroundings.console
    var failure: Errno?
    let (name, end) = try surroundings.withVault { vault throws(VaultError) in
      let found = try vault.findAttachment(attachment, of: code)
      let end = try vault.read(found, of: code) { bytes in
        do throws(Errno) {
          try console.write(bytes, to: .output)
          return true
        } catch {
          failure = error
          return false
        }
      }
      return (SafeFileName(found.attachment.name).text, end)
    }
    // Whoever reads has read enough, as `head` does.
    if let failure, failure != .brokenPipe { throw .outputNotWritten(failure) }
    if case .damaged(let damage) = end { throw .cutShort(name, damage) }
  }
}

/// An attachment that was taken out.
struct CaseExtractReport: Report {
  let shown: String
  let extracted: OpenVault.Extracted

  var name: String { SafeFileName(extracted.attachment.attachment.name).text }

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [
      ["case", "\(shown)"],
      ["attachment", "\(extracted.attachment.number.map { "\($0)" } ?? "late" as Line)  \(name)"],
      ["size", .size(extracted.attachment.attachment.size)],
    ]
    let type = extracted.attachment.attachment.type
    if !type.isEmpty { rows.append(["type", "\(type)"]) }
    rows.append(["file", "\(extracted.path)"])
    return Table(rows: rows).lines(columns: nil)
  }

  var json: JSON {
    let attachment = extracted.attachment.attachment
    return [
      "case": .string(shown), "file": .string(extracted.path.string),
      "name": .string(attachment.name), "number": JSON(extracted.attachment.number),
      "safe_name": .string(name), "size": .integer(attachment.size),
      "type": .string(attachment.type),
    ]
  }
}
