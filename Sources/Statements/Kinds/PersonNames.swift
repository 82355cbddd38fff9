/// Adds to one person's entry what they go by, or what they look like as long as nobody knows that.
package struct PersonNames: Hashable, Sendable {
  package static let nameByteLimit = 500

  package let names: [String]
  package let aliases: [String]
  /// Addresses and handles.
  package let handles: [String]
  /// How somebody who is not identified was described.
  package let descriptions: [String]

  package init(
    names: [String], aliases: [String] = [], handles: [String] = [], descriptions: [String] = []
  ) {
    self.names = names
    self.aliases = aliases
    self.handles = handles
    self.descriptions = descriptions
  }

  /// Everything that is added, of whatever sort.
  package var all: [String] { names + aliases + handles + descriptions }

  var body: [String: JSONValue] {
    var body: [String: JSONValue] = [
      "aliases": .array(aliases.map(JSONValue.string)),
      "names": .array(names.map(JSONValue.string)),
    ]
    if !handles.isEmpty { body["handles"] = .array(handles.map(JSONValue.string)) }
    if !descriptions.isEmpty { body["descriptions"] = .array(descriptions.map(JSONValue.string)) }
    return body
  }

  init?(_ fields: inout Fields) {
    guard let names = fields.takeStrings("names", limit: PersonNames.nameByteLimit),
      let aliases = fields.takeStrings("aliases", limit: PersonNames.nameByteLimit),
      let handles = Self.takeOptional("handles", of: &fields),
      let descriptions = Self.takeOptional("descriptions", of: &fields)
    else { return nil }
    self.init(names: names, aliases: aliases, handles: handles, descriptions: descriptions)
  }

  /// The texts of a field that is left out rather than empty; nil when it is malformed.
  private static func takeOptional(_ name: String, of fields: inout Fields) -> [String]? {
    guard fields.has(name) else { return [] }
    guard let texts = fields.takeStrings(name, limit: nameByteLimit), !texts.isEmpty else {
      return nil
    }
    return texts
  }
}

/// Takes out of one person's entry what was put there by mistake.
///
/// The mistake stays in the entry's history, which its readers can open.
package struct PersonNamesRemoval: Hashable, Sendable {
  /// Names, aliases, handles and descriptions, exactly as they were written.
  package let texts: [String]

  package init(texts: [String]) { self.texts = texts }

  var body: [String: JSONValue] { ["texts": .array(texts.map(JSONValue.string))] }

  init?(_ fields: inout Fields) {
    guard let texts = fields.takeStrings("texts", limit: PersonNames.nameByteLimit) else {
      return nil
    }
    self.init(texts: texts)
  }
}
