import Casework
import Testing

/// The intake form, the assessment and what a closing comes to.
struct HandlingTests {
  @Test func `every answer of the form is a word of its list or a text`() throws {
    var form = IntakeForm()
    try form.answer(.channel, " In Person ")
    try form.answer(.when, " Friday, about nine ")
    #expect(form.inOrder.map(\.text) == ["Friday, about nine", "in-person"])
    #expect(form.stored == ["channel": "in-person", "when": "Friday, about nine"])
    #expect(throws: ValueError.unknown(known: ["yes", "no"], closest: nil)) {
      try form.answer(.anonymous, "perhaps")
    }
    #expect(throws: ValueError.empty) { try form.answer(.impact, " \n") }
    #expect(throws: ValueError.tooLong(limit: 4096, found: 4097)) {
      try form.answer(.impact, String(repeating: "x", count: 4097))
    }
  }

  @Test func `a form keeps what a later version asks`() {
    let stored = ["received_by": "Maya", "no_contact_found": "yes", "later": "x"]
    let form = IntakeForm(stored: stored)
    #expect(form.answers[.receivedBy] == "Maya")
    #expect(form.answers[.noContactFound] == "yes")
    #expect(form.unknown == ["later": "x"])
    #expect(form.stored == stored)
  }

  @Test(arguments: IntakeField.allCases) func `a question is found by its key`(_ field: IntakeField)
  {
    #expect(IntakeField(key: field.key) == field)
    #expect(field.key.utf8.allSatisfy { (97...122).contains($0) || $0 == 95 })
  }

  @Test func `the questions of the assessment take the words of the vocabulary`() throws {
    #expect(try AssessmentField.inScope.parse("Outside but safety") == "outside-but-safety")
    #expect(try AssessmentField.responsible.parse("not identified") == "not-identified")
    #expect(try AssessmentField.harm.parse(" fear ") == "fear")
    #expect(throws: ValueError.self) { try AssessmentField.threat.parse("maybe") }
    #expect(AssessmentField.allCases.count == 19)
    #expect(AssessmentField.allCases.filter { $0.sheetField != nil } == [.safety, .repetition])
    // The two that the sheet has a column for take the column's words.
    #expect(AssessmentField.safety.words == SheetField.safety.words(under: .django))
    #expect(AssessmentField.repetition.words == SheetField.repetition.words(under: .django))
    #expect(AssessmentField.reporterMarginalised.isAsked(under: .psf))
    #expect(!AssessmentField.reporterMarginalised.isAsked(under: .django))
  }

  @Test(arguments: [
    (29, nil), (30, LadderLevel.shortTerm), (90, .shortTerm), (91, .extended), (400, .extended),
  ])
  func `the level of a suspension follows from its days, not from its name`(
    _ days: Int, _ level: LadderLevel?
  ) throws {
    let from = try #require(Day(reading: "2026-02-20"))
    for consequence in [Consequence.firstSuspension, .secondSuspension] {
      let imposed = ImposedConsequence(
        consequence, from: from, until: from.advanced(by: days - 1))
      #expect(imposed.days == days)
      #expect(imposed.level == level)
    }
  }

  @Test func `what is no suspension has its level by its name`() {
    #expect(ImposedConsequence(.ban).level == .permanentBan)
    #expect(ImposedConsequence(.finalWarning).level == .warning)
    #expect(ImposedConsequence(.other("request")).level == nil)
    #expect(ImposedConsequence(.firstSuspension).level == nil)
  }
}
