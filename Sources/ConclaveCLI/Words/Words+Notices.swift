import Casework
import Sealing
import Vault

// What the vault noticed besides the answer to the command.

extension Line {
  /// What may be wrong, or needs somebody.
  static func warnings(_ notices: [Notice]) -> [Line] {
    notices.compactMap { notice in
      switch notice {
      case .statementsLost(let count, let label):
        """
        \(Line.count(count, "statement", "statements")) seen before \
        \(count == 1 ? "is" : "are" as Line) gone from \(Line.compartment(label)): \
        ask a colleague to run "conclave sync", and then "conclave verify"
        """
      case .objectsDamaged(let count):
        """
        \(Line.count(count, "file", "files")) of the vault \
        \(count == 1 ? "is" : "are" as Line) damaged; "conclave verify" says which
        """
      case .strangeFiles(let count, let example):
        """
        \(Line.count(count, "thing lies", "things lie")) in the vault's folder that \
        \(count == 1 ? "is" : "are" as Line) no part of it, for instance "\(example)"
        """
      case .noLongerOpen(let label):
        "\"\(label)\" is no longer open to you; your keys to it are gone from this machine"
      case .keptOpen(let label, because: .noReaderLeft):
        "nobody would be left to read \"\(label)\", so its old key stays"
      case .keptOpen(let label, because: .storage):
        "\"\(label)\" still has its old key: the folder did not let the new one be written"
      case .rosterForked(_, let doubled):
        doubled.isEmpty
          ? "the committee's roster has two branches; \"conclave log\" shows what counts"
          : "the committee's roster has two branches, and \(Line.sentence(doubled)) signed both"
      case .actNotTaken(let act):
        "an act of yours (\(act.short)) lies on a branch that the committee did not take"
      case .recusalNotCarried(let person, let name):
        """
        \(name) may still read the name behind "\(person)": nobody inside that entry can take them \
        out from here
        """
      case .readOnly:
        "the vault's folder cannot be written to, so nothing was brought up to date in it"
      case .broughtBack, .resealed: nil
      }
    }
  }

  /// What was done on the way.
  static func news(_ notices: [Notice]) -> [Line] {
    var lines: [Line] = notices.compactMap { notice in
      guard case .broughtBack(let count, let label) = notice else { return nil }
      return """
        \(Line.count(count, "statement", "statements")) of yours that storage had lost \
        \(count == 1 ? "is" : "are" as Line) back in \(Line.compartment(label))
        """
    }
    let resealed = notices.compactMap { notice in
      if case .resealed(let label) = notice { label } else { nil }
    }
    if !resealed.isEmpty {
      let list = Line.quotedList(resealed, atMost: 5)
      lines.append(
        "\(list) \(resealed.count == 1 ? "has" : "have" as Line) a new key, and everything in \(resealed.count == 1 ? "it" : "them" as Line) lies under it")
    }
    return lines
  }

  private static func compartment(_ label: String) -> Line {
    label.isEmpty ? "the roster or the sheet" : "\"\(label)\""
  }
}
