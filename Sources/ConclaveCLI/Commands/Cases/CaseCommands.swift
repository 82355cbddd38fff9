import ArgumentParser

/// The commands about cases.
struct CaseCommands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case",
    abstract: "Cases: open one, read it, add to it, let colleagues in.",
    discussion: """
      A case is one matter and everything that follows. It goes by two neutral words drawn by \
      chance, and opens for the members who were let in and for nobody else, chairs included.

      Example:
        conclave case open
        conclave case add home-shelf discussion --file minutes.txt
        conclave case show home-shelf
      """,
    subcommands: [
      CaseOpen.self, CaseList.self, CaseShow.self, CaseAdd.self, CaseAttach.self,
      CaseExtract.self, CaseParty.self, CaseSearch.self, CaseAssess.self,
      CaseAnswer.self, CaseFeedback.self, LinkCases.self, CaseClose.self, CaseReopen.self,
      CaseHandOver.self, CaseAdmit.self,
      CaseContact.self,
    ])
}
