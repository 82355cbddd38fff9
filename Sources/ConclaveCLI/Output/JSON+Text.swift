extension JSON {
  /// The value as a document of several lines, keys ascending.
  var document: String { text(indent: 0) }

  /// The value on one line, keys ascending.
  var line: String { text(indent: nil) }

  private func text(indent: Int?) -> String {
    switch self {
    case .object(let members):
      let items = members.sorted { $0.key < $1.key }.map { key, value in
        "\(Self.quoted(key)): \(value.text(indent: indent.map { $0 + 1 }))"
      }
      return Self.list(items, between: ("{", "}"), indent: indent)
    case .array(let elements):
      let items = elements.map { $0.text(indent: indent.map { $0 + 1 }) }
      return Self.list(items, between: ("[", "]"), indent: indent)
    case .string(let text): return Self.quoted(text)
    case .integer(let number): return String(number)
    case .bool(let value): return value ? "true" : "false"
    case .null: return "null"
    }
  }

  private static func list(
    _ items: [String], between ends: (String, String), indent: Int?
  ) -> String {
    guard !items.isEmpty else { return ends.0 + ends.1 }
    guard let indent else { return ends.0 + items.joined(separator: ", ") + ends.1 }
    let inner = String(repeating: "  ", count: indent + 1)
    return ends.0 + "\n" + items.map { inner + $0 }.joined(separator: ",\n") + "\n"
      + String(repeating: "  ", count: indent) + ends.1
  }

  /// The string as JSON writes it, with everything that is invisible or acts on a terminal
  /// escaped: a document is looked at on terminals too.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default:
        if mustBeEscaped(scalar) {
          for unit in String(scalar).utf16 { quoted += escaped(unit) }
        } else {
          quoted.unicodeScalars.append(scalar)
        }
      }
    }
    return quoted + "\""
  }

  private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func escaped(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}
