extension Policy {
  /// What counts as a conflict of interest, as the committee's own rules have it, in our words.
  ///
  /// Shown with every question; each completes "you have a conflict if". Nobody is asked which of
  /// them it is.
  package var conflicts: [String] {
    switch self {
    case .django:
      [
        "you are the reported person, made the report, or saw or suffered what is reported",
        "you are or were a partner, relative or close friend of one of them",
        "you work for the same employer or client as one of them, or one of you depends on the other",
        "you organise an event or lead a project together with one of them",
        "you have had a dispute with one of them, or would gain or lose by the outcome",
        "for any other reason you or others would doubt that you can judge fairly",
      ]
    case .psf:
      [
        "you are the reported person, made the report, or are a witness",
        "you are related to, close to, or in a relationship with one of them",
        "you are employed by, or employ, one of them, or work in the same team",
        "you have worked closely with one of them in the community, on a project or an event",
        "you have spoken up in public about the matter, or would gain or lose by the outcome",
        "you do not feel able to be impartial, whatever the reason",
      ]
    case .pydistrict:
      [
        "you are the reported person, made the report, or are a witness",
        "one of them is your friend, relative, partner, or was",
        "one of them is your colleague, manager, employee or client",
        "you moderate or organise the space concerned together with one of them",
        "you would gain or lose by the outcome",
        "you do not feel able to be impartial, whatever the reason",
      ]
    }
  }
}
