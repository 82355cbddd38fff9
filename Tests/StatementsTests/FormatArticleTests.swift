import Casework
import FoundationEssentials
import Sealing
import Statements
import Testing

/// The format article says what the code does: the same labels, kinds and words.
@Suite struct FormatArticleTests {
  private static func text(of file: String) throws -> String {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return try String(contentsOf: URL(filePath: "/\(root)/\(file)"), encoding: .utf8)
  }

  private func section(_ title: String) throws -> Substring {
    let text = try Self.text(of: "Sources/Vault/Vault.docc/Format.md")
    let start = try #require(text.firstRange(of: "\n## \(title)\n"))
    let rest = text[start.upperBound...]
    return rest[..<(rest.firstRange(of: "\n## ")?.lowerBound ?? rest.endIndex)]
  }

  /// The first cells of a section's tables, without the mark of code.
  private func firstCells(_ section: Substring) -> [String] {
    section.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { line in
      line.dropFirst(2).split(separator: "|")[0]
        .filter { $0 != "`" && $0 != " " }
    }
  }

  /// What stands in quotation marks after `prefix` in a source file.
  private func words(after prefix: String, in file: String) throws -> Set<String> {
    Set(
      try Self.text(of: file).split(separator: "\n").compactMap { line in
        guard let start = line.firstRange(of: prefix + "\"") else { return nil }
        return line[start.upperBound...].split(separator: "\"").first.map(String.init)
      })
  }

  @Test func `the labels are exactly those of the article`() throws {
    #expect(
      firstCells(try section("Labels")) == ["label"] + Label.allCases.map(\.rawValue).sorted())
  }

  @Test func `the sealed kinds are exactly those of the article`() throws {
    let lines = try section("Seal").split(separator: "\n").filter { $0.hasPrefix("| ") }
    let kinds = SealedKind.allCases.map { "| \($0.rawValue) | \($0) |" }
    #expect(lines.map(String.init) == ["| kind | sealed |"] + kinds)
  }

  @Test func `the statement kinds and roster changes are exactly those of the article`() throws {
    let cells = firstCells(try section("Statement kinds"))
    let kinds = try words(
      after: "      case ", in: "Sources/Statements/StatementContent.swift")
    let changes = try words(after: "    case ", in: "Sources/Statements/Roster/RosterChange.swift")
    #expect(!kinds.isEmpty && !changes.isEmpty)
    #expect(Set(cells) == kinds.union(changes).union(["kind", "do"]))
    #expect(Set(cells).count == cells.count)
    // And each is one the tests state.
    #expect(try StatementTests.kindsInUse() == kinds)
  }

  @Test func `every field of every kind stands in the article`() throws {
    let text = try section("Statement kinds")
    for content in try StatementTests.contents() {
      for field in content.body.keys {
        #expect(text.contains("`\(field)`"), "\(content.kind): \(field)")
      }
    }
    for words in [
      EntryKind.allCases.map(\.rawValue), Correspondent.allCases.map(\.rawValue),
      [Role.chair, .member, .adviser, .standIn, .observer, .candidate].map(\.rawValue),
    ] {
      for word in words { #expect(text.contains("`\(word)`"), "\(word)") }
    }
  }
}
