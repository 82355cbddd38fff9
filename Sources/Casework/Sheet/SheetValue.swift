/// What stands in one field of one row of the status sheet.
package enum SheetValue: Hashable, Sendable {
  case person(PersonCodeName)
  case time(ReadableTime)
  case day(Day)
  /// A token of the field's list.
  case word(String)
  /// Text kept as written.
  case text(String)
  /// Texts kept as written, each of one line.
  case texts([String])
  case consequences([Consequence])
  case place(Place)
  /// What a spreadsheet or a later version of the program wrote and this one does not know.
  ///
  /// It is kept and shown, and governs nothing.
  case verbatim([String])
}

extension SheetValue {
  /// The longest text of a value, in bytes of UTF-8.
  package static let maximumBytes = 4096
  /// The most texts or consequences of a value.
  package static let maximumItems = 64

  /// The stored form: one text, or as many as the value has items.
  package var stored: [String] {
    switch self {
    case .person(let name): [name.text]
    case .time(let time): [time.text]
    case .day(let day): [day.text]
    case .word(let text), .text(let text): [text]
    case .texts(let texts), .verbatim(let texts): texts
    case .consequences(let list): list.map(\.text)
    case .place(let place): [place.text]
    }
  }

  /// The form in which a person can type the value again, the same in every zone.
  package var text: String {
    switch self {
    case .texts(let texts): texts.joined(separator: "\n")
    case .consequences, .verbatim: stored.joined(separator: ", ")
    case .person, .time, .day, .word, .text, .place: stored[0]
    }
  }

  /// The form in which the value is shown to a person whose clocks show `zone`.
  ///
  /// It may hold anything that was ever written: it is made visible before it reaches a terminal.
  package func display(in zone: Zone) -> String {
    switch self {
    case .time(let time): time.echo(in: zone)
    case .day(let day): ReadableTime.day(day).echo(in: zone)
    case .texts(let texts): texts.joined(separator: "; ")
    case .person, .word, .text, .consequences, .place, .verbatim: text
    }
  }
}
