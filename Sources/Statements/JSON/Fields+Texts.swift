extension Fields {
  /// An object of texts by key, of which there is at least one.
  package mutating func takeTexts(
    _ name: String, limit: Int, fieldLimit: Int
  ) -> [String: String]? {
    guard let members = takeObject(name), 1...fieldLimit ~= members.count else { return nil }
    var texts: [String: String] = [:]
    for (key, value) in members {
      guard case .string(let text) = value, text.utf8.count <= limit else { return nil }
      texts[key] = text
    }
    return texts
  }

  /// A text that is not empty.
  package mutating func takeText(_ name: String, limit: Int) -> String? {
    takeString(name, limit: limit).flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension JSONValue {
  package static func texts(_ texts: [String: String]) -> JSONValue {
    .object(texts.mapValues(JSONValue.string))
  }
}
