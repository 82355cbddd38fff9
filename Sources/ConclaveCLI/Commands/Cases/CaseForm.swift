import Casework
import Sealing
import Statements
import Vault

/// What is known of a new case, as it was typed.
struct CaseForm {
  var codeName: String?
  var admitted: [String] = []
  var isOpenToAll = false
  var hiddenFrom: [String] = []
  var report: String?
  /// The report, where it came as a mail.
  var mail: RecordedMail?
  /// Answers of the intake form, each `FIELD=VALUE`.
  var answers: [String] = []
  var reported: [String] = []
  var reporter: String?
  var values: [SheetField: String] = [:]

  /// Whether nothing was given at all.
  var isEmpty: Bool {
    codeName == nil && admitted.isEmpty && !isOpenToAll && hiddenFrom.isEmpty && report == nil
      && mail == nil && answers.isEmpty && reported.isEmpty && reporter == nil && values.isEmpty
  }

  /// Adds to those who read the case; `all` is every chair and member.
  mutating func open(to names: [String]) {
    for name in names {
      if name.lowercased() == "all" { isOpenToAll = true } else { admitted.append(name) }
    }
  }

  /// Reads what was typed; the report was received when its mail was written, or now, unless it says
  /// when.
  func read(in context: ReadingContext) throws(Failure) -> OpenVault.NewCase {
    var new = OpenVault.NewCase()
    if let codeName { new.codeName = try Self.codeName(codeName) }
    new.admitted = admitted
    new.isOpenToAll = isOpenToAll
    new.hiddenFrom = hiddenFrom
    new.report = mail?.text ?? report
    new.reportDate = mail?.time?.text
    new.attachments = mail?.attachments ?? []
    new.form = try IntakeForm(typed: answers)
    for name in reported {
      new.parties.append(
        Party(role: .reported, name: try CaseParty.text(name, for: .reportedOption)))
    }
    if let reporter {
      new.parties.append(
        Party(role: .reporter, name: try CaseParty.text(reporter, for: .reporterOption)))
    }
    // The minute is all that anybody needs to know on the sheet.
    let seconds = context.now.secondsSince1970
    new.values[.received] = .time(
      mail?.received(before: context.now)
        ?? .moment(Instant(secondsSince1970: seconds - seconds % 60)))
    for (field, text) in values {
      new.values[field] = try field.value(typed: text, for: .option(field), in: context)
    }
    return new
  }

  static func codeName(_ text: String) throws(Failure) -> CodeName {
    guard let codeName = CodeName(reading: text) else { throw .badCodeName }
    return codeName
  }
}

extension SheetField {
  /// Reads a value of this field as a person typed it for `what`, an option or a field.
  func value(
    typed text: String, for what: Line, in context: ReadingContext
  ) throws(Failure) -> SheetValue {
    do throws(ValueError) {
      return try parse(text, in: context)
    } catch {
      throw Failure(error, for: what)
    }
  }
}

extension Surroundings {
  /// From where typed values are read, in a vault with its policy.
  func context(of vault: OpenVault) -> ReadingContext {
    ReadingContext(policy: vault.policy, now: now, zone: zone)
  }

  /// Asks for a new case line by line; what is not understood is asked for again.
  ///
  /// The vault is not held meanwhile: somebody who looks a date up keeps nobody waiting.
  func askForCase(as identity: Identity) throws(Failure) -> CaseForm {
    let context = try withVault(as: identity) { vault throws(VaultError) in
      self.context(of: vault)
    }
    tell(.askingForCase)
    var form = CaseForm()
    form.codeName = try askUntilRead(.askCodeName) { text throws(Failure) in
      _ = try CaseForm.codeName(text)
    }
    for field in [SheetField.received, .kind, .place, .origin, .safety, .repetition] {
      form.values[field] = try askUntilRead(.ask(for: field, under: context.policy)) {
        text throws(Failure) in
        _ = try field.value(typed: text, for: .field(field), in: context)
      }
    }
    form.reported = try askForAll(.askReported, orGive: nil)
    form.reporter = try askOptional(.askReporter)
    form.open(to: Self.names(in: try askOptional(.askReaders)))
    form.hiddenFrom = Self.names(in: try askOptional(.askHiddenFrom))
    if try confirm(.askForReport) { form.report = try readText(from: .standardInput) }
    return form
  }

  /// Asks for a line that may stay empty, again until `read` takes it.
  func askUntilRead(
    _ question: Line, _ read: (String) throws(Failure) -> Void
  ) throws(Failure) -> String? {
    while let text = try askOptional(question) {
      do throws(Failure) {
        try read(text)
        return text
      } catch {
        tell(error.message)
        if let hint = error.hint { tell(hint) }
      }
    }
    return nil
  }

  private static func names(in line: String?) -> [String] {
    (line ?? "").split(separator: ",").compactMap { item in
      let words = item.split(separator: " ")
      return words.isEmpty ? nil : words.joined(separator: " ")
    }
  }
}
