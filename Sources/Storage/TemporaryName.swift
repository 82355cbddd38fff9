import POSIX

/// The names of files that are not objects yet, or were in the way of one.
enum TemporaryName {
  private static let unfinished = Array(".new-".utf8)
  private static let aside = Array(".aside-".utf8)
  private static let digitCount = 16

  /// A name for a file that is being written.
  static func forNewFile() -> FileName { random(after: unfinished) }

  /// A name for something that lay where an object has to be written.
  static func forSetAside() -> FileName { random(after: aside) }

  /// Whether a file of that name was being written.
  static func isUnfinished(_ name: [UInt8]) -> Bool { matches(name, prefix: unfinished) }

  /// Whether something of that name was in the way.
  static func isSetAside(_ name: [UInt8]) -> Bool { matches(name, prefix: aside) }

  private static func random(after prefix: [UInt8]) -> FileName {
    let bytes = (0..<digitCount / 2).map { _ in UInt8.random(in: 0...255) }
    guard let name = FileName(bytes: prefix + Array(Hex.string(bytes).utf8)) else {
      preconditionFailure("digits after a prefix are a file name")
    }
    return name
  }

  private static func matches(_ name: [UInt8], prefix: [UInt8]) -> Bool {
    name.count == prefix.count + digitCount && name.starts(with: prefix)
      && name.dropFirst(prefix.count).allSatisfy { Hex.value(of: $0) != nil }
  }
}
