import ArgumentParser
import Storage
import Sync
import SystemPackage
import Vault

/// Brings this copy of the vault and another together.
struct SyncVault: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Bring this copy of the vault and another folder together.",
    discussion: """
      Takes what the other copy has and this one lacks, finishes what follows from it, and gives \
      what it lacks. Nothing in the other folder is believed: every file is checked. An empty or \
      missing folder becomes a full copy.

      Example:
        conclave sync "Shared/conduct"
        conclave sync /mnt/stick/conduct
      """)

  @Argument(help: "The other folder.", completion: .directory)
  var dir: String

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    guard !dir.isEmpty else { throw .noFolderGiven }
    let path = FilePath(dir)
    let report = try surroundings.withVault { vault throws(Failure) in
      do throws(VaultError) {
        return try vault.sync(with: path)
      } catch {
        throw Failure(error, making: path)
      }
    }
    try surroundings.show(SyncReport(path: path, copied: report))
    if report.damaged.isEmpty {
      surroundings.say(.synced(path))
    } else {
      surroundings.warn(.damagedWhileCopying(report.damaged.count))
    }
    surroundings.sayNext(.nextIsStatus)
  }
}

/// What moved between two copies.
struct SyncReport: Report {
  let path: FilePath
  let copied: CopyReport

  func lines(in layout: Layout) -> [Line] {
    var rows: [[Line]] = [
      ["with", "\(path)"], ["taken", .count(copied.pulled, "file", "files")],
      ["given", .count(copied.pushed, "file", "files")],
      ["moved", .bytes(copied.byteCount)],
    ]
    if copied.removed > 0 {
      rows.append([
        "removed there", "\(Line.count(copied.removed, "file", "files")) under old keys",
      ])
    }
    if copied.quarantined > 0 {
      rows.append(["set aside", .count(copied.quarantined, "file", "files")])
    }
    if !copied.damaged.isEmpty {
      rows.append(["damaged", .count(copied.damaged.count, "file", "files")])
    }
    if copied.strangeCount > 0 {
      rows.append(["strange", .count(copied.strangeCount, "thing", "things")])
    }
    return Table(rows: rows).lines(columns: nil)
  }

  var json: JSON { copied.json }
}

extension CopyReport {
  var json: JSON {
    [
      "bytes": .integer(byteCount), "damaged": JSON(damaged.map(\.hex)),
      "pulled": .integer(pulled), "pushed": .integer(pushed),
      "quarantined": .integer(quarantined), "removed": .integer(removed),
      "strange": .integer(strangeCount),
    ]
  }
}
