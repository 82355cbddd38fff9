/// A name for a file that came from somebody else: of a mail, a chat export, another machine.
///
/// It is one name and no path, says on every system what it is, hides nothing and begins no option of
/// a command. What was taken out is gone: the name as it was given stays where it was stated.
package struct SafeFileName: Hashable, Sendable, CustomStringConvertible {
  /// How many bytes of UTF-8 a name has at most.
  package static let byteLimit = 200
  private static let extensionByteLimit = 20
  private static let nothing = "attachment"

  package let text: String

  package var description: String { text }

  /// The nearest name that is safe to `name`, which may be anything.
  package init(_ name: String) {
    // By scalars: with a combining mark behind it a slash is another character, and a slash still.
    let parts = name.unicodeScalars.split { $0 == "/" || $0 == "\\" }
    var kept = String.UnicodeScalarView()
    for scalar in parts.last ?? "".unicodeScalars[...] where !SafeFileName.isHidden(scalar) {
      kept.append(SafeFileName.reserved.contains(scalar) ? "_" : scalar)
    }
    var text = SafeFileName.trimmed(String(kept))
    if SafeFileName.isDevice(text) { text = "_" + text }
    self.text = SafeFileName.shortened(text.isEmpty ? SafeFileName.nothing : text)
  }

  /// What acts on a terminal, turns the writing round or is not seen at all.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// What Windows or a drive letter's colon would make something else of.
  private static let reserved: Set<Unicode.Scalar> = ["<", ">", ":", "\"", "|", "?", "*"]

  private static func trimmed(_ text: String) -> String {
    var rest = text.unicodeScalars[...]
    while let first = rest.first, isNoBeginning(first) {
      rest.removeFirst()
    }
    while let last = rest.last, last == "." || isBlank(last) { rest.removeLast() }
    return String(rest)
  }

  /// What hides a file, begins an option, means a home folder, is not seen, or hangs on a letter that
  /// is not there.
  private static func isNoBeginning(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: scalar == "." || scalar == "-" || scalar == "~" || isBlank(scalar)
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace
  }

  /// Names that stand for devices on Windows, whatever extension they have.
  private static func isDevice(_ text: String) -> Bool {
    let stem = text.prefix { $0 != "." }.uppercased()
    if ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(stem) { return true }
    guard stem.hasPrefix("COM") || stem.hasPrefix("LPT"), stem.count == 4 else { return false }
    return stem.last.map { "0123456789¹²³".contains($0) } ?? false
  }

  /// The name within its limit, its extension kept.
  private static func shortened(_ text: String) -> String {
    guard text.utf8.count > byteLimit else { return text }
    let (stem, end) = parts(of: text)
    return trimmed(cut(stem, to: byteLimit - end.utf8.count)) + end
  }

  /// The name without its extension, and the extension with its dot.
  private static func parts(of text: String) -> (stem: String, end: String) {
    guard let dot = text.lastIndex(of: "."), dot != text.startIndex,
      text[dot...].utf8.count <= extensionByteLimit
    else { return (text, "") }
    return (String(text[..<dot]), String(text[dot...]))
  }

  /// The beginning of `text`, of whole characters, in at most `byteCount` bytes.
  private static func cut(_ text: String, to byteCount: Int) -> String {
    var kept = ""
    var count = 0
    for scalar in text.unicodeScalars {
      count += UTF8.width(scalar)
      guard count <= byteCount else { break }
      kept.unicodeScalars.append(scalar)
    }
    return kept
  }
}
