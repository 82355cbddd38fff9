import ArgumentParser
import Casework
import Statements
import Vault

/// Changes a row of the status sheet.
struct SheetSet: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Set fields of a case's row; FIELD= with nothing after it clears one.",
    discussion: """
      Everybody on the committee reads the sheet: write nothing there that tells who it is about.

      Fields: received, incident, status, source, resolved, safety, repeat, actions, resolution, \
      consequences, from, until, outcome, origin, place, kind, review. A word that is not on a field's list is \
      refused together with the list. Several consequences are separated by commas.

      Example:
        conclave sheet set home-shelf kind=harassment place=forum safety=no
        conclave sheet set home-shelf --person blue-jay consequences=ban
        conclave sheet set home-shelf review=
      """)

  @Argument(help: "The case's code name.") var code: String

  @Argument(help: ArgumentHelp("What to set.", valueName: "field=value")) var assignment: [String]

  @Option(
    help: ArgumentHelp(
      "Whose row, when several people are reported in the case.", valueName: "p"))
  var person: String?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    var typed: [SheetField: String] = [:]
    for text in assignment {
      let (field, value) = try Self.assignment(text)
      guard typed.updateValue(value, forKey: field) == nil else { throw .fieldTwice(field) }
    }
    let row = try surroundings.withVault { vault throws(Failure) in
      let context = surroundings.context(of: vault)
      var values: [SheetField: SheetValue?] = [:]
      for (field, text) in typed {
        values[field] = .some(
          text.isEmpty ? nil : try field.value(typed: text, for: .field(field), in: context))
      }
      return try vault.attempt { vault throws(VaultError) in
        try vault.setRow(of: code, person: person, to: values)
      }
    }
    try surroundings.show(SheetRowReport(row: row))
    surroundings.say(.rowSet(typed.keys.map(\.token).sorted(), of: row.codeName))
    surroundings.sayNext(.nextIsSheet)
  }

  /// Takes `FIELD=VALUE` apart.
  private static func assignment(_ text: String) throws(Failure) -> (SheetField, String) {
    guard let sign = text.firstIndex(of: "=") else { throw .noAssignment }
    let field: SheetField
    do throws(ValueError) {
      field = try SheetField(reading: String(text[..<sign]))
    } catch {
      throw .unknownField(error)
    }
    guard field != .person else { throw .personNotSet }
    return (field, String(text[text.index(after: sign)...]))
  }
}
