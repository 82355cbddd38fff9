import Casework
import Vault

// What the vault noticed besides the answer to the command.

extension Line {
  /// What may be wrong, or needs somebody.
  static func warnings(_ notices: [Notice]) -> [Line] { notices.compactMap(warning) }

  private static func warning(_ notice: Notice) -> Line? {
    switch notice {
    case .statementsLost(let lost, let label):
      """
      \(count(lost, "statement", "statements")) seen before \(lost == 1 ? isOne : areSeveral) gone \
      from \(compartment(label)): ask a colleague to run "conclave sync", and then "conclave verify"
      """
    case .statementsMissing(let missing, let label):
      """
      \(count(missing, "statement", "statements")) that a colleague built upon \
      \(missing == 1 ? isOne : areSeveral) not in \(compartment(label)): ask a colleague to run \
      "conclave sync" before you write there
      """
    case .piecesLost(let lost, let label):
      """
      \(count(lost, "part", "parts")) of attachments in \(compartment(label)) \
      \(lost == 1 ? isOne : areSeveral) gone from this copy: ask a colleague to run \
      "conclave sync", and then "conclave verify"
      """
    case .objectsDamaged(let damaged):
      """
      \(count(damaged, "file", "files")) of the vault \(damaged == 1 ? isOne : areSeveral) damaged; \
      "conclave verify" says which
      """
    case .noLongerOpen(let label):
      "\"\(label)\" is no longer open to you; your keys to it are gone from this machine"
    case .away(let label):
      """
      nothing of \(compartment(label)) opens any more: you were taken out, or the folder has lost it; \
      ask a colleague
      """
    case .openAgain(let label):
      """
      you read "\(label)" again: a majority inside let you back in, or nobody would have been left \
      to read it
      """
    case .recusalNotCarried(let person, let name):
      """
      \(name) may still read the name behind "\(person)": nobody inside that entry can take them \
      out from here
      """
    case .readOnly:
      "the vault's folder cannot be written to, so nothing was brought up to date in it"
    case .conflictInside(let name, let label):
      """
      \(name) reads "\(label)" and has answered that they have a conflict in it: ask them to recuse \
      themself, or take them out with "conclave recuse"
      """
    case .conflictTooLate(let name):
      """
      \(name) answered "conflict" to a question of yours that was applied already: ask them in which \
      case, and take them out of it
      """
    case .answerNotApplied:
      "an answer to a question of yours could not be applied; \"conclave conflict list\" shows it"
    case .broughtBack, .resealed, .letInAfterAnswer, .clearAndWaiting: nil
    }
  }

  /// What was done on the way.
  static func news(_ notices: [Notice]) -> [Line] {
    var lines: [Line] = []
    var resealed: [String] = []
    for notice in notices {
      switch notice {
      case .broughtBack(let back, let label):
        lines.append(
          """
          \(count(back, "statement", "statements")) of yours that storage had lost \
          \(back == 1 ? isOne : areSeveral) back in \(compartment(label))
          """)
      case .resealed(let label): resealed.append(label)
      case .clearAndWaiting(let name, let label):
        lines.append(
          """
          \(name) has no conflict in \"\(label)\"; that they read it waits for a chair inside, or a \
          majority, to endorse it
          """)
      case .letInAfterAnswer(let name, let label):
        lines.append("\(name) has no conflict in \"\(label)\" and reads it now, as you said")
      default: break
      }
    }
    resealed = Set(resealed).sorted()
    if resealed.count == 1, let label = resealed.first {
      lines.append("\"\(label)\" has a new key, and everything in it lies under that")
    } else if !resealed.isEmpty {
      lines.append(
        "\(quotedList(resealed, atMost: 5)) have new keys, and everything in them lies under those")
    }
    return lines
  }

  private static var isOne: Line { "is" }
  private static var areSeveral: Line { "are" }

  private static func compartment(_ label: String) -> Line {
    label.isEmpty ? "the roster or the sheet" : "\"\(label)\""
  }
}
