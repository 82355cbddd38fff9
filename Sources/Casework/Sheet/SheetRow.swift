/// One row of the status sheet: what the committee's readers may know about one case and at most
/// one reported person.
///
/// Several people reported in one case are several rows with one case code name.
package struct SheetRow: Hashable, Sendable {
  package let codeName: CodeName
  package var values: [SheetField: SheetValue]

  /// Fields that this version of the program does not know, kept as they are.
  package var unknown: [String: [String]]

  package init(codeName: CodeName, values: [SheetField: SheetValue] = [:]) {
    self.codeName = codeName
    self.values = values
    unknown = [:]
  }

  package subscript(field: SheetField) -> SheetValue? {
    get { values[field] }
    set { values[field] = newValue }
  }

  /// The reported person of this row, or nil when nobody is identified.
  package var person: PersonCodeName? {
    if case .person(let name)? = values[.person] { name } else { nil }
  }

  package var status: CaseStatus? { word(of: .status) }

  package var outcome: Outcome? { word(of: .outcome) }

  /// The consequences recorded, in the order in which they were typed.
  package var consequences: [Consequence] {
    if case .consequences(let list)? = values[.consequences] { list } else { [] }
  }

  /// The consequence of the highest rank.
  package var highestConsequence: Consequence? {
    consequences.max { $0.rank < $1.rank }
  }

  /// The first day on which the consequences hold, when it was recorded.
  package var from: Day? { day(of: .from) }

  /// The last day on which the consequences hold, when it was recorded.
  package var until: Day? { day(of: .until) }

  private func day(of field: SheetField) -> Day? {
    if case .day(let day)? = values[field] { day } else { nil }
  }

  private func word<Word: VocabularyWord>(of field: SheetField) -> Word? {
    if case .word(let token)? = values[field] { Word(rawValue: token) } else { nil }
  }
}

extension SheetRow {
  /// The stored form: texts by field token.
  package var stored: [String: [String]] {
    var stored = unknown
    for (field, value) in values { stored[field.token] = value.stored }
    return stored
  }

  /// Reads the stored form; nothing of it is lost, known or not.
  package init(codeName: CodeName, stored: [String: [String]]) {
    self.init(codeName: codeName)
    for (token, texts) in stored {
      if let field = SheetField(rawValue: token) {
        values[field] = field.value(stored: texts)
      } else {
        unknown[token] = texts
      }
    }
  }
}
