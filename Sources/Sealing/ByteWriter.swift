/// Writes the binary layouts of the format: big-endian numbers and length-prefixed fields.
package struct ByteWriter {
  package private(set) var bytes: [UInt8] = []

  package init(reserving capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  package mutating func write(_ value: UInt8) { bytes.append(value) }

  package mutating func write(_ value: UInt32) {
    for shift in [24, 16, 8, 0] { bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(shift))) }
  }

  package mutating func write(_ value: UInt64) {
    write(UInt32(truncatingIfNeeded: value >> 32))
    write(UInt32(truncatingIfNeeded: value))
  }

  /// Appends bytes whose count the reader knows beforehand.
  package mutating func write(fixed field: some Sequence<UInt8>) { bytes.append(contentsOf: field) }

  /// Appends a field behind its length, four bytes.
  package mutating func write(_ field: some Collection<UInt8>) {
    write(UInt32(field.count))
    bytes.append(contentsOf: field)
  }

  package mutating func write(_ text: String) { write(Array(text.utf8)) }
}
