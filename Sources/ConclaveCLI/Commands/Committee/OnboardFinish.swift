import ArgumentParser
import Casework
import Vault

/// Ends an onboarding: every case opens to the newcomer but those they have a conflict in.
struct OnboardFinish: ConclaveCommand {
  static let configuration = CommandConfiguration(
    commandName: "finish",
    abstract: "Make a candidate a member, once they have declared their conflicts.",
    discussion: """
      It compares what they declared with the person identity key and the people in the cases you \
      read (letters' case, accents, the order of names, initials and aliases make no difference), \
      shows what it found, and asks. Cases that match stay shut for good, cases that may match stay \
      shut until somebody inside decides, every other case that is open to you opens. Hidden cases \
      are never opened here. Cases you cannot read are shown as to do to those who can.

      Example:
        conclave onboard finish "Kim Aoki"
        conclave onboard finish "Kim Aoki" --conflict home-shelf
      """)

  @Argument(help: "The candidate, by their full name.") var name: String

  @Option(
    help: ArgumentHelp(
      "One more case to keep them out of, by its full code name.", valueName: "code")
  )
  var conflict: [String] = []

  @OptionGroup(title: "Global options") var global: GlobalOptions

  func run(in surroundings: Surroundings) throws(Failure) {
    let identity = try surroundings.openIdentity()
    let shown = try surroundings.withVault(as: identity) { vault throws(Failure) in
      _ = try vault.memberInFull(name)
      return try makePlan(in: vault)
    }
    if !surroundings.options.yes {
      // The vault is not held while somebody thinks.
      surroundings.tell(OnboardFinishReport(plan: shown, outcome: nil))
      try surroundings.confirmOrStop(.finishQuestion(shown.name, opening: shown.opening.count))
    }
    let (plan, outcome) = try surroundings.withVault(as: identity) { vault throws(Failure) in
      let plan = try makePlan(in: vault)
      // What was agreed to is done, and nothing else that came in between.
      guard plan.isSame(as: shown) else { throw .planChanged(shown.name) }
      let outcome = try vault.attempt { vault throws(VaultError) in
        try vault.finishOnboarding(plan)
      }
      return (plan, outcome)
    }
    try surroundings.show(OnboardFinishReport(plan: plan, outcome: outcome))
    switch outcome {
    case .done:
      surroundings.say(.onboarded(plan.name, cases: plan.opening.count))
      if !plan.notMineToOpen.isEmpty { surroundings.say(.notYoursToOpen(plan.notMineToOpen)) }
      if plan.uncomparedCount > 0 { surroundings.warn(.newcomerNotCompared(plan.uncomparedCount)) }
      surroundings.sayNext(.nextIsMemberAccess(plan.name))
    case .waiting(let act, let needed):
      surroundings.say(.onboardingWaits(plan.name))
      surroundings.sayWaiting(act, needed)
    }
  }

  private func makePlan(in vault: OpenVault) throws(Failure) -> OpenVault.FinishPlan {
    try vault.attempt { vault throws(VaultError) in
      try vault.planFinish(name, conflicts: conflict)
    }
  }
}

/// What finishing an onboarding does, or did.
struct OnboardFinishReport: Report {
  let plan: OpenVault.FinishPlan
  /// Nil while it is only planned.
  let outcome: ActOutcome?

  func lines(in layout: Layout) -> [Line] {
    func names(_ matches: [OpenVault.ConflictMatch]) -> Line {
      matches.isEmpty
        ? "none"
        : Line.joined(
          matches.map { "\($0.codeName)\($0.isMine ? "" as Line : " (not open to you)")" },
          separator: ", ")
    }
    var rows: [[Line]] = [
      ["name", "\(plan.name)"], ["kept out of", names(plan.conflicts)],
      ["left shut", names(plan.unsure)],
      ["opened", plan.opening.isEmpty ? "none" : .list(plan.opening)],
    ]
    if !plan.notMineToOpen.isEmpty { rows.append(["not opened", .list(plan.notMineToOpen)]) }
    rows.append(["not compared", .entriesNotCompared(plan.uncomparedCount)])
    if let outcome { rows += outcome.rows }
    return Table(rows: rows).lines(columns: nil)
  }

  var json: JSON {
    func json(_ matches: [OpenVault.ConflictMatch]) -> JSON {
      .array(
        matches.map {
          [
            "case": .string($0.codeName.text), "mine": .bool($0.isMine),
            "strength": .string($0.strength.rawValue),
          ]
        })
    }
    var members = outcome?.members ?? [:]
    members["conflicts"] = json(plan.conflicts)
    members["name"] = .string(plan.name)
    members["not_compared"] = .integer(plan.uncomparedCount)
    members["not_opened"] = JSON(plan.notMineToOpen)
    members["opened"] = JSON(plan.opening)
    members["unsure"] = json(plan.unsure)
    return .object(members)
  }
}
