import Forging
import Testing

@testable import Casework

@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("plain text", "plain text"),
    ("\u{1B}[31mred\u{1B}[0m", "\u{FFFD}red\u{FFFD}"),
    ("\u{1B}[2J\u{1B}[1;1Hgone", "\u{FFFD}\u{FFFD}gone"),
    ("\u{9B}31mred", "\u{FFFD}red"),
    ("\u{1B}]0;title\u{7}x", "\u{FFFD}x"),
    ("\u{1B}]8;;http://example.org\u{1B}\\link\u{1B}]8;;\u{1B}\\", "\u{FFFD}link\u{FFFD}"),
    ("\u{1B}]52;c;YWJj\u{9C}x", "\u{FFFD}x"),
    ("\u{9D}0;title\u{9C}x", "\u{FFFD}x"),
    ("\u{1B}P1$r0m\u{1B}\\x", "\u{FFFD}x"), ("\u{90}q\u{9C}x", "\u{FFFD}x"),
    ("\u{1B}_apc\u{1B}\\x", "\u{FFFD}x"), ("\u{1B}^pm\u{1B}\\x", "\u{FFFD}x"),
    ("\u{1B}Xsos\u{1B}\\x", "\u{FFFD}x"),
    ("\u{1B}cx", "\u{FFFD}x"), ("\u{1B}(0x", "\u{FFFD}x"), ("\u{1B}#8x", "\u{FFFD}x"),
    ("x\u{1B}", "x\u{FFFD}"), ("x\u{1B}[", "x\u{FFFD}["),
    ("\u{1B}\u{1B}[31mx", "\u{FFFD}\u{FFFD}x"),
    // What does not end is shown, not swallowed.
    ("\u{1B}]0;never ends", "\u{FFFD}]0;never ends"),
    ("\u{1B}]0;a\nthe rest\u{7}", "\u{FFFD}]0;a↵the rest\u{FFFD}"),
    ("\u{1B}[31;\u{1B}[0mx", "\u{FFFD}[31;\u{FFFD}x"),
    ("a\u{0}b\u{8}\u{8}c\u{7F}d\u{84}", "a\u{FFFD}b\u{FFFD}\u{FFFD}c\u{FFFD}d\u{FFFD}"),
    ("pay\rsafe", "pay↵safe"), ("a\r\nb", "a↵b"), ("a\n\rb", "a↵↵b"), ("a\u{85}b", "a↵b"),
    ("a\u{2028}b\u{2029}c", "a↵b↵c"), ("a\u{B}b\u{C}c", "a↵b↵c"), ("a\tb", "a b"),
    ("abc\u{202E}fed\u{202C}", "abc\u{FFFD}fed\u{FFFD}"),
    ("\u{2066}x\u{2069}", "\u{FFFD}x\u{FFFD}"),
    ("a\u{200E}b\u{200F}c\u{61C}d", "abcd"),
    ("a\u{200B}b\u{200C}c\u{200D}d\u{2060}e\u{FEFF}f\u{AD}g\u{34F}h", "abcdefgh"),
    ("a\u{E0001}\u{E0041}\u{E007F}b", "ab"), ("\u{2764}\u{FE0F}", "\u{2764}"),
    ("a" + String(repeating: "\u{FE0F}", count: 1000), "a"),
    ("e" + String(repeating: "\u{301}", count: 100_000), "e\u{301}\u{301}\u{301}\u{301}"),
    ("\u{301}x", "\u{25CC}\u{301}x"), ("a\n\u{301}", "a↵\u{25CC}\u{301}"),
    ("a\u{301}\u{200D}\u{301}\u{301}\u{200D}\u{301}\u{301}", "a\u{301}\u{301}\u{301}\u{301}"),
    (
      "\u{1112}" + String(repeating: "\u{1161}", count: 50),
      "\u{1112}\u{1161}\u{1161}\u{1161}\u{1161}"
    ),
    ("a\u{FFF9}b\u{FFFB}", "a\u{FFFD}b\u{FFFD}"), ("a\u{FFFE}b\u{1FFFF}", "a\u{FFFD}b\u{FFFD}"),
    ("", ""),
  ])
  func `what acts on a terminal is shown as removed, what is invisible is left out`(
    _ text: String, _ line: String
  ) {
    #expect(Array(VisibleText.line(text).unicodeScalars) == Array(line.unicodeScalars))
  }

  @Test(arguments: [
    "Sam Dóe", "Nguyễn Thị Ánh", "Do\u{301}e", "مرحبا بالعالم", "مُحَمَّد", "שָׁלוֹם עולם", "प्रिया शर्मा",
    "क्ष्म्य", "ภาษาไทย ที่นี่", "မြန်မာ", "བོད་ཡིག", "தமிழ்", "한국어", "日本語 テキスト", "中文", "Ελληνικά",
    "🦉 🇪🇺 👍🏽", "a = b + c; \"quoted\" 'it' <b> $x `y` \\z", "→ ≤ €", "ligne 1 ↵",
  ])
  func `ordinary text of any script stays as it is`(_ text: String) {
    #expect(Array(VisibleText.line(text).unicodeScalars) == Array(text.unicodeScalars))
    #expect(Array(VisibleText.lines(text).unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test func `an emoji may lose its joiner`() {
    #expect(VisibleText.line("👩\u{200D}💻") == "👩💻")
  }

  @Test func `text of several lines keeps its line ends and tabs, and nothing else that acts`() {
    #expect(
      VisibleText.lines("a\r\nb\rc\u{2028}d\n\n\te\u{1B}[31m") == "a\nb\nc\nd\n\n\te\u{FFFD}")
  }

  /// Scalars that must never reach a terminal, and what is dangerous only beside others.
  static let alphabet: [Unicode.Scalar] = [
    "\u{1B}", "\u{9B}", "\u{9D}", "\u{90}", "\u{9C}", "\u{7}", "\\", "[", "]", "P", "_", "3", ";",
    "m", "\n", "\r", "\t", "\u{85}", "\u{2028}", "\u{202E}", "\u{2066}", "\u{200D}", "\u{FE0F}",
    "\u{E0041}", "\u{301}", "\u{5B0}", "\u{1161}", "a", "é", "ש", "م", "😀", "\u{0}", "\u{18}", " ",
    "\u{FFFD}", "\u{25CC}", "↵",
  ]

  @Test func `nothing dangerous passes, whatever stands beside it, and once is enough`() {
    var generator = SeededGenerator(seed: 3)
    var dangerous = 0
    for _ in 0..<5000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        if let scalar = Self.alphabet.randomElement(using: &generator) { text.append(scalar) }
      }
      if Self.dangers(in: String(text)) != [] { dangerous += 1 }
      let line = VisibleText.line(String(text))
      let lines = VisibleText.lines(String(text))
      #expect(Self.dangers(in: line) == [] && !line.unicodeScalars.contains { $0 == "\n" })
      #expect(Self.dangers(in: lines) == [])
      #expect(VisibleText.line(line).unicodeScalars.elementsEqual(line.unicodeScalars))
      #expect(VisibleText.lines(lines).unicodeScalars.elementsEqual(lines.unicodeScalars))
    }
    // The control: as it is written, most of it acts on a terminal, and the check below sees it.
    #expect(dangerous > 4000)
    #expect(Self.dangers(in: "\u{1B}a\u{9B}\u{202E}\u{200D}\r").count == 5)
    #expect(Self.dangers(in: "a\u{301}\u{301}\u{301}\u{301}\u{301}").count == 1)
    #expect(Self.dangers(in: "\u{301}").count == 1)
  }

  @Test func `every single scalar is either ordinary or gone`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let line = VisibleText.line("a\(scalar)")
      if !Self.dangers(in: line).isEmpty { Issue.record("U+\(String(value, radix: 16))") }
    }
  }

  @Test func `the work is proportional to the text`() {
    let clock = ContinuousClock()
    func time(_ text: String) -> Duration { clock.measure { _ = VisibleText.lines(text) } }
    let plain = time(String(repeating: "ab", count: 200_000))
    for unit in ["\u{1B}]", "\u{9D}x", "\u{1B}[3", "\u{1B}P\u{1B}", "\u{90}", "e\u{301}"] {
      #expect(time(String(repeating: unit, count: 200_000)) < plain * 20 + .milliseconds(500))
    }
  }

  /// What in `text` could act on a terminal, found in another way than the code finds it.
  static func dangers(in text: String) -> [Unicode.Scalar] {
    var dangers: [Unicode.Scalar] = []
    var marks = 0
    var hasBase = false
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      switch properties.generalCategory {
      case .control where scalar != "\n" && scalar != "\t": dangers.append(scalar)
      case .lineSeparator, .paragraphSeparator: dangers.append(scalar)
      case .nonspacingMark, .enclosingMark, .spacingMark:
        marks += 1
        if marks > 4 || !hasBase { dangers.append(scalar) }
      default:
        (marks, hasBase) = (0, scalar != "\n" && scalar != "\t")
        if properties.isBidiControl || properties.isDefaultIgnorableCodePoint
          || properties.isNoncharacterCodePoint
        {
          dangers.append(scalar)
        }
      }
    }
    return dangers
  }
}
