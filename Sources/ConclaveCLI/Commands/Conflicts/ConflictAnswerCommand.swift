import ArgumentParser
import Casework
import Statements
import Vault

/// Answers a question about a conflict of interest.
struct ConflictAnswerCommand: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: "Say whether you have a conflict of interest in a case you are asked about.",
    discussion: """
      "clear" lets the asker let you in; "conflict" keeps you out. There is no place for a reason. \
      Until the asker's client has taken the answer in you may answer again.

      Example:
        conclave conflict answer home-shelf clear
        conclave conflict answer home-shelf conflict
      """)

  @Argument(help: "The case's code name.") var code: String

  @Argument(help: "clear or conflict.", completion: .list(["clear", "conflict"]))
  var answer: String

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let answer = try ConflictAnswer(typed: answer, for: .conflictAnswerArgument)
    let (name, admits) = try surroundings.withVault { vault throws(VaultError) in
      try vault.answer(code, answer)
    }
    try surroundings.show(ConflictAnswerReport(codeName: name, answer: answer, admits: admits))
    surroundings.say(.conflictAnswered(name, answer, admits: admits))
  }
}

/// What was answered.
struct ConflictAnswerReport: Report {
  let codeName: CodeName
  let answer: ConflictAnswer
  let admits: Bool

  func lines(in layout: Layout) -> [Line] {
    Table(rows: [["case", "\(codeName)"], ["answer", "\(answer.token)"]]).lines(columns: nil)
  }

  var json: JSON {
    [
      "admits": .bool(admits), "answer": .string(answer.token), "case": .string(codeName.text),
    ]
  }
}
