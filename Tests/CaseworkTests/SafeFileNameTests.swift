import Casework
import Testing

/// Names that came from somebody else, as they may stand on a disk.
struct SafeFileNameTests {
  @Test(arguments: [
    ("scan.pdf", "scan.pdf"), ("Zeugnis Müller.docx", "Zeugnis Müller.docx"),
    ("../../etc/passwd", "passwd"), ("/etc/passwd", "passwd"),
    ("C:\\Windows\\evil.exe", "evil.exe"),
    ("C:evil.exe", "C_evil.exe"), ("..", "attachment"), (".", "attachment"), ("", "attachment"),
    ("/", "attachment"), ("a/", "a"), ("nul\u{0}byte.txt", "nulbyte.txt"),
    ("two\nlines\r.txt", "twolines.txt"), ("\u{1B}[31mred.txt", "[31mred.txt"), ("-rf", "rf"),
    ("--help.txt", "help.txt"), (".bashrc", "bashrc"), ("...", "attachment"), ("~root", "root"),
    ("gpj.\u{202E}exe", "gpj.exe"), ("zero\u{200B}width\u{FEFF}.txt", "zerowidth.txt"),
    ("CON", "_CON"), ("nul.txt", "_nul.txt"), ("com1.log", "_com1.log"),
    ("common.log", "common.log"),
    ("ends with dot.", "ends with dot"), ("blank . ", "blank"), ("  lead.txt", "lead.txt"),
    ("what?*<>|\".txt", "what______.txt"), ("\u{7F}\u{85}.txt", "txt"),
  ])
  func `a name is made safe`(name: String, safe: String) {
    #expect(SafeFileName(name).text == safe)
    // What is safe stays as it is.
    #expect(SafeFileName(safe).text == safe)
  }

  @Test(arguments: [200, 201, 300, 5_000])
  func `a long name is cut to 200 bytes and keeps its extension`(count: Int) {
    for letter in ["n", "ü", "🙂"] {
      let safe = SafeFileName(String(repeating: letter, count: count) + ".pdf").text
      #expect(safe.utf8.count <= 200 && safe.hasSuffix(".pdf") && safe.hasPrefix(letter))
    }
    let dots = SafeFileName("a" + String(repeating: ".", count: count)).text
    #expect(dots == "a")
    // What is no extension is not kept.
    #expect(SafeFileName("a." + String(repeating: "b", count: count)).text.utf8.count <= 200)
  }

  @Test func `whatever a name holds, what comes out is one visible name that begins no option`() {
    var generator = SystemRandomNumberGenerator()
    let scalars: [Unicode.Scalar] = [
      "/", "\\", ".", "-", "~", " ", "\u{0}", "\u{1B}", "\u{202E}", "\u{2066}", "\u{200D}",
      "\u{FEFF}",
      "\u{FE0F}", "\u{E000}", "\u{2028}", "a", "é", "🙂", "\u{0301}", ":", "*",
    ]
    for _ in 0..<5_000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        if let scalar = scalars.randomElement(using: &generator) { view.append(scalar) }
      }
      let safe = SafeFileName(String(view)).text
      #expect(!safe.isEmpty && safe.utf8.count <= 200)
      #expect(!safe.unicodeScalars.contains { $0 == "/" || $0 == "\\" || $0.value < 0x20 })
      #expect(!safe.unicodeScalars.contains { $0.properties.isDefaultIgnorableCodePoint })
      #expect(safe.unicodeScalars.first.map { "-.~ ".unicodeScalars.contains($0) } == false)
      #expect(safe.unicodeScalars.last != "." && safe.unicodeScalars.last != " ")
      #expect(VisibleText.line(safe) == safe, "\(safe.unicodeScalars.map(\.value))")
    }
  }

  @Test func `a type is guessed from the extension and from nothing else`() {
    #expect(MediaType.guessed(from: "a.PDF") == "application/pdf")
    #expect(MediaType.guessed(from: "archive.tar.unknown") == "")
    #expect(MediaType.guessed(from: "pdf") == "")
  }
}
