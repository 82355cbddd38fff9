import Casework
import SystemPackage

extension Line {
  /// `text` as one argument that people can paste behind a command.
  ///
  /// In single quotation marks unless it is plain; what is made visible is not what a shell needs,
  /// but neither does it do anything there.
  static func argument(_ text: String) -> Line {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "/"),
        UInt8(ascii: "_"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    guard !isPlain || text.isEmpty || text.hasPrefix("-") else { return "\(text)" }
    return "'\(text.replacing("'", with: "'\\''"))'"
  }

  static func argument(_ path: FilePath) -> Line { argument(path.string) }

  /// A case as it is typed: without blanks, unless two cases go by its name.
  static func caseArgument(_ shown: String) -> Line {
    CodeName(reading: shown).map { "\($0.hyphenated)" } ?? argument(shown)
  }
}
