import Sealing
import SystemPackage

/// Whose card it is, and the words to compare.
struct IdentityReport: Report {
  let card: Card
  /// The identity file or the file of the card, when there is one.
  var path: FilePath?

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [["name", "\(card.name)"]]
    if !card.address.isEmpty { rows.append(["e-mail", "\(card.address)"]) }
    if let path { rows.append(["file", "\(path)"]) }
    for (index, line) in card.fingerprint.lines.enumerated() {
      rows.append([index == 0 ? "fingerprint" : "", "\(line)"])
    }
    // A name, a path or the words are never cut short: people compare and copy them.
    return Table(rows: rows).lines(columns: nil)
  }

  var json: JSON {
    [
      "card": .string(card.text),
      "email": JSON(card.address.isEmpty ? nil : card.address),
      "file": JSON(path?.string),
      "fingerprint": JSON(card.fingerprint.words),
      "member": .string(card.member.hex),
      "name": .string(card.name),
    ]
  }
}
