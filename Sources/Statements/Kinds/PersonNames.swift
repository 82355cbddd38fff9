/// Adds names to one person's entry: real names, aliases, handles and addresses.
package struct PersonNames: Hashable, Sendable {
  package static let nameByteLimit = 500

  package let names: [String]
  package let aliases: [String]

  package init(names: [String], aliases: [String]) {
    self.names = names
    self.aliases = aliases
  }

  var body: [String: JSONValue] {
    [
      "aliases": .array(aliases.map(JSONValue.string)),
      "names": .array(names.map(JSONValue.string)),
    ]
  }

  init?(_ fields: inout Fields) {
    guard let names = fields.takeStrings("names", limit: PersonNames.nameByteLimit),
      let aliases = fields.takeStrings("aliases", limit: PersonNames.nameByteLimit)
    else { return nil }
    self.init(names: names, aliases: aliases)
  }
}
