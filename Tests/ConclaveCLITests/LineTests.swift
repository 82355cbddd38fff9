import Defences
import SystemPackage
import Testing

@testable import ConclaveCLI

struct LineTests {
  @Test(arguments: [
    ("\u{1B}[2Jgone", "a \u{FFFD}gone b"), ("\u{202E}x", "a \u{FFFD}x b"), ("x\r\ny", "a x↵y b"),
    ("plain é", "a plain é b"),
  ])
  func `what is interpolated cannot act on a terminal`(text: String, shown: String) {
    let line: Line = "a \(text) b"
    #expect(line.text == shown)
    let path: Line = "a \(FilePath(text)) b"
    #expect(path.text == shown)
    // Control: it reaches the terminal as it was written.
    Defence.$missing.withValue([.visibleText]) {
      let line: Line = "a \(text) b"
      #expect(line.text == "a \(text) b")
    }
  }

  @Test func `a line within a line is taken as it is`() {
    let inner: Line = "\("é\u{1B}")"
    let line: Line = "<\(inner)>"
    #expect(line.text == "<é\u{FFFD}>")
  }

  @Test func `a block keeps its lines and nothing else`() {
    #expect(Line.block("a\u{7}\nb", indent: 2) == ["  \("a\u{7}")", "  b"])
    let unchecked = Defence.$missing.withValue([.visibleText]) { Line.block("a\u{7}\nb") }
    #expect(unchecked.map(\.text) == ["a\u{7}", "b"])
  }

  @Test(arguments: [("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("👍", 2), ("", 0)])
  func `width counts columns`(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test func `a cut line ends in an ellipsis and fits`() {
    let line: Line = "\("日本語の行")"
    #expect(line.truncated(to: 6).text == "日本…")
    #expect(line.truncated(to: 10).text == "日本語の行")
  }
}
