import Testing

@testable import ConclaveCLI

struct JSONTests {
  @Test func `keys are written in ascending order, on one line or indented`() {
    let value: JSON = ["b": [1, true, .null], "a": "x", "c": [:]]
    #expect(value.line == #"{"a": "x", "b": [1, true, null], "c": {}}"#)
    #expect(
      value.document == """
        {
          "a": "x",
          "b": [
            1,
            true,
            null
          ],
          "c": {}
        }
        """)
  }

  @Test(arguments: [
    ("\u{1B}[2J", #""\u001b[2J""#), ("\u{202E}abc", #""\u202eabc""#), ("\u{9B}", #""\u009b""#),
    ("a\u{200B}b", #""a\u200bb""#), ("\u{E0041}", #""\udb40\udc41""#),
    ("é \" \\ \n", #""é \" \\ \n""#),
  ])
  func `what acts on a terminal is escaped and ordinary text is not`(text: String, written: String)
  {
    #expect(JSON.string(text).line == written)
  }
}
