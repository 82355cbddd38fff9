/// The names on somebody's list, an event's for instance: one name, handle or address a line.
///
/// Of a line with columns, separated by commas, semicolons or tabs, the first is taken; the second
/// with it when both are single words ("Doe,Sam"), and every address. "Doe, Sam" is one name.
package struct NameList: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    /// From 1.
    package let line: Int
    /// The name and the addresses, for people to recognise the line by.
    package let shown: String
    /// What is compared.
    package let texts: [String]
  }

  /// The lines that are not blank, in their order.
  package let items: [Item]

  package init(reading text: String) {
    var items: [Item] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let (names, addresses) = Self.texts(in: Self.columns(of: line), of: line)
      guard let first = names.first ?? addresses.first else { continue }
      let shown = names.isEmpty ? addresses : [first] + addresses
      items.append(
        Item(line: index + 1, shown: shown.joined(separator: ", "), texts: names + addresses))
    }
    self.items = items
  }

  private static func texts(
    in columns: [String], of line: Substring
  ) -> (names: [String], addresses: [String]) {
    let first = columns[0]
    guard columns.count > 1 else { return (first.isEmpty ? [] : [first], []) }
    // A comma with a blank behind it stands in a name; a table has none there.
    if columns.count == 2, line.contains(", "), !line.contains(where: { "\t;\"@".contains($0) }) {
      return ([Blanks.trimmed(line)], [])
    }
    var names = first.isEmpty ? [] : [first]
    if isWord(first), isWord(columns[1]) { names.insert(first + " " + columns[1], at: 0) }
    return (names, columns.dropFirst().filter { $0.contains("@") })
  }

  private static func isWord(_ text: String) -> Bool {
    !text.isEmpty && !text.contains { $0.isWhitespace || $0 == "@" }
  }

  /// The columns of a line without the blanks and quotation marks around them.
  private static func columns(of line: Substring) -> [String] {
    let separator: Character = line.contains("\t") ? "\t" : line.contains(";") ? ";" : ","
    var columns: [String] = []
    var column = ""
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == separator, !isQuoted {
        columns.append(Blanks.trimmed(column))
        column = ""
      } else {
        column.append(character)
      }
    }
    return columns + [Blanks.trimmed(column)]
  }
}
