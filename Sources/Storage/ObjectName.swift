/// The name of an object: 32 bytes, written as 64 lower-case hexadecimal digits.
///
/// Whoever names objects chooses names that follow from their bytes. Storage does not check that.
package struct ObjectName: Hashable, Sendable {
  package static let byteCount = 32

  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// Takes 32 bytes as a name.
  package init(bytes: some Collection<UInt8>) {
    precondition(bytes.count == Self.byteCount, "an object's name has 32 bytes")
    var words: [UInt64] = [0, 0, 0, 0]
    for (position, byte) in bytes.enumerated() {
      words[position / 8] = words[position / 8] << 8 | UInt64(byte)
    }
    self.words = (words[0], words[1], words[2], words[3])
  }

  /// Reads exactly 64 lower-case hexadecimal digits.
  package init?(hex: String) {
    self.init(digits: hex.utf8)
  }

  /// Reads exactly 64 lower-case hexadecimal digits.
  init?(digits: some Collection<UInt8>) {
    guard digits.count == 2 * Self.byteCount else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.byteCount)
    var high: UInt8?
    for digit in digits {
      guard let value = Hex.value(of: digit) else { return nil }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    self.init(bytes: bytes)
  }

  /// The 32 bytes.
  package var bytes: [UInt8] {
    [words.0, words.1, words.2, words.3].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) }
    }
  }

  /// The 64 digits.
  package var hex: String { Hex.string(bytes) }

  /// The first byte, which says in which of an area's 256 folders the object lies.
  package var shard: UInt8 { UInt8(words.0 >> 56) }

  /// The first byte that a folder of that name stands for, or nothing when it is another folder.
  static func shard(of folderName: [UInt8]) -> UInt8? {
    guard folderName.count == 2, let high = Hex.value(of: folderName[0]),
      let low = Hex.value(of: folderName[1])
    else { return nil }
    return high << 4 | low
  }

  package static func == (left: ObjectName, right: ObjectName) -> Bool {
    left.words == right.words
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
    hasher.combine(words.2)
    hasher.combine(words.3)
  }
}

extension ObjectName: Comparable {
  package static func < (left: ObjectName, right: ObjectName) -> Bool {
    left.words < right.words
  }
}

extension ObjectName: CustomStringConvertible {
  package var description: String { hex }
}
