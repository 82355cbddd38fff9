package import Casework
package import Sealing

/// What was stated about a case besides its entries: by whom, and when.
extension CaseRecord {
  /// Something stated, with its author and the time they claim, seconds since 1970.
  package struct Signed<Content: Sendable>: Sendable {
    package let content: Content
    package let author: MemberID
    package let stated: Int64

    init(_ content: Content, by statement: Statement) {
      self.content = content
      author = statement.author
      stated = statement.time
    }
  }

  /// What ends a case, or takes it up again.
  package enum Ending: Sendable {
    case closed(Closing)
    case reopened(Reopening)
  }

  /// Adds a party; said again of one name and role, the newer contact counts.
  mutating func add(_ party: Party, by statement: Statement) {
    let known = parties.firstIndex {
      $0.content.role == party.role && $0.content.name == party.name
    }
    guard let known else {
      parties.append(Signed(party, by: statement))
      return
    }
    if party.contact != nil { parties[known] = Signed(party, by: statement) }
  }

  mutating func add(_ given: Assessment, by statement: Statement) {
    for (key, text) in given.answers {
      answers[key] = text.isEmpty ? nil : Signed(text, by: statement)
    }
  }

  /// The closing of one row that no reopening followed.
  ///
  /// What closed the case while nobody was identified holds for whoever is named later.
  package func closing(of person: PersonCodeName?) -> Signed<Closing>? {
    var newest: Signed<Closing>?
    for ending in closings {
      switch ending.content {
      case .closed(let closing) where closing.person == nil || closing.person == person:
        newest = Signed(closing, by: ending)
      case .reopened(let reopening) where reopening.person == nil || reopening.person == person:
        newest = nil
      default: continue
      }
    }
    return newest
  }

  /// Whether the row was closed before, whatever followed.
  package func wasClosed(_ person: PersonCodeName?) -> Bool {
    closings.contains { ending in
      guard case .closed(let closing) = ending.content else { return false }
      return closing.person == nil || closing.person == person
    }
  }

  /// The people whose rows the case has; one nil while nobody is identified.
  package var rowPersons: [PersonCodeName?] {
    persons.isEmpty ? [nil] : persons.map(\.codeName)
  }

  /// Whether every row of the case is closed.
  package var isClosed: Bool { rowPersons.allSatisfy { closing(of: $0) != nil } }
}

extension CaseRecord.Signed {
  fileprivate init<Other>(_ content: Content, by other: CaseRecord.Signed<Other>) {
    self.content = content
    author = other.author
    stated = other.stated
  }
}

extension CaseRecord {
  /// Everybody who stated something that is shown.
  package var authors: Set<MemberID> {
    var authors = Set((entries + late).map(\.author))
    authors.formUnion(parties.map(\.author))
    authors.formUnion(answers.values.map(\.author))
    authors.formUnion(closings.map(\.author))
    authors.formUnion(handOvers.map(\.author))
    return authors
  }
}
