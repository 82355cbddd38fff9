import Casework
import Defences
import SystemPackage

/// One line for people.
///
/// What stands in the source is taken as it is; everything interpolated is made visible first, so
/// that no text read from a vault, a file or the command line can act on a terminal or begin a line
/// of its own. There is no way to make a line that skips this.
struct Line: Hashable, Sendable, ExpressibleByStringInterpolation {
  let text: String

  private init(visible text: String) { self.text = text }

  init(stringLiteral literal: StaticString) { text = literal.description }

  init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  /// Takes the program's own words and values apart.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: StaticString) { text += literal.description }

    mutating func appendInterpolation(_ line: Line) { text += line.text }

    mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      text += Line.harmless(value.description)
    }

    /// A path as people type it, without the quotation marks of its description.
    mutating func appendInterpolation(_ path: FilePath) {
      text += Line.harmless(path.string)
    }
  }

  /// Text from outside on one line, with nothing left in it that acts on a terminal.
  private static func harmless(_ text: String) -> String {
    Defence.visibleText.stands ? VisibleText.line(text) : text
  }

  /// Text of several lines, each visible, `indent` blanks before it.
  static func block(_ text: String, indent: Int = 0) -> [Line] {
    let blanks = String(repeating: " ", count: indent)
    let visible = Defence.visibleText.stands ? VisibleText.lines(text) : text
    return visible.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Line(visible: blanks + $0) }
  }

  /// The lines one after another, `separator` between them.
  static func joined(_ lines: [Line], separator: Line) -> Line {
    Line(visible: lines.map(\.text).joined(separator: separator.text))
  }

  /// How many columns the line takes on a terminal.
  var width: Int { DisplayWidth.of(text) }

  /// The line with blanks after it up to `columns`.
  func padded(to columns: Int) -> Line {
    Line(visible: text + String(repeating: " ", count: max(0, columns - width)))
  }

  /// The line cut to `columns`, its end then being `…`.
  func truncated(to columns: Int) -> Line {
    guard width > columns else { return self }
    var kept = ""
    var used = 0
    for character in text {
      let next = DisplayWidth.of(character)
      guard used + next < columns else { break }
      kept.append(character)
      used += next
    }
    return Line(visible: columns > 0 ? kept + "…" : "")
  }

  /// The line without blanks at its end.
  var trimmed: Line {
    let end = text.lastIndex { $0 != " " }.map(text.index(after:)) ?? text.startIndex
    return Line(visible: String(text[..<end]))
  }
}
