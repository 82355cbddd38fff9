import ArgumentParser
import Casework
import Sealing
import Statements
import Vault

/// Records what the committee finds about a case.
struct CaseAssess: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: "Record the assessment: finding, jurisdiction, impact and risk.",
    discussion: """
      On a terminal, without answers, it asks question by question; an empty answer leaves what is \
      there. The newest answer counts, and "case show" says whose it is. "safety" and "repeat" fill \
      the two columns of the sheet as well. FIELD= with nothing after it takes an answer back.

      Fields: \(AssessmentField.tokens.joined(separator: ", ")).

      Example:
        conclave case assess home-shelf
        conclave case assess home-shelf violation=yes in-scope=yes safety=no repeat=maybe
      """)

  @Argument(help: "The case's code name.") var code: String

  @Argument(help: ArgumentHelp("An answer.", valueName: "field=value")) var answer: [String] = []

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    var answers: [AssessmentField: String?] = [:]
    for (field, text) in try TypedAnswers<AssessmentField>(answer).answers {
      answers[field] = .some(text.isEmpty ? nil : try field.value(typed: text))
    }
    let identity = try surroundings.openIdentity()
    if answer.isEmpty {
      guard surroundings.canAsk else { throw .cannotAsk(for: .answerArgument) }
      answers = try surroundings.askForAssessment(of: code, as: identity)
      guard !answers.isEmpty else { throw .nothingAnswered }
    }
    let assessed = try surroundings.withVault(as: identity) { vault throws(VaultError) in
      try vault.assess(code, answers)
    }
    try surroundings.show(CaseAssessReport(shown: assessed.shown, answers: answers))
    surroundings.say(.assessed(assessed))
    if !assessed.columnsLeft.isEmpty { surroundings.warn(.columnsLeft(assessed)) }
    surroundings.sayNext(.nextIsShow(assessed.shown))
  }
}

extension AssessmentField {
  /// Reads an answer as a person typed it.
  func value(typed text: String) throws(Failure) -> String {
    do throws(ValueError) { return try parse(text) } catch {
      throw Failure(error, for: .question(token))
    }
  }
}

extension Surroundings {
  /// Asks one question after the other; what is not understood is asked again.
  func askForAssessment(
    of code: String, as identity: Identity
  ) throws(Failure) -> [AssessmentField: String?] {
    let (policy, record, repeated) = try withVault(as: identity) { vault throws(VaultError) in
      (vault.policy, try vault.showCase(code).record, try vault.repeatedPersons(in: code))
    }
    tell(.askingForAssessment)
    var answers: [AssessmentField: String?] = [:]
    for field in AssessmentField.allCases where field.isAsked(under: policy) {
      if field == .pattern {
        for (person, count) in repeated { tell(.reportedElsewhere(person, count)) }
      }
      let known = record.answers[field.key]?.content
      let typed = try askUntilRead(.ask(for: field, answered: known)) { text throws(Failure) in
        _ = try field.value(typed: text)
      }
      if let typed { answers[field] = try field.value(typed: typed) }
    }
    return answers
  }
}

/// Answers that were just recorded.
struct CaseAssessReport: Report {
  let shown: String
  let answers: [AssessmentField: String?]

  private var inOrder: [(field: AssessmentField, text: String?)] {
    AssessmentField.allCases.compactMap { field in answers[field].map { (field, $0) } }
  }

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [["case", "\(shown)"]]
    for (field, text) in inOrder { rows.append(["\(field.token)", text.map { "\($0)" } ?? "-"]) }
    return Table(rows: rows).lines(columns: nil)
  }

  var json: JSON {
    var members: [String: JSON] = [:]
    for (field, text) in inOrder { members[field.key] = JSON(text) }
    return ["answers": .object(members), "case": .string(shown)]
  }
}
