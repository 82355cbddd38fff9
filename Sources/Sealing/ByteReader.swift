/// Why bytes are not what writing a value of the format would have produced.
package enum Malformation: Error, Hashable, Sendable {
  case truncated(expected: Int, found: Int)
  case trailingBytes(Int)
  case unknownVersion(Int)
  case tooLarge(limit: Int, found: Int)
  case tooMany(limit: Int, found: Int)
  case notText
  case notCanonical
}

/// Reads the binary layouts of the format from untrusted bytes, exactly and without recursion.
///
/// A length that reaches beyond the end throws before anything is allocated for it.
package struct ByteReader {
  private let bytes: [UInt8]
  private var position: Int

  package init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  package var remaining: Int { bytes.count - position }
  package var isAtEnd: Bool { position == bytes.count }

  package mutating func take(_ count: Int) throws(Malformation) -> [UInt8] {
    guard count >= 0, count <= remaining else {
      throw .truncated(expected: count, found: remaining)
    }
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  package mutating func takeUInt8() throws(Malformation) -> UInt8 {
    guard remaining >= 1 else { throw .truncated(expected: 1, found: 0) }
    defer { position += 1 }
    return bytes[position]
  }

  package mutating func takeUInt32() throws(Malformation) -> UInt32 {
    guard remaining >= 4 else { throw .truncated(expected: 4, found: remaining) }
    var value: UInt32 = 0
    for offset in 0..<4 { value = value << 8 | UInt32(bytes[position + offset]) }
    position += 4
    return value
  }

  package mutating func takeUInt64() throws(Malformation) -> UInt64 {
    let high = try takeUInt32()
    return UInt64(high) << 32 | UInt64(try takeUInt32())
  }

  /// A length-prefixed field of at most `limit` bytes.
  package mutating func takeField(limit: Int) throws(Malformation) -> [UInt8] {
    let count = Int(try takeUInt32())
    guard count <= limit else { throw .tooLarge(limit: limit, found: count) }
    return try take(count)
  }

  package mutating func takeText(limit: Int) throws(Malformation) -> String {
    guard let text = String(validating: try takeField(limit: limit), as: UTF8.self) else {
      throw .notText
    }
    return text
  }

  package mutating func takeIdentifier<Tag>() throws(Malformation) -> Identifier<Tag> {
    guard remaining >= 32 else { throw .truncated(expected: 32, found: remaining) }
    let identifier = Identifier<Tag>(bytes, from: position)
    position += 32
    return identifier
  }

  package func expectEnd() throws(Malformation) {
    guard isAtEnd else { throw .trailingBytes(remaining) }
  }
}
