import ArgumentParser
import Sealing
import Vault

/// Finishes and mends what can be finished and mended.
struct RepairVault: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Finish what was interrupted, and mend what can be mended.",
    discussion: """
      Finishes re-sealing, writes again what storage lost and this machine wrote, and sets damaged \
      files aside so that whole ones can come from another copy. It never makes anything worse: what \
      is set aside is kept for thirty days.

      Example:
        conclave repair
      """)

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let (vault, repair) = try surroundings.withVault { vault throws(VaultError) in
      (vault.id, try vault.repair())
    }
    try surroundings.show(RepairReport(vault: vault, repair: repair))
    guard repair.left.isSound else { throw .notMended(repair.left) }
    surroundings.say(repair.isNothing ? .nothingToRepair : .repaired)
    surroundings.sayNext(.nextIsStatus)
  }
}

/// What was mended, and what is left.
struct RepairReport: Report {
  let vault: VaultID
  let repair: OpenVault.Repair

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [
      ["brought back", .count(repair.broughtBack, "statement", "statements")],
      ["set aside", .count(repair.setAside, "file", "files")],
    ]
    if !repair.resealed.isEmpty {
      rows.append(["re-sealed", .joined(repair.resealed.map(Line.place), separator: ", ")])
    }
    let left = VerificationReport(vault: vault, found: repair.left)
    return Table(rows: rows).lines(columns: nil) + left.problems
  }

  var json: JSON {
    [
      "brought_back": .integer(repair.broughtBack),
      "left": VerificationReport(vault: vault, found: repair.left).json,
      "resealed": .array(repair.resealed.map(\.json)), "set_aside": .integer(repair.setAside),
    ]
  }
}

extension OpenVault.Repair {
  var isNothing: Bool { broughtBack == 0 && setAside == 0 && resealed.isEmpty }
}
