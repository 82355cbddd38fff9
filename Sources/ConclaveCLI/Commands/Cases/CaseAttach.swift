import ArgumentParser
import Casework
import Statements
import SystemPackage
import Vault

/// Attaches files to a case.
struct CaseAttach: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach",
    abstract: "Attach files to a case: screenshots, mail, chat exports, recordings.",
    discussion: """
      Any number of files, each up to 4 GiB, sealed to those who read the case. The files on your \
      disk stay as they are: delete them yourself when they should lie in the vault alone. Stopped \
      in the middle, the same command goes on where it was.

      Example:
        conclave case attach home-shelf screenshot.png
        conclave case attach home-shelf --entry 2 *.jpg recording.m4a
      """)

  @Argument(help: "The case's code name.") var code: String

  @Argument(help: "The files.", completion: .file()) var files: [String]

  @Option(help: ArgumentHelp("The number of the entry they belong to.", valueName: "number"))
  var entry: Int?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let report = try surroundings.withVault { vault throws(Failure) in try attach(in: vault) }
    try conclude(report, surroundings)
  }

  /// Attaches what can be attached; a file that fails does not keep the others.
  private func attach(in vault: OpenVault) throws(Failure) -> CaseAttachReport {
    let shown = try vault.attempt { vault throws(VaultError) in try vault.showCase(code).shown }
    var entryID: StatementID?
    if let entry {
      entryID = try vault.attempt { vault throws(VaultError) in try vault.entry(entry, of: code) }
    }
    var report = CaseAttachReport(shown: shown)
    for file in files.map({ FilePath($0) }) {
      let name = file.lastComponent?.string ?? ""
      let new = OpenVault.NewAttachment(
        .file(file), name: name, type: MediaType.guessed(from: name), entry: entryID)
      do throws(VaultError) {
        report.attached.append(try vault.attach(new, to: code))
      } catch {
        let failure = error == .interrupted ? .attachmentInterrupted : Failure(error)
        // Something was stated and not written: nothing more may be remembered.
        guard !vault.hasUnwritten else { throw failure }
        report.failures.append(failure)
        if error == .interrupted { break }
      }
    }
    return report
  }

  private func conclude(
    _ report: CaseAttachReport, _ surroundings: Surroundings
  ) throws(Failure) {
    if let last = report.attached.last {
      try surroundings.show(report)
      surroundings.say(.attached(report.attached.count, to: report.shown))
      if report.failures.isEmpty {
        surroundings.sayNext(
          .nextIsShow(report.shown), .nextIsExtract(report.shown, last.number ?? 0))
      }
    }
    guard let failure = report.failures.last else { return }
    guard files.count > 1 else { throw failure }
    for failure in report.failures { surroundings.report(failure) }
    throw .someNotAttached(
      files.count - report.attached.count, of: files.count, status: failure.status)
  }
}

/// Files that were just attached.
struct CaseAttachReport: Report {
  let shown: String
  var attached: [NumberedAttachment] = []
  var failures: [Failure] = []

  func lines(in layout: Layout) -> [Line] {
    Table(
      heading: ["number", "name", "size", "type"],
      rows: attached.map { one in
        [
          "\(one.number ?? 0)", "\(SafeFileName(one.attachment.name))",
          .size(one.attachment.size), "\(one.attachment.type)",
        ]
      }
    ).lines(columns: layout.columns)
  }

  var json: JSON {
    [
      "attached": .array(
        attached.map { one in
          [
            "name": .string(one.attachment.name), "number": JSON(one.number),
            "safe_name": .string(SafeFileName(one.attachment.name).text),
            "size": .integer(one.attachment.size), "type": .string(one.attachment.type),
          ]
        }), "case": .string(shown),
    ]
  }
}
