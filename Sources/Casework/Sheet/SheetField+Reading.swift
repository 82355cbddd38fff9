extension SheetField {
  /// Reads a value of this field as a person types it.
  ///
  /// A word that is not on the field's list is refused together with the list, never guessed. Free
  /// text is kept as written, its outer blanks included. The result is never `verbatim`.
  package func parse(
    _ text: String, in context: ReadingContext
  ) throws(ValueError) -> SheetValue {
    guard text.contains(where: { !$0.isWhitespace }) else { throw .empty }
    guard text.utf8.count <= SheetValue.maximumBytes else {
      throw .tooLong(limit: SheetValue.maximumBytes, found: text.utf8.count)
    }
    switch shape {
    case .personCodeName:
      guard let name = PersonCodeName(reading: text) else { throw .notACodeName }
      return .person(name)
    case .time:
      return .time(try Self.time(reading: text, in: context))
    case .day:
      guard case .day(let day) = try Self.time(reading: text, in: context) else {
        throw .dayOnly
      }
      return .day(day)
    case .word(let known):
      let token = Vocabulary.token(reading: text)
      guard known.contains(token) else { throw Vocabulary.unknown(token, among: known) }
      return .word(token)
    case .wordOrText(let known):
      let token = Vocabulary.token(reading: text)
      return known.contains(token) ? .word(token) : .text(text)
    case .text:
      return .text(text)
    case .texts:
      let texts = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      guard texts.count <= SheetValue.maximumItems else {
        throw .tooMany(limit: SheetValue.maximumItems, found: texts.count)
      }
      return .texts(texts)
    case .consequences:
      return .consequences(try Consequence.list(reading: text))
    case .place:
      return .place(try Place(reading: text, policy: context.policy))
    }
  }

  private static func time(
    reading text: String, in context: ReadingContext
  ) throws(ValueError) -> ReadableTime {
    do throws(ReadableTimeError) {
      return try ReadableTime(reading: text, now: context.now, in: context.zone)
    } catch {
      throw .time(error)
    }
  }
}

extension SheetField {
  /// Reads a value of this field from its stored form.
  ///
  /// Only the form that `SheetValue.stored` writes is read; everything else is kept as it is, as
  /// `verbatim`, because it may come from a spreadsheet or a later version. The same stored form
  /// gives the same value under every policy and in every zone.
  package func value(stored: [String]) -> SheetValue {
    let value = canonicalValue(stored: stored)
    guard let value, value.stored == stored else { return .verbatim(stored) }
    return value
  }

  private func canonicalValue(stored: [String]) -> SheetValue? {
    switch shape {
    case .texts:
      return stored.isEmpty ? nil : .texts(stored)
    case .consequences:
      guard !stored.isEmpty else { return nil }
      var list: [Consequence] = []
      for text in stored {
        guard !text.contains(","), let item = try? Consequence(reading: text) else { return nil }
        list.append(item)
      }
      return .consequences(list)
    case .personCodeName, .time, .day, .word, .wordOrText, .text, .place:
      break
    }
    guard stored.count == 1 else { return nil }
    let text = stored[0]
    switch shape {
    case .personCodeName: return PersonCodeName(reading: text).map(SheetValue.person)
    case .day: return Day(reading: text).map(SheetValue.day)
    case .time:
      let epoch = Instant(secondsSince1970: 0)
      let time = try? ReadableTime(reading: text, now: epoch, in: .utc)
      return time.map(SheetValue.time)
    case .word(let known): return known.contains(text) ? .word(text) : nil
    case .wordOrText(let known): return known.contains(text) ? .word(text) : .text(text)
    case .text: return .text(text)
    case .place: return Place(stored: text).map(SheetValue.place)
    case .texts, .consequences: return nil
    }
  }
}
