import Casework
import Statements
import Vault

/// A case that was just opened: its code name, and who can read it.
struct CaseOpenReport: Report {
  let opened: OpenVault.OpenedCase
  let received: SheetValue?
  /// What the person identity key says about each reported name.
  var known: [KnownName] = []
  var mail: MailReport?
  /// Whether somebody said when the report was received.
  var receivedIsGiven = false

  /// What to do with the case next.
  var next: [Line] {
    mail == nil
      ? [.nextIsEntry(opened.codeName), .nextIsAdmission(opened.codeName)]
      : [.nextIsAsking(opened.codeName.text), .nextIsShow(opened.codeName.text)]
  }

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [
      ["case", "\(opened.codeName)"],
      ["readers", .list(opened.readers)],
    ]
    if !opened.hiddenFrom.isEmpty { rows.append(["hidden from", .list(opened.hiddenFrom)]) }
    if let received {
      rows.append(["received", "\(received.display(in: layout.zone))\(whence(received))"])
    }
    for party in opened.parties { rows.append(["\(party.role.token)", "\(party.name)"]) }
    for name in known { rows.append(["known", .known(name)]) }
    if let mail { rows += mail.rows(in: layout) }
    return Table(rows: rows).lines(columns: nil)
  }

  /// What the time of receipt was taken from, where nobody said it.
  private func whence(_ received: SheetValue) -> Line {
    guard let mail, !receivedIsGiven else { return "" }
    return mail.isWhen(received) ? .receivedAsWritten : .receivedNow
  }

  var json: JSON {
    var members: [String: JSON] = [
      "case": .string(opened.codeName.text),
      "hidden_from": JSON(opened.hiddenFrom),
      "known": .array(
        known.map { name in
          [
            "name": .string(name.name), "not_compared": JSON(name.unreadCount),
            "persons": JSON(name.persons.map(\.person.shown)),
          ]
        }),
      "left_out": JSON(opened.leftOut),
      "parties": .array(
        opened.parties.map { party in
          ["name": .string(party.name), "role": .string(party.role.token)]
        }),
      "readers": JSON(opened.readers),
      "received": JSON(received?.text),
    ]
    if let mail { members["mail"] = mail.json }
    return .object(members)
  }
}

/// What the person identity key says about a reported name.
struct KnownName {
  let name: String
  /// Those it may be.
  let persons: [OpenVault.KnownPerson]
  /// How many on the sheet could not be compared; nil for whoever is no key holder.
  let unreadCount: Int?
}

extension OpenVault {
  /// Compares a reported name with the person identity key, where this member holds it.
  func known(_ name: String) throws(VaultError) -> KnownName {
    do throws(VaultError) {
      let found = try findPersons(named: name)
      return KnownName(name: name, persons: found.found, unreadCount: found.unreadCount)
    } catch .needsKeyHolder {
      return KnownName(name: name, persons: [], unreadCount: nil)
    }
  }
}
