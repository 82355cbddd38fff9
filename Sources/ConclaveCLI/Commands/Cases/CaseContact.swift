import ArgumentParser
import Vault

/// Names a case's contact.
struct CaseContact: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "contact",
    abstract: "Say who speaks with the reporter.",
    discussion: """
      Every case has one contact: whoever opened it, until somebody else who reads it is named.

      Example:
        conclave case contact home-shelf "Lee Park"
      """)

  @Argument(help: "The case's code name.") var code: String

  @Argument(help: "A member who reads the case.") var name: String

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let (contact, shown) = try surroundings.withVault { vault throws(VaultError) in
      let contact = try vault.setContact(of: code, to: name)
      return (contact, try vault.showCase(code).shown)
    }
    try surroundings.show(CaseContactReport(shown: shown, contact: contact))
    surroundings.say(.contactSet(contact, of: shown))
    surroundings.sayNext(.nextIsShow(shown))
  }
}

/// Who speaks with the reporter of a case.
struct CaseContactReport: Report {
  let shown: String
  let contact: String

  func lines(in layout: Layout) -> [Line] {
    Table(rows: [["case", "\(shown)"], ["contact", "\(contact)"]]).lines(columns: nil)
  }

  var json: JSON { ["case": .string(shown), "contact": .string(contact)] }
}
