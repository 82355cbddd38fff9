import Casework
import Statements
import Vault

/// A person: the names behind the code name, and what the sheet says.
struct PersonReport: Report {
  let person: OpenVault.PersonReport
  /// The day on which it is asked whether they are flagged or banned.
  let day: Day

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [["person", "\(person.shown)"]]
    func add(_ title: Line, _ texts: [String]) {
      for (index, text) in texts.enumerated() { rows.append([index == 0 ? title : "", "\(text)"]) }
    }
    add("name", person.entry.names)
    add("alias", person.entry.aliases)
    add("handle", person.entry.handles)
    add("described", person.entry.descriptions)
    rows.append(["readers", .list(person.readers)])
    if !person.barred.isEmpty { rows.append(["kept out", .list(person.barred)]) }
    rows.append(["reports", "\(person.reportCount)"])
    if !person.rows.isEmpty { rows.append(["cases", .list(person.rows.map(\.codeName.text))]) }
    if let highest = person.highest {
      rows.append([
        "highest", .consequence(highest.consequence, from: highest.from, until: highest.until),
      ])
    }
    if let standing = person.standing(on: day) { rows.append(["now", .standing(standing)]) }
    if let advice = person.advice {
      for (index, line) in Line.block(advice.text).enumerated() {
        rows.append([index == 0 ? "advice" : "", line])
      }
      if let until = advice.until { rows.append(["until", "\(until)"]) }
    }
    return Table(rows: rows).lines(columns: nil)
  }

  var json: JSON { .object(members) }

  var members: [String: JSON] {
    let standing = person.standing(on: day)
    return [
      "advice": JSON(person.advice?.text),
      "advice_until": JSON(person.advice?.until?.text),
      "aliases": JSON(person.entry.aliases),
      "cases": JSON(person.rows.map(\.codeName.text)),
      "descriptions": JSON(person.entry.descriptions),
      "handles": JSON(person.entry.handles),
      "highest": JSON(person.highest?.consequence.text),
      "highest_from": JSON(person.highest?.from?.text),
      "highest_until": JSON(person.highest?.until?.text),
      "kept_out": JSON(person.barred),
      "names": JSON(person.entry.names),
      "person": .string(person.shown),
      "readers": JSON(person.readers),
      "reports": .integer(person.reportCount),
      "standing": JSON(standing?.word),
      "standing_until": JSON(standing?.until?.text),
    ]
  }
}

extension PersonStanding {
  /// The word that stands for it in JSON.
  var word: String { isBanned ? "banned" : "flagged" }
}
