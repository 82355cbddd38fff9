import Casework
import Vault

/// A case that was just opened: its code name, and who can read it.
struct CaseOpenReport: Report {
  let opened: OpenVault.OpenedCase
  let received: SheetValue?

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [
      ["case", "\(opened.codeName)"],
      ["readers", .list(opened.readers)],
    ]
    if !opened.hiddenFrom.isEmpty { rows.append(["hidden from", .list(opened.hiddenFrom)]) }
    if let received { rows.append(["received", "\(received.display(in: layout.zone))"]) }
    return Table(rows: rows).lines(columns: nil)
  }

  var json: JSON {
    [
      "case": .string(opened.codeName.text),
      "hidden_from": JSON(opened.hiddenFrom),
      "readers": JSON(opened.readers),
      "received": JSON(received?.text),
    ]
  }
}
