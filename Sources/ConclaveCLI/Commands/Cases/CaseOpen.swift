import ArgumentParser
import Casework
import Vault

/// Opens a new case.
struct CaseOpen: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open a new case, readable by you and whoever you name.",
    discussion: """
      Only you can read a new case, and those named with --with or --open-to: nobody is let in by \
      their role. On a terminal, without options, it asks for everything line by line.

      A case about a member is hidden from them with --hidden-from. They never hold a key to it, \
      its row is kept in the case and not on the common sheet, and every command answers them as \
      if the name had never been used.

      Example:
        conclave case open
        conclave case open --report report.txt --received "yesterday 21:30"
        conclave case open --with "Lee Park" --kind harassment
        conclave case open --open-to all --hidden-from "Alex Moreau"
      """)

  @Option(help: "Two words of your own; else they are drawn by chance.")
  var codeName: String?

  @Option(
    help: ArgumentHelp("When the report was received (default: now).", valueName: "time"))
  var received: String?

  @Option(
    help: ArgumentHelp(
      "Somebody who reads the case with you; may be given again.", valueName: "name"))
  var with: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Who reads the case: names, or \"all\" for every chair and member.", valueName: "name"))
  var openTo: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Members who must not know of the case.", valueName: "name"))
  var hiddenFrom: [String] = []

  @Option(
    help: ArgumentHelp(
      "The report, as text in a file; \"-\" for standard input.", valueName: "file"),
    completion: .file())
  var report: String?

  @Option(help: "Where it happened, as \"forum\" or \"event:NAME\".")
  var place: String?

  @Option(help: "The kind of behaviour.", completion: .list(BehaviourKind.tokens))
  var kind: String?

  @Option(help: "How the report came.", completion: .list(ReportOrigin.tokens))
  var origin: String?

  @Option(
    help: ArgumentHelp("Whether somebody's safety is at risk.", valueName: "yes|no|unknown"),
    completion: .list(SafetyRisk.tokens))
  var safety: String?

  @Option(
    name: .customLong("repeat"),
    help: ArgumentHelp("Whether it may happen again.", valueName: "yes|no|maybe|unknown"),
    completion: .list(RepeatRisk.tokens))
  var repetition: String?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    var form = CaseForm(
      codeName: codeName, admitted: with, hiddenFrom: hiddenFrom,
      values: [
        .received: received, .place: place, .kind: kind, .origin: origin, .safety: safety,
        .repetition: repetition,
      ].compactMapValues(\.self))
    form.open(to: openTo)
    let asks = surroundings.canAsk && form.isEmpty && report == nil
    let source = report.map { Surroundings.TextSource($0) }
    if case .file? = source, let source { form.report = try surroundings.readText(from: source) }

    let identity = try surroundings.openIdentity()
    if source == .standardInput { form.report = try surroundings.readText(from: .standardInput) }
    if asks { form = try surroundings.askForCase(as: identity) }
    let (opened, received) = try surroundings.withVault(as: identity) { vault throws(Failure) in
      let new = try form.read(in: surroundings.context(of: vault))
      let opened = try vault.attempt { vault throws(VaultError) in try vault.openCase(new) }
      return (opened, new.values[.received])
    }
    try surroundings.show(CaseOpenReport(opened: opened, received: received))
    surroundings.say(.caseOpened(opened))
    surroundings.sayNext(.nextIsEntry(opened.codeName), .nextIsAdmission(opened.codeName))
  }
}
