import ArgumentParser
import Casework
import Sealing
import Statements
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

      --reported and --reporter name people for those who read the case; their names stay in your \
      shell's history. A member who bears a reported name is handed no key. It says whether a \
      reported name is known to the person identity key.

      A report that came by mail is given with --eml, as the file your mail program saves it in: \
      sender, date, subject and text become the report, and the original and its files are attached.

      Example:
        conclave case open
        conclave case open --reported "Sam Example" --reporter "Kim Example" --report report.txt
        conclave case open --report report.txt --received "yesterday 21:30"
        conclave case open --eml report.eml
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

  @Option(
    help: ArgumentHelp(
      "The report, as a mail in a file with its header; \"-\" for standard input.",
      valueName: "file"),
    completion: .file())
  var eml: String?

  @Option(
    help: ArgumentHelp("An answer of the intake form.", valueName: "field=value"))
  var form: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Who is reported; their real names.", valueName: "name"))
  var reported: [String] = []

  @Option(help: ArgumentHelp("Who reports; their real name.", valueName: "name"))
  var reporter: String?

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
      codeName: codeName, admitted: with, hiddenFrom: hiddenFrom, answers: self.form,
      reported: reported, reporter: reporter,
      values: [
        .received: received, .place: place, .kind: kind, .origin: origin, .safety: safety,
        .repetition: repetition,
      ].compactMapValues(\.self))
    form.open(to: openTo)
    guard report == nil || eml == nil else { throw .twoTexts(.reportOption) }
    let asks = surroundings.canAsk && form.isEmpty && report == nil && eml == nil
    let identity = try read(into: &form, in: surroundings)
    if asks { form = try surroundings.askForCase(as: identity) }
    let result = try surroundings.open(form, as: identity)
    try surroundings.show(result)
    let opened = result.opened
    surroundings.say(.caseOpened(opened))
    if let mail = result.mail {
      surroundings.say([.mailRecorded(opened.attachments.count)] + mail.remarks)
    }
    if !opened.leftOut.isEmpty { surroundings.warn(.leftOut(opened.leftOut)) }
    try surroundings.proposeRecusals(opened.namesakes, from: opened.codeName.text, as: identity)
    surroundings.sayNext(
      result.next + result.known.flatMap { Line.nextIsIdentity($0, opened.codeName) })
  }

  /// Reads the report, and opens the identity: a file before anybody is asked for a passphrase.
  private func read(
    into form: inout CaseForm, in surroundings: Surroundings
  ) throws(Failure) -> Identity {
    if let eml {
      let (mail, identity) = try surroundings.mailAndIdentity(from: eml)
      form.mail = mail
      return identity
    }
    guard let report else { return try surroundings.openIdentity() }
    let (text, identity) = try surroundings.textAndIdentity(
      from: Surroundings.TextSource(report), checking: { _ in })
    form.report = text
    return identity
  }
}

extension Surroundings {
  /// Opens the case; when a member who would read it bears a reported name, only if that is
  /// somebody else.
  func open(_ form: CaseForm, as identity: Identity) throws(Failure) -> CaseOpenReport {
    let first = try withVault(as: identity) { vault throws(Failure) in
      try attempt(form, othersOfThatName: false, in: vault)
    }
    switch first {
    case .opened(let report): return report
    case .namesake(let refusal):
      guard canAsk || options.yes else { throw refusal }
      // The vault is not held while somebody thinks.
      warn(refusal.message)
      guard try confirm(.isSomebodyElse) else { throw refusal }
    }
    let second = try withVault(as: identity) { vault throws(Failure) in
      try attempt(form, othersOfThatName: true, in: vault)
    }
    switch second {
    case .opened(let report): return report
    case .namesake(let refusal): throw refusal
    }
  }

  private enum Attempt {
    case opened(CaseOpenReport)
    case namesake(Failure)
  }

  private func attempt(
    _ form: CaseForm, othersOfThatName: Bool, in vault: OpenVault
  ) throws(Failure) -> Attempt {
    var new = try form.read(in: context(of: vault))
    new.namesakesAreOthers = othersOfThatName
    do throws(VaultError) {
      let opened = try vault.openCase(new)
      var known: [KnownName] = []
      for party in opened.parties where party.role == .reported {
        known.append(try vault.known(party.name))
      }
      return .opened(
        CaseOpenReport(
          opened: opened, received: new.values[.received], known: known,
          mail: form.mail.map { MailReport(mail: $0, attachments: opened.attachments) },
          receivedIsGiven: form.values[.received] != nil))
    } catch .reportedIsReader(let name) {
      return .namesake(.reportedIsReader(name))
    } catch .reportedIsOpener {
      return .namesake(.reportedIsOpener)
    } catch {
      throw Failure(error)
    }
  }
}
