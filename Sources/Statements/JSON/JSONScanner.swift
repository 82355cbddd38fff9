import Defences
import Sealing

/// Why bytes are not canonical JSON.
package enum JSONError: Error, Hashable, Sendable {
  case tooLarge(Int)
  case tooDeep
  case truncated
  case trailingBytes(Int)
  case unexpected(byte: UInt8, at: Int)
  case notUTF8(at: Int)
  case badNumber(at: Int)
  case badEscape(at: Int)
  case badKey(at: Int)
  /// Keys not in ascending order, or one twice.
  case keysOutOfOrder(at: Int)
}

extension JSONValue {
  /// Reads a value, accepting only the bytes that `encoded()` would produce for it.
  ///
  /// Decoders of typed values accept `1.0`, `-0`, repeated and unknown keys, and comparing strings
  /// ignores how accents are composed; this scanner looks at bytes and accepts none of it.
  package init(scanning bytes: [UInt8]) throws(JSONError) {
    guard bytes.count <= JSONValue.byteLimit else { throw .tooLarge(bytes.count) }
    var scanner = JSONScanner(bytes: bytes)
    self = try scanner.value(depth: 0)
    guard scanner.position == bytes.count else {
      throw .trailingBytes(bytes.count - scanner.position)
    }
  }
}

/// Goes once over the bytes of one value.
struct JSONScanner {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    guard depth <= JSONValue.depthLimit else { throw .tooDeep }
    switch try peek() {
    case UInt8(ascii: "{"): return .object(try object(depth: depth))
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"):
      try expect("true")
      return .boolean(true)
    case UInt8(ascii: "f"):
      try expect("false")
      return .boolean(false)
    default: return .integer(try integer())
    }
  }

  private func peek() throws(JSONError) -> UInt8 {
    guard position < bytes.count else { throw .truncated }
    return bytes[position]
  }

  private mutating func expect(_ literal: String) throws(JSONError) {
    for byte in literal.utf8 {
      let found = try peek()
      guard found == byte else { throw .unexpected(byte: found, at: position) }
      position += 1
    }
  }

  /// Passes over `separator` and returns true, or over `end` and returns false.
  private mutating func goesOn(until end: UInt8) throws(JSONError) -> Bool {
    let found = try peek()
    guard found == UInt8(ascii: ",") || found == end else {
      throw .unexpected(byte: found, at: position)
    }
    position += 1
    return found != end
  }

  private mutating func object(depth: Int) throws(JSONError) -> [String: JSONValue] {
    position += 1
    var members: [String: JSONValue] = [:]
    var last: [UInt8] = []
    if try peek() == UInt8(ascii: "}") {
      position += 1
      return members
    }
    repeat {
      let start = position
      let key = try string()
      let raw = Array(key.utf8)
      guard (1...32).contains(raw.count), raw.allSatisfy(JSONScanner.isKeyByte) else {
        throw .badKey(at: start)
      }
      guard last.lexicographicallyPrecedes(raw) || !Defence.canonicalJSON.stands else {
        throw .keysOutOfOrder(at: start)
      }
      last = raw
      try expect(":")
      members[key] = try value(depth: depth + 1)
    } while try goesOn(until: UInt8(ascii: "}"))
    return members
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
    position += 1
    var elements: [JSONValue] = []
    if try peek() == UInt8(ascii: "]") {
      position += 1
      return elements
    }
    repeat {
      elements.append(try value(depth: depth + 1))
    } while try goesOn(until: UInt8(ascii: "]"))
    return elements
  }

  private mutating func integer() throws(JSONError) -> Int64 {
    let start = position
    var isNegative = false
    if try peek() == UInt8(ascii: "-") {
      isNegative = true
      position += 1
    }
    let first = try peek()
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
      throw isNegative ? .badNumber(at: start) : .unexpected(byte: first, at: start)
    }
    var number: Int64 = 0
    var digits = 0
    while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position])
    {
      number = number * 10 + Int64(bytes[position] - UInt8(ascii: "0"))
      digits += 1
      position += 1
      guard number < JSONValue.integerLimit else { throw .badNumber(at: start) }
    }
    let isPadded = first == UInt8(ascii: "0") && digits > 1
    let isNegativeZero = isNegative && number == 0
    guard !isPadded, !isNegativeZero else { throw .badNumber(at: start) }
    return isNegative ? -number : number
  }

  private mutating func string() throws(JSONError) -> String {
    let opening = try peek()
    guard opening == UInt8(ascii: "\"") else { throw .unexpected(byte: opening, at: position) }
    position += 1
    let start = position
    var text: [UInt8] = []
    while true {
      let byte = try peek()
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          throw .notUTF8(at: start)
        }
        // A byte order mark at the start of the whole text cannot occur: a value begins it.
        return string
      case UInt8(ascii: "\\"): text.append(try escaped())
      case 0..<0x20: throw .unexpected(byte: byte, at: position - 1)
      default: text.append(byte)
      }
    }
  }

  private mutating func escaped() throws(JSONError) -> UInt8 {
    let start = position - 1
    let byte = try peek()
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "u"):
      guard position + 4 <= bytes.count else { throw .truncated }
      let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
      // Only controls that have no short form are written this way, in lower case.
      guard digits.utf8.count == 4, let value = UInt8(digits, radix: 16), value < 0x20,
        digits == digits.lowercased(), digits.hasPrefix("00"),
        ![0x08, 0x09, 0x0A, 0x0C, 0x0D].contains(value)
      else { throw .badEscape(at: start) }
      position += 4
      return value
    default: throw .badEscape(at: start)
    }
  }
}
