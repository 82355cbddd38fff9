import ArgumentParser
import Casework
import POSIX
import Sealing
import Storage
import SystemPackage
import Vault

/// Tells who on a list is flagged or banned.
struct PersonScreen: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "screen",
    abstract: "Tell which names on an event's list are flagged or banned now.",
    discussion: """
      For key holders. The list has one name, handle or address a line; of a table (CSV) the first \
      column is taken, and every address. It is stored nowhere. Who is flagged or banned is taken \
      from the sheet: from the outcome, and from consequences whose days still run. What was \
      recorded as advice for them is shown and nothing more, and nothing about anybody else.

      A match is a proposal: different people share names. Persons whose names are not open to you \
      are not compared, and counted.

      Example:
        conclave person screen attendees.csv
        conclave person screen - < names.txt
        conclave person screen attendees.csv --on 2026-06-01
      """)

  @Argument(help: "A file with the list; \"-\" reads it from standard input.") var list: String

  @Option(
    help: ArgumentHelp("The day of the event; today when left out.", valueName: "day"))
  var on: String?

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let day = try on.map { text throws(Failure) in try surroundings.day(text, for: "--on") }
    let names: NameList
    let screening: OpenVault.Screening
    if list == "-" {
      let identity = try surroundings.openIdentity()
      names = try surroundings.readList(from: .standardInput)
      screening = try screen(names, on: day, as: identity, in: surroundings)
    } else {
      names = try surroundings.readList(from: .file(FilePath(list)))
      screening = try screen(names, on: day, as: nil, in: surroundings)
    }
    let report = ScreeningReport(screening: screening, day: day ?? surroundings.today)
    try surroundings.show(report)
    surroundings.say(.screened(screening, on: report.day))
    if !screening.hits.isEmpty { surroundings.sayNext(.nextIsPersonFind) }
  }

  private func screen(
    _ names: NameList, on day: Day?, as identity: Identity?, in surroundings: Surroundings
  ) throws(Failure) -> OpenVault.Screening {
    try surroundings.withVault(as: identity) { vault throws(VaultError) in
      try vault.screen(names, on: day ?? surroundings.today)
    }
  }
}

extension Surroundings {
  /// The list of names in a file or on standard input; nothing of it is written anywhere.
  func readList(from source: TextSource) throws(Failure) -> NameList {
    let bytes: [UInt8]
    switch source {
    case .file(let path):
      do throws(StorageError) {
        bytes = try PrivateFile.read(path, limit: Self.listByteLimit)
      } catch {
        throw Failure(error, file: path)
      }
    case .standardInput, .editor:
      do throws(Errno) {
        bytes = try console.readAll(limit: Self.listByteLimit)
      } catch .interrupted {
        throw .interrupted
      } catch {
        throw .unreadableInput(error)
      }
    }
    // Spreadsheets of some systems begin a file with a mark that nobody sees.
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard !text.contains(0), let list = String(validating: text, as: UTF8.self) else {
      throw .listNotUTF8
    }
    return NameList(reading: list)
  }

  /// More than a hundred thousand names with their addresses.
  private static var listByteLimit: Int { 32 << 20 }
}

/// Who on a list is flagged or banned.
struct ScreeningReport: Report {
  let screening: OpenVault.Screening
  let day: Day

  func lines(in layout: Layout) -> [Line] {
    var blocks: [[Line]] = screening.hits.map { hit in
      var rows: [[Line]] = [
        ["line \(hit.listed.line)", "\(hit.listed.shown)"],
        ["match", .strength(hit.strength)],
        ["is", .standing(hit.standing)],
      ]
      if let advice = hit.advice {
        for (index, line) in Line.block(advice).enumerated() {
          rows.append([index == 0 ? "advice" : "", line])
        }
      }
      return Table(rows: rows).lines(columns: nil)
    }
    let notCompared: [Line] =
      (screening.notOpen.isEmpty ? [] : [.notOpen(screening.notOpen)])
      + (screening.nameless.isEmpty ? [] : [.nameless(screening.nameless)])
    if !notCompared.isEmpty { blocks.append(notCompared) }
    return Array(blocks.joined(separator: [""]))
  }

  var json: JSON {
    [
      "day": .string(day.text),
      "hits": .array(
        screening.hits.map { hit in
          [
            "advice": JSON(hit.advice),
            "line": .integer(hit.listed.line),
            "listed": .string(hit.listed.shown),
            "match": .string(hit.strength.rawValue),
            "standing": .string(hit.standing.word),
            "until": JSON(hit.standing.until?.text),
          ]
        }),
      "listed": .integer(screening.listedCount),
      "nameless": JSON(screening.nameless.map(\.text)),
      "not_open": JSON(screening.notOpen.map(\.text)),
    ]
  }
}
