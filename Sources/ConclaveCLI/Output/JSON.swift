/// A value printed with `--json`.
///
/// Keys are `snake_case` and stay what they are once released. What is not known is `null`, not
/// left out.
indirect enum JSON: Hashable, Sendable {
  case object([String: JSON])
  case array([JSON])
  case string(String)
  case integer(Int)
  case bool(Bool)
  case null

  /// The string, or `null` when there is none.
  init(_ text: String?) { self = text.map(JSON.string) ?? .null }

  /// The number, or `null` when there is none.
  init(_ number: Int?) { self = number.map(JSON.integer) ?? .null }

  /// The strings, in their order.
  init(_ texts: some Sequence<String>) { self = .array(texts.map(JSON.string)) }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .string(text) }
  init(integerLiteral number: Int) { self = .integer(number) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(arrayLiteral elements: JSON...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Dictionary(elements) { _, last in last })
  }
}
