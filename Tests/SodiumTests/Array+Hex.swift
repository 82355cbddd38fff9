extension [UInt8] {
  /// Reads the lower-case hexadecimal of a published vector; blanks and line ends between digits do not count.
  init(hex: String) {
    let digits = hex.utf8.filter { $0 != 0x20 && $0 != 0x0a }.map { digit in
      digit < 0x3a ? digit - 0x30 : digit - 0x61 + 10
    }
    precondition(digits.count.isMultiple(of: 2) && digits.allSatisfy { $0 < 16 }, "hexadecimal")
    self = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// 0, 1, 2, … as published vectors have it.
  static func counting(_ count: Int, from first: UInt8 = 0) -> [UInt8] {
    (0..<count).map { first &+ UInt8(truncatingIfNeeded: $0) }
  }
}
