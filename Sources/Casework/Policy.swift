/// The published rules that a committee follows.
package enum Policy: String, VocabularyWord {
  case django, psf, pydistrict

  /// The places where something can have happened, or nil while the policy has no list of its own.
  ///
  /// The PSF's places are named by each committee; until they are, every word is a place.
  package var places: [String]? {
    switch self {
    case .django:
      [
        "forum", "discord", "slack", "mailing-list", "github", "social-media", "event",
        "official-representation", "affiliate", "other-space", "outside",
      ]
    case .pydistrict:
      [
        "discussion-board", "mailing-list", "announcement-list", "slack", "github", "event",
        "other-space", "outside",
      ]
    case .psf: nil
    }
  }
}
