package import Sealing

/// Takes the fields of an object one by one; what is left over was not known.
package struct Fields {
  private var members: [String: JSONValue]

  package init(_ members: [String: JSONValue]) { self.members = members }

  package var isEmpty: Bool { members.isEmpty }

  package mutating func takeString(_ name: String, limit: Int = JSONValue.byteLimit) -> String? {
    guard case .string(let text)? = members.removeValue(forKey: name), text.utf8.count <= limit
    else { return nil }
    return text
  }

  package mutating func takeInteger(_ name: String) -> Int64? {
    guard case .integer(let number)? = members.removeValue(forKey: name) else { return nil }
    return number
  }

  package mutating func takeBoolean(_ name: String) -> Bool? {
    guard case .boolean(let value)? = members.removeValue(forKey: name) else { return nil }
    return value
  }

  package mutating func takeObject(_ name: String) -> [String: JSONValue]? {
    guard case .object(let members)? = members.removeValue(forKey: name) else { return nil }
    return members
  }

  package mutating func takeArray(_ name: String) -> [JSONValue]? {
    guard case .array(let elements)? = members.removeValue(forKey: name) else { return nil }
    return elements
  }

  package mutating func takeBytes(_ name: String) -> [UInt8]? {
    takeString(name).flatMap { [UInt8](lowercaseHex: $0) }
  }

  package mutating func takeID<Tag>(_ name: String) -> Identifier<Tag>? {
    takeString(name, limit: 64).flatMap { Identifier<Tag>(hex: $0) }
  }

  /// An id or the empty string: the outer optional says whether the field was well formed.
  package mutating func takeOptionalID<Tag>(_ name: String) -> Identifier<Tag>?? {
    guard let text = takeString(name, limit: 64) else { return nil }
    guard !text.isEmpty else { return .some(nil) }
    return Identifier<Tag>(hex: text).map { .some($0) }
  }

  /// Ids in ascending order, none twice.
  package mutating func takeIDs<Tag>(_ name: String) -> [Identifier<Tag>]? {
    guard let elements = takeArray(name) else { return nil }
    var ids: [Identifier<Tag>] = []
    for element in elements {
      guard case .string(let text) = element, let id = Identifier<Tag>(hex: text) else {
        return nil
      }
      if let last = ids.last, last >= id { return nil }
      ids.append(id)
    }
    return ids
  }

  package mutating func takeStrings(_ name: String, limit: Int) -> [String]? {
    guard let elements = takeArray(name) else { return nil }
    var texts: [String] = []
    for element in elements {
      guard case .string(let text) = element, text.utf8.count <= limit else { return nil }
      texts.append(text)
    }
    return texts
  }

  package var hasMore: Bool { !members.isEmpty }
  package func has(_ name: String) -> Bool { members[name] != nil }
}

extension JSONValue {
  package static func id<Tag>(_ id: Identifier<Tag>) -> JSONValue { .string(id.hex) }

  /// A set of ids, sorted as the format asks.
  package static func ids<Tag>(_ ids: some Sequence<Identifier<Tag>>) -> JSONValue {
    .array(Set(ids).sorted().map { .string($0.hex) })
  }
}
