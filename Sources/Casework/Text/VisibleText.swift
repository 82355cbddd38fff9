/// Text that was read from a vault, made harmless on a terminal.
///
/// What acts on a terminal becomes U+FFFD, one for each control character, whole escape sequence or
/// bidirectional override, so that a reader sees that something stood there. What is merely invisible
/// (zero-width characters, joiners, variation selectors, tags) is left out. A letter keeps at most
/// four combining marks. Every line end counts as one, also a carriage return, so nothing is
/// overwritten. Ordinary text of any script stays readable; an emoji may lose its joiner.
///
/// It does not detect letters that look like others, and right-to-left letters still run to the
/// left. Applying it twice changes nothing more.
package enum VisibleText {
  /// `text` on one line: line ends become `↵`, tabs blanks.
  package static func line(_ text: String) -> String { rendered(text, lineEnd: "↵", tab: " ") }

  /// `text` with its line ends, each written as a line feed, and its tabs.
  package static func lines(_ text: String) -> String { rendered(text, lineEnd: "\n", tab: "\t") }

  /// The most combining marks that a letter keeps.
  static let maximumMarks = 4

  private static let removed: Unicode.Scalar = "\u{FFFD}"
  /// What a mark stands on that has no letter before it, as in character tables.
  private static let dottedCircle: Unicode.Scalar = "\u{25CC}"

  private static func rendered(
    _ text: String, lineEnd: Unicode.Scalar, tab: Unicode.Scalar
  ) -> String {
    let scalars = Array(text.unicodeScalars)
    var output = String.UnicodeScalarView()
    var marks = 0
    var hasBase = false
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      switch VisibleTextClass(scalar) {
      case .ordinary:
        output.append(scalar)
        (marks, hasBase) = (0, true)
      case .mark:
        if !hasBase {
          output.append(dottedCircle)
          (marks, hasBase) = (0, true)
        }
        if marks < maximumMarks { output.append(scalar) }
        marks = min(marks + 1, maximumMarks)
      case .lineEnd:
        if scalar == "\r", index < scalars.count, scalars[index] == "\n" { index += 1 }
        output.append(lineEnd)
        (marks, hasBase) = (0, false)
      case .tab:
        output.append(tab)
        (marks, hasBase) = (0, false)
      case .introducer:
        index = EscapeSequence.end(in: scalars, introducedAt: index - 1)
        output.append(removed)
        (marks, hasBase) = (0, true)
      case .acting:
        output.append(removed)
        (marks, hasBase) = (0, true)
      case .invisible:
        break
      }
    }
    return String(output)
  }
}

/// What a scalar does on a terminal.
private enum VisibleTextClass {
  case ordinary, mark, lineEnd, tab, introducer, acting, invisible

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09: self = .tab
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: self = .lineEnd
    // ESC, and the C1 controls that begin sequences: DCS, SOS, CSI, OSC, PM, APC.
    case 0x1B, 0x90, 0x98, 0x9B, 0x9D, 0x9E, 0x9F: self = .introducer
    case 0x00...0x1F, 0x7F...0x9F: self = .acting
    case 0x20...0x7E: self = .ordinary
    // Bidirectional embeddings, overrides and isolates; the marks 061C, 200E and 200F are invisible.
    case 0x202A...0x202E, 0x2066...0x2069: self = .acting
    // Interlinear annotation.
    case 0xFFF9...0xFFFB: self = .acting
    // Vowels and finals of Hangul written in parts take no room of their own.
    case 0x1161...0x11FF, 0xD7B0...0xD7FF: self = .mark
    // Characters that are none; U+FFFE would turn the byte order.
    case let value where value & 0xFFFE == 0xFFFE || 0xFDD0...0xFDEF ~= value: self = .acting
    default:
      let properties = scalar.properties
      guard !properties.isDefaultIgnorableCodePoint else {
        self = .invisible
        return
      }
      switch properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
      default: self = .ordinary
      }
    }
  }
}
