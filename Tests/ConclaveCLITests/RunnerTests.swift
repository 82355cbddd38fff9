import Testing

/// That the sessions could fail: the runner itself, on transcripts that are wrong.
struct RunnerTests {
  private func differences(_ text: String) async throws -> [String] {
    try await PlayedTranscript(Transcript(reading: text)).differences
  }

  @Test func `a session that is right has no differences`() async throws {
    let text = """
      # Two people, one folder.
      maya$ echo "$HOME"; cat > note <<END
      some words
      END
      /home/maya
      lee$ cat note; pwd; \\
      echo two >&2; false
      <words:note>
      /session
      ! two
      ? 1

      $ cat note note
      <words:note>
      <2 words:note>
      """
    #expect(try await differences(text).isEmpty)
    #expect(Transcript(reading: text).text == text)
  }

  @Test(arguments: [
    "$ echo a\nb", "$ echo a\n", "$ true\na", "$ echo a >&2\na", "$ echo a\n! a", "$ false",
    "$ true\n? 1", "$ echo a b\n<1 words>", "$ echo a; echo b\n<words:x>\n<words:x>",
    "$ echo a; echo b; echo c\na\n...\nd",
  ])
  func `a session that is wrong has one difference`(_ text: String) async throws {
    #expect(try await differences(text).count == 1)
  }

  @Test func `a difference shows what was typed, expected and printed`() async throws {
    let text = "# x\n$ echo a; echo b; echo c; false\na\nB\nc"
    #expect(
      try await differences(text) == [
        """
        2: $ echo a; echo b; echo c; false
          a
        - B
        + b
          c
        - ? 0
        + ? 1
        """
      ])
  }

  @Test func `updating keeps the placeholders of lines that agree`() async throws {
    let text = "$ echo a; echo 0123456789abcdef; echo c\n<words>\n<n>\n<words>\n"
    let updated = try await PlayedTranscript(Transcript(reading: text)).updated.text
    #expect(updated == "$ echo a; echo 0123456789abcdef; echo c\n<words>\n<id>\n<words>\n")
  }

  @Test(arguments: [
    ("a <n> b", "a 12 b", true), ("a <n> b", "a x b", false), ("<name>", "<name>", true),
    ("<~[ab]+~>!", "abba!", true), ("<~[ab]+~>!", "abc!", false), ("a.c", "abc", false),
    ("<time>", "Wed 2026-03-04 21:30 CET", true), ("<time>", "2026-03-04", false),
    ("<any>", "", true),
  ])
  func `a pattern matches what it says`(pattern: String, line: String, matches: Bool) {
    var bindings: LinePattern.Bindings = [:]
    #expect(LinePattern(text: pattern).matches(line, with: &bindings) == matches)
  }
}
