import Casework
import Statements
import SystemPackage
import Vault

// Files attached to a case, and taken out again.

extension Failure {
  /// Why an attachment did not go in or come out.
  init(evidence error: VaultError) {
    switch error {
    case .file(let error, let path): self.init(error, file: path)
    case .noFolder(let path): self.init("no folder \"\(path)\"", status: .missing)
    case .fileChanged(let path):
      self.init(
        "\"\(path)\" was written to while it was read; it was not attached",
        hint: "attach it again when the program that writes it is done", status: .badData)
    case .noSuchAttachment(let text):
      self.init(
        "the case has no attachment \"\(text)\"",
        hint: "\"conclave case show CODE\" lists them with their numbers", status: .missing)
    case .ambiguousAttachment(let text, let numbers):
      self.init(
        "\"\(text)\" may be several attachments",
        hint: "give the number instead: \(Line.choice(numbers.map(String.init)))", status: .usage)
    case .attachmentDamaged(let name, let damage, let kept):
      self.init(damaged: name, damage, kept: kept)
    default: self.init("the attachment is not to be had", status: .refused)
    }
  }

  private init(damaged name: String, _ damage: OpenVault.PieceDamage, kept: FilePath?) {
    let part: Line = "part \(damage.verified + 1) of \(damage.count) of \"\(name)\""
    let fault: Line = damage.reason == .gone ? "is not in this vault" : "is damaged"
    let rest: Line =
      kept.map { "what comes before it is whole, and is in \"\($0)\"" } ?? "nothing was written"
    self.init(
      "\(part) \(fault); \(rest)",
      hint: """
        "conclave sync" with a copy that has it, then extract again; "conclave verify" names what \
        is damaged
        """,
      status: .badData)
  }

  /// Some of several files went in and the others did not.
  static func someNotAttached(_ count: Int, of total: Int, status: ExitStatus) -> Failure {
    Failure(
      "\(count) of \(total) files were not attached; the others are in the case", status: status)
  }

  static var attachmentInterrupted: Failure {
    Failure(
      "interrupted; the file is not attached",
      hint: "attach it again: what was sealed already is not sealed twice", status: .interrupted)
  }

  static var jsonBesideContent: Failure {
    Failure(
      "with \"--out -\" the content goes to standard output, where --json has no room",
      hint: "give a file with --out, or leave --json out", status: .usage)
  }

  /// Part of the content went to standard output, the rest cannot be verified.
  static func cutShort(_ name: String, _ damage: OpenVault.PieceDamage) -> Failure {
    Failure(
      """
      part \(damage.verified + 1) of \(damage.count) of "\(name)" could not be verified: what was \
      written is the beginning only
      """,
      hint: "\"conclave sync\" with a copy that has it, then extract again", status: .badData)
  }
}

extension Line {
  static func attached(_ count: Int, to shown: String) -> Line {
    """
    \(self.count(count, "file is", "files are")) in "\(shown)", sealed to those who read it; what \
    lies on your disk is still there
    """
  }

  static func extracted(_ number: Int?, of shown: String, to path: FilePath) -> Line {
    let which: Line = number.map { "attachment \($0)" } ?? "a late attachment"
    return """
      \(which) of "\(shown)" is in "\(path)", every byte of it verified; there it is sealed no more
      """
  }

  static func nextIsExtract(_ shown: String, _ number: Int) -> Line {
    "\"conclave case extract \(caseArgument(shown)) \(number)\" takes it out again"
  }

  static func incomplete(_ one: OpenVault.IncompleteAttachment) -> Line {
    let which: Line = one.number.map { "attachment \($0)" } ?? "a late attachment"
    return """
      \(which) of \(place(one.place)), "\(SafeFileName(one.name))": \(one.missing.count) of \
      \(count(one.count, "part", "parts")) in no file
      """
  }

  static var attachmentsHeading: Line { "attachments" }

  /// `812 bytes`, `34 KB`, `1.2 GB`, in powers of a thousand.
  static func size(_ byteCount: Int) -> Line {
    guard byteCount >= 1000 else { return count(byteCount, "byte", "bytes") }
    var tenths = byteCount * 10 / 1000
    var units: [Line] = ["KB", "MB", "GB"]
    while tenths >= 10_000, units.count > 1 {
      tenths /= 1000
      units.removeFirst()
    }
    let unit = units[0]
    return tenths < 100 && tenths % 10 != 0
      ? "\(tenths / 10).\(tenths % 10) \(unit)" : "\(tenths / 10) \(unit)"
  }
}
