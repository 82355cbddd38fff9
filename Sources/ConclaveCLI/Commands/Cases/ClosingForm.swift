import Casework
import Statements

/// How a case ended, as it was typed.
struct ClosingForm {
  var consequences: [String] = []
  /// The values that the row of the sheet takes as well.
  var texts: [SheetField: String] = [:]
  var from: String?
  var until: String?
  var conditions: String?

  /// Whether nothing was given at all.
  var isEmpty: Bool {
    consequences.isEmpty && texts.isEmpty && from == nil && until == nil && conditions == nil
  }

  /// Reads what was typed.
  func read(in context: ReadingContext, today: Day) throws(Failure) -> Closing {
    guard let typed = texts[.outcome] else { throw .cannotAsk(for: .outcomeOption) }
    let outcome: Outcome
    do throws(ValueError) { outcome = try Outcome(reading: typed) } catch {
      throw Failure(error, for: .outcomeOption)
    }
    return Closing(
      outcome: outcome, consequences: try imposed(in: context, today: today),
      source: try texts[.source].map { text throws(Failure) in
        try SheetField.source.value(typed: text, for: .option(.source), in: context).text
      },
      review: try day(texts[.review], for: .option(.review), in: context),
      resolution: try texts[.resolution].map { text throws(Failure) in
        try SheetField.resolution.value(typed: text, for: .option(.resolution), in: context).text
      })
  }

  /// The consequences, those that last with their days and conditions.
  private func imposed(
    in context: ReadingContext, today: Day
  ) throws(Failure) -> [ImposedConsequence] {
    var list: [Consequence] = []
    for text in consequences {
      let value = try SheetField.consequences.value(
        typed: text, for: .consequenceOption, in: context)
      guard case .consequences(let some) = value else { continue }
      list += some.filter { !list.contains($0) }
    }
    guard list.count <= Closing.consequenceLimit else {
      throw Failure(
        .tooMany(limit: Closing.consequenceLimit, found: list.count), for: .consequenceOption)
    }
    if until != nil, list.contains(.ban), !list.contains(where: \.isSuspension) {
      throw .banHasNoEnd
    }
    let until = try day(until, for: .untilOption, in: context)
    var from = try day(from, for: .fromOption, in: context)
    if from == nil, until != nil { from = today }
    if let from, let until, until < from { throw .endsBeforeItBegins }
    guard from != nil || conditions != nil else { return list.map { ImposedConsequence($0) } }
    guard list.contains(where: \.lasts) else { throw .nothingLasts }
    if let conditions, conditions.utf8.count > Closing.textByteLimit {
      throw Failure(
        .tooLong(limit: Closing.textByteLimit, found: conditions.utf8.count), for: .conditionsOption
      )
    }
    return list.map { consequence in
      guard consequence.lasts else { return ImposedConsequence(consequence) }
      return ImposedConsequence(
        consequence, from: from, until: consequence == .ban ? nil : until, conditions: conditions)
    }
  }

  private func day(
    _ text: String?, for what: Line, in context: ReadingContext
  ) throws(Failure) -> Day? {
    guard let text else { return nil }
    guard case .day(let day) = try SheetField.review.value(typed: text, for: what, in: context)
    else { return nil }
    return day
  }
}

extension Surroundings {
  /// Asks how a case ended, line by line; what is not understood is asked for again.
  func askForClosing(in context: ReadingContext) throws(Failure) -> ClosingForm {
    tell(.askingForClosing)
    var form = ClosingForm()
    while form.texts[.outcome] == nil {
      form.texts[.outcome] = try askValue(of: .outcome, in: context)
    }
    if let typed = try askValue(of: .consequences, in: context) { form.consequences = [typed] }
    // A reading that fails is said when the whole is read.
    let read = try? form.read(in: context, today: today)
    let isLasting = read?.consequences.contains { $0.consequence.lasts }
    if isLasting == true {
      form.from = try askDay(.askFrom, in: context)
      form.until = try askDay(.askUntil, in: context)
      form.conditions = try askOptional(.askConditions)
    }
    for field in [SheetField.source, .review, .resolution] {
      form.texts[field] = try askValue(of: field, in: context)
    }
    return form
  }

  private func askValue(
    of field: SheetField, in context: ReadingContext
  ) throws(Failure) -> String? {
    try askUntilRead(.ask(for: field, under: context.policy)) { text throws(Failure) in
      _ = try field.value(typed: text, for: .field(field), in: context)
    }
  }

  private func askDay(_ question: Line, in context: ReadingContext) throws(Failure) -> String? {
    try askUntilRead(question) { text throws(Failure) in
      _ = try SheetField.review.value(typed: text, for: question, in: context)
    }
  }
}
